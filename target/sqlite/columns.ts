// A table and its columns as they are filled, and what SQLite makes of a column's declared type.
import type { TablePlan } from "../../core/plan.ts";
import type { RecordCell } from "../../core/wire/sqlite_records.ts";
import type { ValueType } from "../../core/value_type.ts";

/** A table as it is filled. */
export interface FilledTable {
  plan: TablePlan;
  /** Quoted. */
  sqlName: string;
  columns: FilledColumn[];
  /** Made by this run. */
  isNew: boolean;
  /** Absent where rows go in by statements. */
  pages?: TablePages;
}

/** How a new table's rows become pages of the file. */
export interface TablePages {
  root: number;
  /** The column whose values number the rows. */
  key: string | undefined;
  cells: RecordCell[];
}

/** A column that rows are written to. */
export interface FilledColumn {
  /** As the Genfile has it. */
  name: string;
  sqlName: string;
  type: ValueType;
  affinity: Affinity;
}

export type Affinity = "integer" | "text" | "none" | "real" | "numeric";

/** What a column of a declared type makes of values ("Datatypes In SQLite", section 3.1). */
export function affinityOf(declared: string): Affinity {
  const type = declared.toUpperCase();
  if (type.includes("INT")) return "integer";
  if (/CHAR|CLOB|TEXT/.test(type)) return "text";
  if (type === "" || type === "ANY" || type.includes("BLOB")) return "none";
  if (/REAL|FLOA|DOUB/.test(type)) return "real";
  return "numeric";
}

/** Whether a column's values arrive as text: where they are none else, or where the column makes texts of numbers. */
export function isSpelled({ type: { kind }, affinity }: FilledColumn): boolean {
  const isNumber = kind === "int" || kind === "float" || kind === "decimal" ||
    kind === "bool";
  return !isNumber || affinity === "text";
}

/** SQLite's names are the same where they differ in the case of ASCII letters only. */
export function sameName(a: string, b: string): boolean {
  return lower(a) === lower(b);
}

function lower(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
