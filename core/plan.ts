// The plan: everything that workers need to know, as plain data that travels by postMessage.
// It is made from a checked Genfile and the command line's options, and never changes afterwards.
import type { Expression } from "./expression/expression.ts";
import type { FormatOptions, Frame } from "./format.ts";
import type { LocaleShare } from "./parameters.ts";
import type { AliasParts } from "./values/alias.ts";
import type { ValueType } from "./value_type.ts";
import type { CountSpec } from "./values/child_counts.ts";

/** Rows of a chunk. Chunk bounds depend on nothing but the table, so that files are the same for any number of workers. */
export const CHUNK_ROWS = 1024;

/** What a run does, from a checked Genfile. Programs hand it on; its fields are thrust's own and may change. */
export interface Plan {
  /** The seed as text: `42` and `"42"` are the same. */
  seed: string;
  /** `random` was asked for. */
  seedIsRandom: boolean;
  /** The start of the run, in milliseconds since 1970. */
  now: number;
  /** Neither the Genfile nor the command line gave `now`. */
  nowIsClock: boolean;
  /** All tables of the Genfile; those that are written stand in load order, parents first. */
  tables: TablePlan[];
  dictionaries: DictionaryPlan[];
  /** URLs of modules with a program's own generators. */
  modules?: string[];
  output: OutputPlan;
  /** Source workers, each with a ring of its own. */
  workers: number;
  /** So few values that the main thread makes them, in place of the one source worker. */
  small?: boolean;
  /** Capacity of each ring. */
  buffer: { records: number; bytes: number };
}

export interface TablePlan {
  name: string;
  rows: number;
  /** What the rows follow from, where the table is made per another or per the entries of a dictionary. */
  per?: PerPlan;
  /** Whether this run writes it; a table that is not written can still be referred to. */
  written: boolean;
  columns: ColumnPlan[];
  /** Columns of the primary key; empty without one. Where one of them is hidden, the written table has none. */
  primaryKey: string[];
  /** Further keys of which no two rows have the same. */
  uniqueKeys: string[][];
  foreignKeys: ForeignKey[];
}

/** So many rows for each row of a table (see `ChildCounts`), or one for each entry of a dictionary. */
export type PerPlan = { table: string } & CountSpec | { dictionary: string };

/** Columns whose values are those of a primary or unique key of a table of the plan, which may be the own one. */
export interface ForeignKey {
  columns: string[];
  table: string;
  /** The key's columns, in the same order. */
  targets: string[];
}

export interface ColumnPlan {
  name: string;
  generator: string;
  /** As the generator's parameters describe them: defaults filled in, plain data. */
  params: Record<string, unknown>;
  type: ValueType;
  /** Probability of NULL. */
  null: number;
  hidden: boolean;
  primary: boolean;
  /** The locale, or the mix of which each row has one. */
  locales: LocaleShare[];
  /** The values are those of ranks that differ from row to row: see `Generator.ranked`. */
  ranks?: RankPlan;
  /** What the first rows show in place of what is made. */
  pinned?: PinnedValues;
  /** No two rows have the same: where a row makes a pinned value, it gives way. */
  unique?: boolean;
  /** Of a unique column: exactly so many rows are NULL, instead of by probability. */
  nullRows?: NullRows;
  /** NULL where this does not hold. */
  when?: Expression;
  /** A reference that reads, in an earlier row, a column that is made from it. */
  readsItself?: boolean;
  /** Where it stands inside another column: its random words are those of `what`, and nobody sees it by itself. */
  inner?: InnerPlace;
}

/** A number in the vector's own units, a text, or NULL. */
export type PinnedValue = number | string | null;

/** Rows and what is pinned there, in the same order. */
export interface PinnedValues {
  rows: number[];
  values: PinnedValue[];
}

/** How rows become ranks: each row's number (without the rows of `skip`) goes through the steps in order. */
export interface RankPlan {
  steps: RankStep[];
  /**
   * Ranks differ among the siblings of one parent only, each parent having a permutation of its own, or among the items
   * of one row, each row having one. Else: all rows.
   */
  among?: "siblings" | "items";
  /** Among items: which of the row's it is, from 0. */
  item?: number;
  /** Parts of a thing that columns share which must differ: see `Shared.part`. */
  parts: string[];
  /** Rows that show NULL and need no rank. */
  skip?: NullRows;
}

