// What verify asks of a place where rows are: the readers of files and databases answer it.
import type { TablePlan } from "../core/plan.ts";
import type { Cells } from "./cells.ts";

/** Sees the rows of a table, a batch of at most 1,024 at a time; what it is given is overwritten after it returns. */
export interface Visitor {
  /**
   * Rows that are there, and are known to be the expected rows `row` to `row + count - 1`, byte for byte.
   *
   * @param read Gives some of their columns, by name.
   */
  same(
    row: number,
    count: number,
    read: (columns: readonly string[]) => Cells[],
  ): void;
  /** Rows that are there, from position `at` on; a cell for each of the table's columns. */
  found(cells: readonly Cells[], count: number, at: number): void;
  /** Rows that should be there: `row` and the following, as `found` would show them. Those told by `same` are left out. */
  expected?(cells: readonly Cells[], count: number, row: number): void;
}

/** A table, or a part of its columns, as it is in a target. */
export interface FoundTable {
  plan: TablePlan;
  /** As messages name it: `"out/orders.csv"`, `table "orders" in localhost:5432/shop`. */
  name: string;
  /** The columns that are there and in the plan, in the order of the plan. */
  columns: string[];
  /** Columns that the target keeps in another form or rounded. */
  altered?: readonly string[];
  /** What is wrong before any row is read: a table or a column that is missing. */
  flaws: string[];
  /** Whether the order of the rows is promised too. */
  ordered: boolean;
  /** Where the last scan found other bytes than expected and cannot take them apart: what it found. */
  unread?: string;
  /** Shows all rows. */
  scan(visitor: Visitor): Promise<void>;
  /** What makes the target itself see to a key, `unique index "orders_pkey"`; undefined where nothing does. */
  guard?(columns: readonly string[]): Promise<string | undefined>;
  /** The same for a reference: the name of the constraint. */
  referenceGuard?(
    columns: readonly string[],
    table: string,
    targets: readonly string[],
  ): Promise<string | undefined>;
  /** Counts the rows without reading them. */
  count?(): Promise<number>;
  /** Finds rows by the values of a key; shows found and expected ones. */
  sample?(
    rows: readonly number[],
    key: readonly string[],
    visitor: Visitor,
  ): Promise<void>;
}

/** A target that can be looked at. */
export interface Place {
  tables: FoundTable[];
  close(): Promise<void>;
}
