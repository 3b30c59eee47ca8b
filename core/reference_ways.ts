// Which row a reference stands on, as steps: up to the parent or an ancestor, or a pick. The checker and the source
// both go by it (genfile.md, "References").
import type { Expression } from "./expression/expression.ts";
import type { ColumnAddress, DistributionSpec } from "./parameters.ts";
import type { InnerPlace } from "./plan.ts";

/** The parameters of a reference. */
export interface ReferenceParams {
  ref: ColumnAddress;
  of?: string;
  dist?: DistributionSpec;
  distinct?: boolean;
  /** A reference column, or the own primary key. */
  within?: string;
  /** Reference columns, or the own primary key. */
  except?: string[];
  /** The row's number, from 0. */
  at?: Expression;
  branching?: number;
  depth?: number;
  roots?: number;
  earlier?: boolean;
}

/** The parameters that say which row is picked; they belong to the pick, and not to the column that shows it. */
export const PICK_PARAMS = [
  ...["dist", "distinct", "within", "except", "at"],
  ...["branching", "depth", "roots", "earlier"],
] as const;

/** A reference column. */
export interface ReferenceColumn {
  table: string;
  name: string;
  params: ReferenceParams;
  /** Probability of NULL. */
  null: number;
  /** There is no row where it does not hold. */
  when?: Expression;
  /** Where it stands inside another column; no other follows it then. */
  inner?: InnerPlace;
}

/** A table with its reference columns. */
export interface ReferenceTable {
  name: string;
  /** The table that it is made per, and how many rows each of that has. */
  per: { table: string; min: number; max: number } | undefined;
  /** The column that is the primary key alone. */
  key: string | undefined;
  references: readonly ReferenceColumn[];
}

/** One step from a row of a table to a row of a table. */
export interface Step {
  /** `up`: to the row that this one descends from. `pick`: to the row that the column picks. */
  kind: "up" | "pick";
  from: string;
  to: string;
  /** The first column that stands there; up: undefined where there is none. */
  column: ReferenceColumn | undefined;
  /** Equal for all columns of the table that stand on the same row. */
  key: string;
}

/** From a row to the row that a reference stands on. */
export type Way = readonly Step[];

export class ReferenceWays {
  readonly #tables: ReadonlyMap<string, ReferenceTable>;

  constructor(tables: readonly ReferenceTable[]) {
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  /** The reference column of that name; undefined where there is none. */
  column(table: string, name: string): ReferenceColumn | undefined {
    return this.#tables.get(table)?.references.find((one) => one.name === name);
  }

  /** Whether the rows of a table descend, by `per`, from those of another. */
  descends(table: string, from: string): boolean {
    return this.ancestors(table).includes(from);
  }

  /** The parent, its parent and so on. */
  ancestors(table: string): string[] {
    const found: string[] = [];
    let up = this.#tables.get(table)?.per?.table;
    while (up !== undefined && !found.includes(up)) {
      found.push(up);
      up = this.#tables.get(up)?.per?.table;
    }
    return found;
  }

  /** The table that a table is made per. */
  parent(table: string): ReferenceTable["per"] {
    return this.#tables.get(table)?.per;
  }

  /** The fewest and the most rows of a table that descend from one row of an ancestor. */
  descendants(table: string, ancestor: string): { min: number; max: number } {
    const product = { min: 1, max: 1 };
    for (const step of [table, ...this.ancestors(table)]) {
      if (step === ancestor) break;
      const { min, max } = this.#tables.get(step)!.per!;
      product.min *= min;
      product.max *= max;
    }
    return product;
  }

  /** Whether all rows of one parent have the same row there: it is an ancestor of theirs. */
  isShared(table: string, name: string): boolean {
    const column = this.column(table, name);
    const [way] = column === undefined ? [] : this.ways(column);
    return way !== undefined &&
      way.every((step) => step.kind === "up" && isAlways(step.column));
  }

  /** The table on whose row a column stands that `within` or `except` names; undefined where it stands on none. */
  standsOn(table: string, name: string): string | undefined {
    const { key } = this.#tables.get(table)!;
    return this.column(table, name)?.params.ref.table ??
      (name === key ? table : undefined);
  }

  /** Whether it picks an earlier row of its own table. */
  isEarlier({ table, params }: ReferenceColumn): boolean {
    const { ref, of, earlier } = params;
    if (ref.table !== table || earlier === false) return false;
    if (params.at !== undefined) return false;
    if (earlier === true || params.within !== undefined) return true;
    return hasShape(params) || of === undefined && !choosesItself(params);
  }

  /** The other reference column that `of` names; undefined where there is no `of`, or it is a handle. */
  start(column: ReferenceColumn): ReferenceColumn | undefined {
    const { of } = column.params;
    if (of === undefined || of === column.name) return undefined;
    return this.column(column.table, of);
  }

  /** All columns that share a pick with this one by a handle, itself among them. */
  sharers(column: ReferenceColumn): readonly ReferenceColumn[] {
    const { of, ref } = column.params;
    if (of === undefined) return [column];
    const { references } = this.#tables.get(column.table)!;
    return references.filter(({ params }) =>
      params.of === of && params.ref.table === ref.table
    );
  }

  /**
   * The ways from a row to the one that the column stands on: one, or none where no reference leads there, or two of
   * equal length, which is a choice that nobody made.
   */
  ways(column: ReferenceColumn): Way[] {
    return this.#waysOf(column, new Set());
  }

  #waysOf(column: ReferenceColumn, seen: Set<ReferenceColumn>): Way[] {
    if (seen.has(column)) return [];
    seen.add(column);
    const start = this.start(column);
    if (start === undefined) return [[this.#ownStep(column)]];
    const [first] = this.#waysOf(start, seen);
    if (first === undefined) return [];
    const target = column.params.ref.table;
    const own = this.#alongReferred(first, start, target, seen);
    return own === undefined ? this.#shortest(first, target) : [own];
  }

  /** Where a column goes that follows no other. */
  #ownStep(column: ReferenceColumn): Step {
    const { ref, of } = column.params;
    const from = column.table;
    const to = ref.table;
    if (this.isPlain(column) && this.descends(from, to)) {
      // With NULLs of its own it does not always stand where the others do.
      const key = upKey(to) + (isAlways(column) ? "" : `/${column.name}`);
      return { kind: "up", from, to, column, key };
    }
    const [first = column] = this.sharers(column);
    const key = `pick/${of ?? column.name}/${to}`;
    return { kind: "pick", from, to, column: first, key };
  }

  /** Whether nothing makes it a pick of its own. */
  isPlain({ params }: ReferenceColumn): boolean {
    return params.of === undefined && !choosesItself(params);
  }

  /** Goes on along the references that the columns referred to are themselves. */
  #alongReferred(
    first: Way,
    start: ReferenceColumn,
    target: string,
    seen: Set<ReferenceColumn>,
  ): Way | undefined {
    let way = first;
    let column = start;
    while (end(way) !== target) {
      const next = this.column(end(way), column.params.ref.column);
      if (next === undefined) return undefined;
      const [on] = this.#waysOf(next, seen);
      if (on === undefined) return undefined;
      way = [...way, ...on];
      column = next;
    }
    return way;
  }

