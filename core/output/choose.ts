// Chooses by `[target]` and the command line where the rows go, in which format, in how large batches.
import type { Format } from "../format.ts";
import type { Problems } from "../genfile/problems.ts";
import { MAX_WORKERS } from "../genfile/settings.ts";
import { formatOf } from "./format.ts";
import { noOptions, readOptions } from "./options.ts";
import { checkCount } from "../genfile/overrides.ts";
import { hidePasswords } from "../passwords.ts";
import { isDatabase, type Mode, MODES, type OutputPlan } from "../plan.ts";
import { didYouMean } from "../values/nearest.ts";
import { filesOf, oneDatabase, oneStream } from "./files.ts";
import { kindOf } from "./kind.ts";
import type { Output, OutputQuestion } from "./output.ts";

/** Records in a write where nothing is said. */
const BATCH = 10_000;
/** Records in a transaction where nothing is said. */
const TRANSACTION = 100_000;
/** Connections where nothing is said. */
const CONNECTIONS = 2;
const MAX_BATCH = 2 ** 30;

/** Undefined where something is wrong, which has been reported. */
export function chooseOutput(
  problems: Problems,
  question: OutputQuestion,
): Output | undefined {
  const { target, overrides } = question;
  const before = problems.errors;
  const to = overrides.to ?? target.to?.text ?? "out";
  const place = overrides.to === undefined ? target.to?.place : undefined;
  const kind = kindOf(problems, to, place);
  const format = kind &&
    (isDatabase(kind)
      ? wireFormat(problems, question, to, kind)
      : chooseFormat(problems, question, to, kind));
  const mode = chooseMode(problems, question);
  const { batch, connections } = overrides;
  if (batch !== undefined) checkCount(problems, "batch", batch, MAX_BATCH);
  if (connections !== undefined) {
    checkCount(problems, "connections", connections, MAX_WORKERS);
    if (kind !== undefined && kind !== "postgres") {
      problems.error(
        undefined,
        "--connections is for PostgreSQL databases",
        `rows go to "${hidePasswords(to)}"`,
      );
    }
  }
  if (kind === undefined || format === undefined) return undefined;
  const options = isDatabase(kind)
    ? noOptions(problems, question)
    : readOptions(problems, question, format);
  const files = kind === "files"
    ? filesOf(problems, question, to, place, { format, options })
    : kind === "sqlite"
    ? oneDatabase(problems, question, to)
    : oneStream(problems, question, kind, to, place, { format, options });
  if (problems.errors > before) return undefined;
  return {
    kind,
    to: hidePasswords(to),
    ...(kind === "postgres" && { url: to }),
    format,
    options,
    mode,
    batch: batch ?? target.batch ?? (isDatabase(kind) ? TRANSACTION : BATCH),
    connections: kind === "postgres"
      ? Math.min(
        connections ?? target.connections ?? CONNECTIONS,
        question.workers,
      )
      : 1,
    files,
  };
}

/** What a database's sizes are estimated by. It takes rows in a form of its own, so that no format can be asked for. */
function wireFormat(
  problems: Problems,
  { target, overrides, formats }: OutputQuestion,
  to: string,
  kind: OutputPlan["kind"],
): Format {
  // The command line may choose a database for a Genfile that has a format for its files.
  const ofGenfile = overrides.to === undefined ? target.format : undefined;
  if (overrides.format !== undefined || ofGenfile !== undefined) {
    problems.error(
      overrides.format === undefined ? ofGenfile?.place : undefined,
      `format is "${overrides.format ?? ofGenfile?.text}", and rows go into ${
        kind === "sqlite" ? `"${to}"` : "a database"
      }`,
      "leave format out",
    );
  }
  return formats.get("csv") ?? [...formats.values()][0];
}

function chooseFormat(
  problems: Problems,
  { target, overrides, formats }: OutputQuestion,
  to: string,
  kind: OutputPlan["kind"],
): Format | undefined {
  const said = overrides.format === undefined
    ? target.format
    : { text: overrides.format, place: undefined };
  const toPlace = overrides.to === undefined ? target.to?.place : undefined;
  const path = kind === "files" ? { text: to, place: toPlace } : undefined;
  return formatOf(problems, formats, said, path);
}

function chooseMode(
  problems: Problems,
  { target, overrides }: OutputQuestion,
): Mode {
  const { mode } = overrides;
  if (mode === undefined) return target.mode ?? "create";
  if ((MODES as readonly string[]).includes(mode)) return mode as Mode;
  problems.error(
    undefined,
    `unknown mode "${mode}"`,
    didYouMean(mode, MODES) ?? `there are ${MODES.join(", ")}`,
  );
  return "create";
}
