// What is known of references before anything is made: whether they lead anywhere, and whether they may stand on no row.
import type { ColumnAddress, DistributionSpec } from "../parameters.ts";
import type { ColumnSpec } from "./column.ts";
import type { TableSpec } from "./table.ts";

interface ReferenceParams {
  ref: ColumnAddress;
  of?: string;
  dist?: DistributionSpec;
}

export class References {
  readonly #tables: ReadonlyMap<string, TableSpec>;

  constructor(tables: readonly TableSpec[]) {
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  /** The reference column that `of` names; undefined where there is no `of`, or it is a handle. */
  start(column: ColumnSpec): ColumnSpec | undefined {
    const { of } = paramsOf(column);
    return of === undefined ? undefined : this.#tables.get(column.table)
      ?.columns.find((one) => one.name === of && isReference(one));
  }

  /** Whether the row that `of` begins at leads to the table referred to. */
  leads(column: ColumnSpec): boolean {
    const start = this.start(column);
    return start === undefined || this.#way(column, start) !== undefined;
  }

  /** Whether the reference may stand on no row. */
  mayStandNowhere(
    column: ColumnSpec,
    seen: Set<ColumnSpec> = new Set(),
  ): boolean {
    if (seen.has(column)) return false;
    seen.add(column);
    const start = this.start(column);
    if (start !== undefined) {
      const way = this.#way(column, start) ?? [];
      return way.some((step) => this.mayStandNowhere(step, seen));
    }
    const { ref, of, dist } = paramsOf(column);
    if (this.nullShare(column) > 0) return true;
    // An earlier row of the own table: the first row has none.
    return ref.table === column.table && of === undefined && dist === undefined;
  }

  /** The probability of NULL of a pick: of this column, or of one that shares its handle. */
  nullShare(column: ColumnSpec): number {
    const { ref, of } = paramsOf(column);
    if (of === undefined) return column.null;
    const columns = this.#tables.get(column.table)?.columns ?? [];
    const sharers = columns.filter((one) =>
      isReference(one) && !one.broken && paramsOf(one).of === of &&
      paramsOf(one).ref.table === ref.table
    );
    return Math.max(column.null, ...sharers.map((one) => one.null));
  }

  /** The references to follow from `start` to the column's table: the shortest way, the start included. */
  #way(column: ColumnSpec, start: ColumnSpec): ColumnSpec[] | undefined {
    const target = paramsOf(column).ref.table;
    const seen = new Set<string>();
    let ways = [[start]];
    while (ways.length > 0) {
      const longer: ColumnSpec[][] = [];
      for (const way of ways) {
        const { table } = paramsOf(way[way.length - 1]).ref;
        if (table === target) return way;
        if (seen.has(table)) continue;
        seen.add(table);
        for (const step of this.#tables.get(table)?.columns ?? []) {
          if (!isReference(step) || step.broken) continue;
          // What itself follows another reference leads nowhere that this one does not.
          if (this.start(step) === undefined) longer.push([...way, step]);
        }
      }
      ways = longer;
    }
    return undefined;
  }
}

export function isReference(column: ColumnSpec): boolean {
  return column.generator?.name === "ref" && column.params.ref !== undefined;
}

function paramsOf(column: ColumnSpec): ReferenceParams {
  return column.params as unknown as ReferenceParams;
}
