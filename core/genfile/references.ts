// What is known of references before anything is made: whether they lead anywhere, and whether they may stand on no row.
import {
  type ReferenceColumn,
  type ReferenceParams,
  ReferenceWays,
  type Step,
} from "../reference_ways.ts";
import type { ColumnSpec } from "./column.ts";
import type { TableSpec } from "./table.ts";

export class References {
  readonly #columns = new Map<ColumnSpec, ReferenceColumn>();
  readonly #specs = new Map<ReferenceColumn, ColumnSpec>();
  readonly #ways: ReferenceWays;

  constructor(tables: readonly TableSpec[]) {
    this.#ways = new ReferenceWays(tables.map((table) => ({
      name: table.name,
      per: parentOf(table),
      references: table.columns.filter((column) =>
        isReference(column) && !column.broken
      ).map((column) => this.#enter(column)),
    })));
  }

  #enter(column: ColumnSpec): ReferenceColumn {
    const reference = {
      table: column.table,
      name: column.name,
      params: column.params as unknown as ReferenceParams,
      null: column.null,
      ...(column.inner !== undefined && { inner: column.inner }),
    };
    this.#columns.set(column, reference);
    this.#specs.set(reference, column);
    return reference;
  }

  /** The other reference column that `of` names; undefined where there is no `of`, or it is a handle. */
  start(column: ColumnSpec): ColumnSpec | undefined {
    const reference = this.#columns.get(column);
    const start = reference && this.#ways.start(reference);
    return start && this.#specs.get(start);
  }

  /**
   * How the row that `of` begins at leads to the table referred to: by one way, by none, or by two, of which these
   * are the first steps that differ.
   */
  leads(column: ColumnSpec): "one way" | "nowhere" | Step[] {
    if (this.start(column) === undefined) return "one way";
    const [way, other] = this.#ways.ways(this.#columns.get(column)!);
    if (way === undefined) return "nowhere";
    if (other === undefined) return "one way";
    const i = way.findIndex((step, i) => step !== other[i]);
    return [way[i], other[i]];
  }

  /** Whether the reference may stand on no row. */
  mayStandNowhere(column: ColumnSpec): boolean {
    const reference = this.#columns.get(column);
    if (reference === undefined) return false;
    const [way = []] = this.#ways.ways(reference);
    return way.some((step) => this.#mayLeadNowhere(step));
  }

  #mayLeadNowhere({ kind, from, to, column }: Step): boolean {
    if (column === undefined) return false;
    if (this.#nullShareOf(column) > 0) return true;
    // An earlier row of the own table: the first row has none.
    return kind === "pick" && from === to && this.#ways.isPlain(column);
  }

  /** The probability of NULL of a pick: of this column, or of one that shares its handle. */
  nullShare(column: ColumnSpec): number {
    const reference = this.#columns.get(column);
    return reference === undefined ? column.null : this.#nullShareOf(reference);
  }

  #nullShareOf(column: ReferenceColumn): number {
    return Math.max(
      column.null,
      ...this.#ways.sharers(column).map((one) => one.null),
    );
  }
}

/** The table that a table is made per. */
export function parentOf({ per }: TableSpec): string | undefined {
  return per !== undefined && "table" in per ? per.table : undefined;
}

export function isReference(column: ColumnSpec): boolean {
  return column.generator?.name === "ref" && column.params.ref !== undefined;
}
