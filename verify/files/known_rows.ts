// Rows that are known to be the expected ones, byte for byte: their cells are the source's own.
import type { TablePlan } from "../../core/plan.ts";
import { sqliteText } from "../../source/formats/sqlite/values.ts";
import type { Source } from "../../source/source.ts";
import type { Cells } from "../cells.ts";
import { ExpectedRows } from "../expected_rows.ts";

export class KnownRows {
  readonly #source: Source;
  readonly #plan: TablePlan;
  /** By the columns that are asked for. */
  readonly #rows = new Map<readonly string[], ExpectedRows>();

  constructor(source: Source, plan: TablePlan) {
    this.#source = source;
    this.#plan = plan;
  }

  /** Columns of the rows that the source has just made. */
  last(names: readonly string[], count: number): Cells[] {
    let rows = this.#rows.get(names);
    if (rows === undefined) {
      rows = new ExpectedRows(
        this.#source,
        this.#plan,
        names,
        (column) => sqliteText(this.#plan.name, column),
      );
      this.#rows.set(names, rows);
    }
    return rows.last(count);
  }
}
