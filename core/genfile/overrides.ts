// What the command line says over the Genfile. What is wrong in it has no place in the file.
import type { Problems } from "./problems.ts";
import { MAX_WORKERS, milliseconds, type RunSettings } from "./settings.ts";
import { MAX_ROWS } from "./table.ts";
import type { TableSpec } from "./spec.ts";
import { didYouMeanOneOf } from "../values/nearest.ts";

/** Options of the command line or of a program; each wins over the Genfile. */
export interface Overrides {
  /** As `to` of `[target]`. */
  to?: string;
  /** As `format` of `[target]`. */
  format?: string;
  /** `create`, `append`, `truncate` or `replace`. */
  mode?: string;
  /** Rows of every table that has `rows`. */
  rows?: number;
  /** Rows by table. */
  tableRows?: ReadonlyMap<string, number>;
  /** Only these tables are written. */
  only?: readonly string[];
  /** Only these tables are written, each with that many rows. */
  counts?: ReadonlyMap<string, number>;
  /** Multiplies `rows`. */
  scale?: number;
  /** Any text; `random` asks for a new one. */
  seed?: string;
  /** A date or time as ISO 8601 text. */
  now?: string;
  /** Source workers, from 1 to 256. */
  workers?: number;
  /** To a PostgreSQL server, from 1. */
  connections?: number;
  /** Records in a write or a transaction, from 1. */
  batch?: number;
}

/** Which tables a run writes, and how many rows each has. */
export interface TableChoice {
  /** Undefined where the Genfile says nothing right, and where a table is made per another. */
  rows: Map<string, number | undefined>;
  written: Set<string>;
}

export function chooseTables(
  problems: Problems,
  tables: readonly TableSpec[],
  overrides: Overrides,
): TableChoice {
  const { counts, only, tableRows } = overrides;
  const names = tables.map(({ name }) => name);
  const known = (name: string, where: string) => {
    if (names.includes(name)) return;
    problems.error(
      undefined,
      `unknown table "${name}" in ${where}`,
      didYouMeanOneOf(name, names),
    );
  };
  for (const name of only ?? []) known(name, "--only");
  for (const name of tableRows?.keys() ?? []) known(name, "--rows");
  for (const name of counts?.keys() ?? []) known(name, `"${name}=…"`);
  if (only !== undefined && counts !== undefined && counts.size > 0) {
    problems.error(
      undefined,
      "--only and table=count arguments both choose the tables",
      "leave one out",
    );
  }
  const chosen = counts !== undefined && counts.size > 0
    ? [...counts.keys()]
    : only ?? names;
  if (overrides.scale !== undefined) checkScale(problems, overrides.scale);
  return {
    rows: new Map(
      tables.map((table) => [
        table.name,
        rowsOf(problems, table, overrides, tables),
      ]),
    ),
    written: new Set(chosen),
  };
}

function checkScale(problems: Problems, scale: number): void {
  if (scale > 0 && scale < Infinity) return;
  problems.error(undefined, `--scale is ${scale}`, "expected more than 0");
}

function rowsOf(
  problems: Problems,
  table: TableSpec,
  { counts, tableRows, rows, scale }: Overrides,
  tables: readonly TableSpec[],
): number | undefined {
  const wanted = counts?.has(table.name)
    ? `${table.name}=…`
    : tableRows?.has(table.name)
    ? "--rows"
    : undefined;
  if (table.per !== undefined) {
    if (wanted !== undefined) reportCount(problems, table, wanted, tables);
    return undefined;
  }
  const count = counts?.get(table.name);
  if (count !== undefined) return given(problems, `${table.name}=…`, count);
  const own = tableRows?.get(table.name);
  if (own !== undefined) return given(problems, "--rows", own);
  if (!table.hasRows) {
    problems.error(
      table.place,
      `table "${table.name}" does not say how many rows it has`,
      "add rows = 1000",
    );
    return undefined;
  }
  if (rows !== undefined) return given(problems, "--rows", rows);
  if (table.rows === undefined || !table.scale || scale === undefined) {
    return table.rows;
  }
  if (table.rows === 0) return 0;
  const scaled = Math.max(1, Math.floor(table.rows * scale + 0.5));
  if (scaled <= MAX_ROWS) return scaled;
  problems.error(
    undefined,
    `--scale ${scale} gives table "${table.name}" more than 2^53 rows`,
  );
  return undefined;
}

/** A count for a table whose rows follow from others. */
function reportCount(
  problems: Problems,
  { name, per }: TableSpec,
  where: string,
  tables: readonly TableSpec[],
): void {
  /** The first of its ancestors that has rows of its own. */
  let source = per!;
  for (let steps = 0; "table" in source && steps < tables.length; steps++) {
    const parent = source.table;
    const next = tables.find((one) => one.name === parent)?.per;
    if (next === undefined) break;
    source = next;
  }
  const whose = "table" in per!
    ? `table "${per.table}"`
    : `dictionary "${per!.dictionary}"`;
  problems.error(
    undefined,
    `${where} gives table "${name}" a count, and it is made per ${whose}`,
    "table" in source
      ? `its rows follow: --rows ${source.table}=…, and --only ${name} to write no other`
      : `its rows follow from the dictionary: --only ${name} writes no other`,
  );
}

function given(
  problems: Problems,
  where: string,
  rows: number,
): number | undefined {
  if (Number.isInteger(rows) && rows >= 0 && rows <= MAX_ROWS) return rows;
  problems.error(
    undefined,
    `${where} is ${rows}`,
    "expected a whole number of rows",
  );
  return undefined;
}

/** `[run]` with the options over it. */
export function overrideRun(
  problems: Problems,
  run: RunSettings,
  overrides: Overrides,
): RunSettings {
  const { seed = run.seed, workers = run.workers } = overrides;
  if (overrides.workers !== undefined) {
    checkCount(problems, "workers", overrides.workers, MAX_WORKERS);
  }
  let now = run.now;
  if (overrides.now !== undefined) {
    now = milliseconds(overrides.now);
    if (now === undefined) {
      problems.error(
        undefined,
        `--now is "${overrides.now}"`,
        "expected a time such as 2026-01-01T00:00:00Z",
      );
      now = run.now ?? 0; // not the clock's: nobody need be warned of it
    }
  }
  return { ...run, seed, workers, now };
}

/** Reports an option that is no number from 1. */
export function checkCount(
  problems: Problems,
  name: string,
  value: number,
  maximum: number,
): void {
  if (Number.isInteger(value) && value >= 1 && value <= maximum) return;
  problems.error(
    undefined,
    `--${name} is ${value}`,
    `expected a whole number from 1 to ${maximum}`,
  );
}
