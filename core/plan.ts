// The plan: everything that workers need to know, as plain data that travels by postMessage.
// It is made from a checked Genfile and the command line's options, and never changes afterwards.
import type { FormatOptions, Frame } from "./format.ts";
import type { ValueType } from "./value_type.ts";

/** Rows of a chunk. Chunk bounds depend on nothing but the table, so that files are the same for any number of workers. */
export const CHUNK_ROWS = 1024;

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
  output: OutputPlan;
  /** Source workers, each with a ring of its own. */
  workers: number;
  /** Capacity of each ring. */
  buffer: { records: number; bytes: number };
}

export interface TablePlan {
  name: string;
  rows: number;
  /** Whether this run writes it; a table that is not written can still be referred to. */
  written: boolean;
  columns: ColumnPlan[];
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
  locale: string;
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
}

/** Where the rows go. */
export interface OutputPlan {
  kind: "files" | "stdout" | "null";
  /** As written: for messages. */
  to: string;
  format: string;
  options: FormatOptions;
  mode: Mode;
  /** Records in a write. */
  batch: number;
  /** files: one each; stdout, null: one in all. Tables by name, in load order. */
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
  /** Empty for stdout and null. */
  path: string;
  tables: OutputTable[];
}

/** A table in a file, with what its format puts around the rows. */
export interface OutputTable extends Frame {
  table: string;
}

/** Number of chunks of a table of so many rows. */
export function chunkCount(rows: number): number {
  return Math.ceil(rows / CHUNK_ROWS);
}

/** The tables that a run writes, in load order. */
export function writtenTables(plan: Plan): TablePlan[] {
  return plan.tables.filter((table) => table.written);
}