  /** Goes on along any references, else also up without one. */
  #shortest(first: Way, target: string): Way[] {
    const ways = this.#search(first, target, false);
    return ways.length > 0 ? ways : this.#search(first, target, true);
  }

  #search(first: Way, target: string, up: boolean): Way[] {
    const seen = new Set<string>();
    let ways: Way[] = [first];
    while (ways.length > 0) {
      const found = ways.filter((way) => end(way) === target);
      if (found.length > 0) return found;
      for (const way of ways) seen.add(end(way));
      const longer = new Map<string, Way[]>();
      for (const way of ways) {
        for (const step of this.#steps(end(way), up)) {
          const there = longer.get(step.to) ?? [];
          longer.set(step.to, there);
          // Two are enough to tell that there is more than one.
          if (!seen.has(step.to) && there.length < 2) {
            there.push([...way, step]);
          }
        }
      }
      ways = [...longer.values()].flat();
    }
    return [];
  }

  /** From a row of a table on: what itself follows another reference leads nowhere that this one does not. */
  #steps(table: string, up: boolean): Step[] {
    const steps = new Map<string, Step>();
    const add = (step: Step) => {
      if (!steps.has(step.key)) steps.set(step.key, step);
    };
    for (const column of this.#tables.get(table)?.references ?? []) {
      if (column.inner !== undefined) continue;
      if (this.start(column) === undefined) add(this.#ownStep(column));
    }
    if (up) {
      for (const to of this.ancestors(table)) {
        add({ kind: "up", from: table, to, column: undefined, key: upKey(to) });
      }
    }
    // Of several that stand on one ancestor, one that always does is as good as any.
    return [...steps.values()].filter(({ kind, key, to }) =>
      kind !== "up" || key === upKey(to) || !steps.has(upKey(to))
    );
  }
}

/** Whether a parameter makes it a pick of its own. */
function choosesItself(params: ReferenceParams): boolean {
  const { dist, distinct, within, except, at } = params;
  return at !== undefined || dist !== undefined || distinct === true ||
    within !== undefined ||
    except !== undefined;
}

/** Whether nothing of the column's own says that there is no row. */
export function isAlways(column: ReferenceColumn | undefined): boolean {
  return column === undefined ||
    column.null === 0 && column.when === undefined;
}

/** Whether it says how a tree looks. */
export function hasShape(params: ReferenceParams): boolean {
  const { branching, depth, roots } = params;
  return branching !== undefined || depth !== undefined || roots !== undefined;
}

function upKey(table: string): string {
  return `per/${table}`;
}

/** The table that a way has come to. */
function end(way: Way): string {
  return way[way.length - 1].to;
}
