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

  /** The other reference column that `of` names; undefined where there is no `of`, or it is a handle. */
  start(column: ColumnSpec): ColumnSpec | undefined {
    const { of } = paramsOf(column);
    return of === undefined ? undefined : this.#tables.get(column.table)
      ?.columns.find((one) =>
        one.name === of && one !== column && isReference(one)
      );
  }

  /**
   * How the row that `of` begins at leads to the table referred to: by one way, by none, or by two, of which these
   * are the first references that differ.
   */
  leads(column: ColumnSpec): "one way" | "nowhere" | ColumnSpec[] {
    const start = this.start(column);
    if (start === undefined) return "one way";
    const [way, other] = this.#ways(column, start);
    if (way === undefined) return "nowhere";
    if (other === undefined) return "one way";
    const i = way.findIndex((step, i) => step !== other[i]);
    return [way[i], other[i]];
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
      const [way = []] = this.#ways(column, start);
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

  /**
   * The references to follow from `start` to the column's table, the start included: those that columns referred to
   * are themselves, else the shortest ways over any. Several would be a choice that nobody made.
   */
  #ways(column: ColumnSpec, start: ColumnSpec): ColumnSpec[][] {
    const target = paramsOf(column).ref.table;
    return this.#ownWay(start, target) ?? this.#shortestWays(start, target);
  }

  #ownWay(start: ColumnSpec, target: string): ColumnSpec[][] | undefined {
    const way: ColumnSpec[] = [];
    let step: ColumnSpec | undefined = start;
    while (step !== undefined && !way.includes(step)) {
      way.push(step);
      const { table, column }: ColumnAddress = paramsOf(step).ref;
      if (table === target) return [way];
      step = this.#tables.get(table)?.columns.find((one) =>
        one.name === column && isReference(one) && !one.broken
      );
    }
    return undefined;
  }

  #shortestWays(start: ColumnSpec, target: string): ColumnSpec[][] {
    const seen = new Set<string>();
    let ways = [[start]];
    while (ways.length > 0) {
      const found = ways.filter((way) => tableOf(way) === target);
      if (found.length > 0) return found;
      for (const way of ways) seen.add(tableOf(way));
      const longer = new Map<string, ColumnSpec[][]>();
      for (const way of ways) {
        for (const step of this.#steps(tableOf(way))) {
          const { table } = paramsOf(step).ref;
          const there = longer.get(table) ?? [];
          longer.set(table, there);
          // Two are enough to tell that there is more than one.
          if (!seen.has(table) && there.length < 2) there.push([...way, step]);
        }
      }
      ways = [...longer.values()].flat();
    }
    return [];
  }

  /** The references of a table that stand on rows of their own: of those that share a row, the first. */
  #steps(table: string): ColumnSpec[] {
    const steps = new Map<string, ColumnSpec>();
    for (const column of this.#tables.get(table)?.columns ?? []) {
      if (!isReference(column) || column.broken || column.inner) continue;
      // What itself follows another reference leads nowhere that this one does not.
      if (this.start(column) !== undefined) continue;
      const { ref, of } = paramsOf(column);
      const row = JSON.stringify([of ?? column.name, ref.table]);
      if (!steps.has(row)) steps.set(row, column);
    }
    return [...steps.values()];
  }
}

/** The table that a way has come to. */
function tableOf(way: ColumnSpec[]): string {
  return paramsOf(way[way.length - 1]).ref.table;
}

export function isReference(column: ColumnSpec): boolean {
  return column.generator?.name === "ref" && column.params.ref !== undefined;
}

function paramsOf(column: ColumnSpec): ReferenceParams {
  return column.params as unknown as ReferenceParams;
}
