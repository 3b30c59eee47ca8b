// Reads `[target]`: where the rows go, in which format, in which files.
import { resolve } from "node:path";
import type { Place } from "./diagnostic.ts";
import type { Format, FormatOptions, TableShape } from "./format.ts";
import type { Problems } from "./genfile/problems.ts";
import type { TargetSettings } from "./genfile/settings.ts";
import type { TableOutputSpec } from "./genfile/table_output.ts";
import { MAX_WORKERS } from "./genfile/settings.ts";
import { extensionOf, formatOf } from "./output_format.ts";
import { noOptions, readOptions } from "./output_options.ts";
import { checkCount, type Overrides } from "./overrides.ts";
import { hidePasswords } from "./passwords.ts";
import { isDatabase, type Mode, MODES, type OutputPlan } from "./plan.ts";
import {
  checkFilesDiffer,
  checkOutputsApply,
  tableFiles,
} from "./table_files.ts";
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
  files: { path: string; tables: OutputPart[] }[];
}

/** A table in a file, or some of its columns. */
export interface OutputPart {
  table: string;
  /** Where it is an output of its own. */
  own?: {
    /** Undefined: all. */
    columns: string[] | undefined;
    format: Format;
    options: FormatOptions;
  };
}

/** A table that is written. */
export interface Written {
  name: string;
  place: Place;
  outputs: readonly TableOutputSpec[];
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
    didYouMean(scheme[0], ["postgres://", "postgresql://"]) ??
      "there are postgres://…, sqlite:PATH and paths of files; the format sql has dialects for others",
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

function oneDatabase(
  problems: Problems,
  question: OutputQuestion,
  to: string,
): Output["files"] {
  const path = to.slice(SQLITE.length);
  const tables = question.tables.map(({ name }) => ({ table: name }));
  checkOutputsApply(problems, question, to);
  checkInputs(problems, question, [path]);
  return [{ path, tables }];
}

function oneStream(
  problems: Problems,
  question: OutputQuestion,
  kind: OutputPlan["kind"],
  to: string,
  place: Place | undefined,
  usual: Usual,
): Output["files"] {
  const { tables } = question;
  if (kind === "stdout") {
    checkOneTable(problems, tables, place, usual.format, "-");
  }
  if (kind !== "null") {
    checkOutputsApply(problems, question, to);
  }
  // Nowhere is the same for a file and for several: each is made.
  const apart = kind === "null"
    ? tables.filter(({ outputs }) => outputs.length > 0)
    : [];
  const together = tables.filter((table) => !apart.includes(table));
  const parts = apart.flatMap((table) =>
    tableFiles(problems, question, table, "", usual)
  );
  return [
    { path: "", tables: together.map(({ name }) => ({ table: name })) },
    ...parts.map(({ part }) => ({ path: "", tables: [part] })),
  ].filter((file) => file.tables.length > 0);
}

/** What `[target]` says of the format. */
interface Usual {
  format: Format;
  options: FormatOptions;
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
  usual: Usual,
): Output["files"] {
  const misspelt = to.match(/\{[^{}]*\}/g)?.find((part) => part !== "{table}");
  const meant = misspelt && didYouMean(misspelt.toLowerCase(), ["{table}"]);
  if (meant !== undefined) {
    problems.error(place, `unknown placeholder "${misspelt}" in to`, meant);
    return [];
  }
  const { tables } = question;
  const { format } = usual;
  const isPattern = to.includes("{table}");
  const isOne = !isPattern && extensionOf(to) !== undefined;
  if (isOne) {
    checkOneTable(problems, tables, place, format, to);
    checkOutputsApply(problems, question, to);
    const parts = tables.map(({ name }) => ({ table: name }));
    checkInputs(problems, question, [to]);
    return [{ path: to, tables: parts }];
  }
  const folder = to.replace(/\/+$/, "") || "/";
  const files = tables.flatMap((table) => {
    const { name, outputs } = table;
    const path = isPattern
      ? to.replaceAll("{table}", () => name)
      : `${folder}/${name}.${format.extension}`.replace(/^\/\//, "/");
    if (outputs.length > 0) {
      if (outputs.some(({ to }) => to.text.includes("{table}"))) {
        checkFileName(problems, table);
      }
      const around = isPattern ? path.slice(0, path.lastIndexOf("/") + 1) : to;
      const inside = around.replace(/(?<=.)\/+$/, "");
      return tableFiles(problems, question, table, inside, usual);
    }
    checkFileName(problems, table);
    return [{ path, part: { table: name }, place: table.place }];
  });
  checkFilesDiffer(problems, files);
  checkInputs(problems, question, files.map(({ path }) => path));
  return files.map(({ path, part }) => ({ path, tables: [part] }));
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
      tables: tables.map(({ table, own }, i) => {
        const { options = output.options } = own ?? {};
        const written = own?.format ?? format;
        const shape = shapeOfPart(shapes.get(table)!, own?.columns);
        return {
          table,
          ...(own && {
            own: {
              columns: shape.columns.map(({ name }) => name),
              format: written.name,
              options,
            },
          }),
          ...written.frame({
            ...shape,
            // Where nothing is written, tables do not stand in one file even if their format could not.
            index: written.manyTables ? i : 0,
            count: written.manyTables ? tables.length : 1,
          }, options),
        };
      }),
    })),
  };
}

/** A table's name, columns and keys. */
interface Part<T> {
  name: string;
  columns: T[];
  uniqueKeys?: string[][];
}

/** Some of a table's columns. A part of a key is none. */
function shapeOfPart<T extends { name: string; primary?: boolean }>(
  { name, columns, uniqueKeys = [] }: Part<T>,
  names: readonly string[] | undefined,
): Part<T> {
  if (names === undefined) return { name, columns, uniqueKeys };
  const isWhole = columns.every((one) =>
    !one.primary || names.includes(one.name)
  );
  return {
    name,
    uniqueKeys: uniqueKeys.filter((key) =>
      key.every((one) => names.includes(one))
    ),
    columns: names.map((wanted) => {
      const column = columns.find((one) => one.name === wanted)!;
      return isWhole ? column : { ...column, primary: false };
    }),
  };
}
