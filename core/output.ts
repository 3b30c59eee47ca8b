// Reads `[target]`: where the rows go, in which format, in which files.
import { resolve } from "node:path";
import type { Place } from "./diagnostic.ts";
import type { Format, FormatOptions, TableShape } from "./format.ts";
import { reportUnknown } from "./genfile/later.ts";
import type { Problems } from "./genfile/problems.ts";
import type { TargetSettings } from "./genfile/settings.ts";
import { MAX_WORKERS } from "./genfile/settings.ts";
import { noOptions, readOptions } from "./output_options.ts";
import { checkCount, type Overrides } from "./overrides.ts";
import { hidePasswords } from "./passwords.ts";
import { isDatabase, type Mode, MODES, type OutputPlan } from "./plan.ts";
import { didYouMean } from "./values/nearest.ts";

/** An output before the types of the columns are known. */
export interface Output {
  kind: OutputPlan["kind"];
  to: string;
  url?: string;
  format: Format;
  options: FormatOptions;
  mode: Mode;
  batch: number;
  connections: number;
  files: { path: string; tables: string[] }[];
}

/** A table that is written. */
export interface Written {
  name: string;
  place: Place;
}

export interface OutputQuestion {
  target: TargetSettings;
  overrides: Overrides;
  /** In load order. */
  tables: readonly Written[];
  formats: ReadonlyMap<string, Format>;
  /** The Genfile and what it reads: never to be written over. */
  inputs: readonly string[];
  /** Source workers: each has a lane. */
  workers: number;
}

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
    ? filesOf(problems, question, to, place, format)
    : kind === "sqlite"
    ? oneDatabase(problems, question, to)
    : oneStream(problems, question, kind, place, format);
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