export type RankStep =
  /** A permutation of the numbers below `size`, keyed by a column or thing and a purpose. */
  | { kind: "permute"; what: string; purpose: string; size: number }
  /** A digit: the number divided by `divisor`, modulo `size`. */
  | { kind: "digit"; divisor: number; size: number }
  /** Of x + width · y with x below `width`: x + slope · y, modulo `size`. */
  | { kind: "line"; width: number; slope: number; size: number }
  /**
   * The number divided by `divisor`, modulo `rest`, as a number below `size`: by a permutation of its own for each
   * remainder of the division, which is what keys share.
   */
  | {
    kind: "permuteWithin";
    what: string;
    purpose: string;
    divisor: number;
    rest: number;
    size: number;
  };

/** So many rows, spread over the table by a permutation keyed by a column or thing. */
export interface NullRows {
  what: string;
  count: number;
}

/** A column inside another. */
export interface InnerPlace {
  /** Its address: `col` for an alternative, `col.key`, or `col[]` for what is made several times as `col[i]`. */
  what: string;
  /** One of several that make the same value: its NULL mask is not the outer column's. */
  alternative: boolean;
}

/** A dictionary's entries, packed and shared between the workers. */
export interface DictionaryPlan {
  name: string;
  columns: string[];
  entries: number;
  /** For each column, the texts one after another; entry i from offsets[i] to offsets[i + 1]. */
  bytes: Uint8Array<SharedArrayBuffer>[];
  offsets: Uint32Array<SharedArrayBuffer>[];
  weights?: Float64Array<SharedArrayBuffer>;
  /** What choosing by weight needs. */
  alias?: AliasParts;
}

/** Where the rows go. */
export interface OutputPlan {
  kind: "files" | "stdout" | "null" | "sqlite" | "postgres";
  /** As written, but for a password: for messages. */
  to: string;
  /** postgres: where the server is, perhaps with a password in it. Never to be shown. */
  url?: string;
  /** Of databases: one that rows' sizes are estimated by; what the sources write is the target's choice (see `Wire`). */
  format: string;
  options: FormatOptions;
  mode: Mode;
  /** Records in a write, or in a transaction. */
  batch: number;
  /** Target workers: one, but for databases that take rows through several connections. */
  connections: number;
  /** files: one each; else one in all. Tables by name, in load order. */
  files: OutputFile[];
}

export type Mode = "create" | "append" | "truncate" | "replace";
export const MODES: readonly Mode[] = [
  "create",
  "append",
  "truncate",
  "replace",
];

export interface OutputFile {
  /** Empty where rows go into no file. */
  path: string;
  tables: OutputTable[];
}

/** A table in a file, with what its format puts around the rows. */
export interface OutputTable extends Frame {
  table: string;
  /** Where it is one of the table's own outputs; without it, all written columns stand there in the run's format. */
  own?: { columns: string[]; format: string; options: FormatOptions };
}

/** The places of a table's rows: several where it has outputs of its own, in the order of the files. */
export function placesOf(
  { output }: Plan,
  table: string,
): { file: OutputFile; frame: OutputTable }[] {
  return output.files.flatMap((file) =>
    file.tables.filter((frame) => frame.table === table)
      .map((frame) => ({ file, frame }))
  );
}

/** Number of chunks of a table of so many rows. */
export function chunkCount(rows: number): number {
  return Math.ceil(rows / CHUNK_ROWS);
}

/** Rows of a table that go through a lane: chunks `lane`, `lane + lanes` and so on. */
export function laneRows(rows: number, lane: number, lanes: number): number {
  const chunks = chunkCount(rows);
  if (lane >= chunks) return 0;
  const own = Math.ceil((chunks - lane) / lanes);
  const hasLast = (chunks - 1) % lanes === lane;
  return own * CHUNK_ROWS - (hasLast ? chunks * CHUNK_ROWS - rows : 0);
}

/** Whether rows go into a database: no format is chosen, and whole batches stay after a failure. */
export function isDatabase(kind: OutputPlan["kind"]): boolean {
  return kind === "sqlite" || kind === "postgres";
}

/** The tables that a run writes, in load order. */
export function writtenTables(plan: Plan): TablePlan[] {
  return plan.tables.filter((table) => table.written);
}