function kindOf(
  problems: Problems,
  to: string,
  place: Place | undefined,
): OutputPlan["kind"] | undefined {
  if (to === "-") return "stdout";
  if (to === "null") return "null";
  if (to === "") {
    problems.error(place, "--to is empty", `expected "out", "-" …`);
    return undefined;
  }
  if (/^postgres(?:ql)?:\/\//.test(to)) return "postgres";
  if (to.startsWith(SQLITE)) return sqliteKind(problems, to, place);
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(to);
  if (scheme === null) return "files";
  problems.error(
    place,
    `unknown target "${scheme[0]}"`,
    didYouMean(scheme[0], ["postgres://", "postgresql://"]),
  );
  return undefined;
}

const SQLITE = "sqlite:";

function sqliteKind(
  problems: Problems,
  to: string,
  place: Place | undefined,
): "sqlite" | undefined {
  const path = to.slice(SQLITE.length);
  if (path !== "" && path !== ":memory:") return "sqlite";
  problems.error(
    place,
    path === ""
      ? `"${SQLITE}" names no file`
      : "a database in memory would be gone when the run ends",
    `expected "${SQLITE}shop.db"`,
  );
  return undefined;
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
  { target, overrides, formats: all }: OutputQuestion,
  to: string,
  kind: OutputPlan["kind"],
): Format | undefined {
  const formats = new Map([...all].filter(([_, { wire }]) => !wire));
  const said = overrides.format ?? target.format?.text;
  const place = overrides.format === undefined
    ? target.format?.place
    : undefined;
  if (said !== undefined) {
    const format = formats.get(said);
    if (format !== undefined) return format;
    reportUnknown(
      problems,
      place,
      "format",
      said,
      formats.keys(),
      `there are ${[...formats.keys()].join(", ")}`,
    );
    return undefined;
  }
  const extension = kind === "files" ? extensionOf(to) : undefined;
  const toPlace = overrides.to === undefined ? target.to?.place : undefined;
  if (extension === "gz" || extension === "zst") {
    problems.error(toPlace, `compression (.${extension}) is not supported yet`);
    return undefined;
  }
  if (extension === "parquet") {
    problems.error(toPlace, `format "parquet" is not supported yet`);
    return undefined;
  }
  const known = [...formats.values()];
  return known.find((one) => one.extension === extension) ??
    formats.get("csv") ?? known[0];
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

function oneDatabase(
  problems: Problems,
  question: OutputQuestion,
  to: string,
): Output["files"] {
  const path = to.slice(SQLITE.length);
  const tables = question.tables.map(({ name }) => name);
  checkInputs(problems, question, [path]);
  return [{ path, tables }];
}

function oneStream(
  problems: Problems,
  { tables }: OutputQuestion,
  kind: OutputPlan["kind"],
  place: Place | undefined,
  format: Format,
): Output["files"] {
  if (kind === "stdout") checkOneTable(problems, tables, place, format, "-");
  return [{ path: "", tables: tables.map(({ name }) => name) }];
}

function checkOneTable(
  problems: Problems,
  tables: readonly Written[],
  place: Place | undefined,
  format: Format,
  to: string,
): void {
  if (tables.length <= 1 || format.manyTables) return;
  problems.error(
    place,
    to === "-"
      ? `${tables.length} tables cannot go to standard output as ${format.name}`
      : `${tables.length} tables cannot go into one ${format.name} file`,
    to === "-"
      ? "choose one with --only, or the format sql or json"
      : `write "${tablePattern(to)}", or a folder's name ending in /`,
  );
}

/** `out.csv` as `out/{table}.csv`. */
function tablePattern(to: string): string {
  const dot = to.lastIndexOf(".");
  return `${to.slice(0, dot)}/{table}${to.slice(dot)}`;
}

/** By `{table}`, in one file, or in a folder. */
function filesOf(
  problems: Problems,
  question: OutputQuestion,
  to: string,
  place: Place | undefined,
  format: Format,
): Output["files"] {
  const misspelt = to.match(/\{[^{}]*\}/g)?.find((part) => part !== "{table}");
  const meant = misspelt && didYouMean(misspelt.toLowerCase(), ["{table}"]);
  if (meant !== undefined) {
    problems.error(place, `unknown placeholder "${misspelt}" in to`, meant);
    return [];
  }
  const { tables } = question;
  const isPattern = to.includes("{table}");
  const isOne = !isPattern && extensionOf(to) !== undefined;
  if (isOne) checkOneTable(problems, tables, place, format, to);
  else for (const table of tables) checkFileName(problems, table);
  const files = isOne
    ? [{ path: to, tables: tables.map(({ name }) => name) }]
    : tables.map(({ name }) => ({
      path: isPattern
        ? to.replaceAll("{table}", () => name)
        : `${to.replace(/\/+$/, "") || "/"}/${name}.${format.extension}`
          .replace(/^\/\//, "/"),
      tables: [name],
    }));
  checkInputs(problems, question, files.map(({ path }) => path));
  return files;
}

/** What the run reads must not be written over. */
function checkInputs(
  problems: Problems,
  { inputs, overrides, target }: OutputQuestion,
  paths: string[],
): void {
  const read = new Set(inputs.map((path) => resolve(path)));
  for (const path of paths) {
    if (!read.has(resolve(path))) continue;
    problems.error(
      overrides.to === undefined ? target.to?.place : undefined,
      `"${path}" is read by this run and cannot be written by it`,
    );
  }
}

function checkFileName(problems: Problems, { name, place }: Written): void {
  if (!/[/\\]/.test(name) && name !== "." && name !== "..") return;
  problems.error(
    place,
    `table "${name}" cannot give a file its name`,
    "its name would be a path",
  );
}

/** What follows the last dot of a path's last part; undefined where that is a folder's name. */
function extensionOf(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /[^.]\.([A-Za-z0-9]+)$/.exec(name)?.[1];
}

/** Completes an output with what its format puts around the rows. */
export function frameOutput(
  { format, files, ...output }: Output,
  shapes: ReadonlyMap<string, Pick<TableShape, "name" | "columns">>,
): OutputPlan {
  return {
    ...output,
    format: format.name,
    files: files.map(({ path, tables }) => ({
      path,
      tables: tables.map((table, i) => ({
        table,
        ...format.frame({
          ...shapes.get(table)!,
          // Where nothing is written, tables do not stand in one file even if their format could not.
          index: format.manyTables ? i : 0,
          count: format.manyTables ? tables.length : 1,
        }, output.options),
      })),
    })),
  };
}
