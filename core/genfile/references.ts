// What is known of references before anything is made: where they lead, and whether they may stand on no row.
import {
  type ReferenceColumn,
  type ReferenceParams,
  ReferenceWays,
  type Step,
} from "../reference_ways.ts";
import type { ColumnSpec, TableSpec } from "./spec.ts";

/** Rows by table; undefined where nothing right is said. */
export type RowCounts = ReadonlyMap<string, number | undefined>;

/** Parameters that leave a pick fewer rows than all, or say which. */
const NOT_FREE = [
  ...["within", "except", "at", "branching", "depth", "roots", "earlier"],
];

export class References {
  readonly #columns = new Map<ColumnSpec, ReferenceColumn>();
  readonly #specs = new Map<ReferenceColumn, ColumnSpec>();
  readonly #rows: RowCounts;
  readonly ways: ReferenceWays;

  constructor(tables: readonly TableSpec[], rows: RowCounts) {
    this.#rows = rows;
    this.ways = referenceWays(tables, (reference, column) => {
      this.#columns.set(column, reference);
      this.#specs.set(reference, column);
    });
  }

  /** Undefined for what is no reference, or a wrong one. */
  reference(column: ColumnSpec): ReferenceColumn | undefined {
    return this.#columns.get(column);
  }

  rows(table: string): number | undefined {
    return this.#rows.get(table);
  }

  /** The other reference column that `of` names; undefined where there is no `of`, or it is a handle. */
  start(column: ColumnSpec): ColumnSpec | undefined {
    const reference = this.#columns.get(column);
    const start = reference && this.ways.start(reference);
    return start && this.#specs.get(start);
  }

  /**
   * How the row that `of` begins at leads to the table referred to: by one way, by none, or by two, of which these
   * are the first steps that differ.
   */
  leads(column: ColumnSpec): "one way" | "nowhere" | Step[] {
    if (this.start(column) === undefined) return "one way";
    const [way, other] = this.ways.ways(this.#columns.get(column)!);
    if (way === undefined) return "nowhere";
    if (other === undefined) return "one way";
    const i = way.findIndex((step, i) => step !== other[i]);
    return [way[i], other[i]];
  }

  /** The references on the way whose picks follow from other columns of their rows. */
  following(column: ColumnSpec): ColumnSpec[] {
    const reference = this.#columns.get(column);
    const [way = []] = reference === undefined ? [] : this.ways.ways(reference);
    return way.flatMap((step) => {
      const spec = step.column && this.#specs.get(step.column);
      if (spec === undefined || spec === column) return [];
      const { at, within, except } = step.column!.params;
      const follows = at !== undefined || within !== undefined ||
        except !== undefined || step.column!.when !== undefined;
      return follows ? [spec] : [];
    });
  }

  /** Whether the row stood on is an earlier one of the own table, whatever is picked. */
  isEarlier(column: ColumnSpec): boolean {
    const reference = this.#columns.get(column);
    const [way = []] = reference === undefined ? [] : this.ways.ways(reference);
    return way.length > 0 &&
      way.every((step) =>
        step.kind === "pick" && this.ways.isEarlier(step.column!)
      );
  }

  /** Whether the reference may stand on no row. */
  mayStandNowhere(column: ColumnSpec): boolean {
    const reference = this.#columns.get(column);
    return reference !== undefined && this.#mayBeNowhere(reference);
  }

  #mayBeNowhere(reference: ReferenceColumn): boolean {
    const [way = []] = this.ways.ways(reference);
    return way.some((step) => this.#mayLeadNowhere(step));
  }

  #mayLeadNowhere({ kind, column }: Step): boolean {
    if (column === undefined) return false;
    if (this.#nullShareOf(column) > 0) return true;
    const sharing = [column, ...this.ways.sharers(column)];
    if (sharing.some(({ when }) => when !== undefined)) return true;
    if (kind === "up") return false;
    return column.params.at !== undefined || this.ways.isEarlier(column) ||
      this.#blockMayLack(column);
  }

  /** Whether there may be no row that `within` begins at, or too few that descend from it. */
  #blockMayLack(column: ReferenceColumn): boolean {
    const { table, params } = column;
    const { ref, within } = params;
    if (within === undefined) return false;
    const start = this.ways.column(table, within);
    if (start !== undefined && this.#mayBeNowhere(start)) return true;
    const from = this.ways.standsOn(table, within);
    return from === undefined ||
      this.ways.descendants(ref.table, from).min < this.needed(column);
  }

  /** How many rows there must be to pick from, so that there is always one. */
  needed({ table, params }: ReferenceColumn): number {
    const { distinct, except = [], earlier } = params;
    const siblings = distinct === true ? this.siblings(table) : 1;
    return siblings + except.length + (earlier === false ? 1 : 0);
  }

  /** The most rows of a table that `distinct` tells apart: those of one parent, else all. */
  siblings(table: string): number {
    return this.ways.parent(table)?.max ?? this.#rows.get(table) ?? 0;
  }

  /** Whether the row is a pick of this column (and of those that share it), and any row at all can be picked. */
  picksFreely(column: ColumnSpec): boolean {
    const reference = this.#columns.get(column);
    if (reference === undefined) return false;
    const ways = this.ways.ways(reference);
    const [step] = ways[0] ?? [];
    if (ways.length !== 1 || ways[0].length !== 1) return false;
    if (step.kind !== "pick" || this.start(column) !== undefined) return false;
    return !this.ways.isEarlier(reference) &&
      !NOT_FREE.some((name) => column.params[name] !== undefined);
  }

  /** All columns that share a pick with this one, itself among them. */
  sharers(column: ColumnSpec): ColumnSpec[] {
    const reference = this.#columns.get(column);
    if (reference === undefined) return [column];
    return this.ways.sharers(reference).map((one) => this.#specs.get(one)!);
  }

  /** The steps that a reference takes before any choice of its own: none where it picks. */
  stepsUp(column: ColumnSpec): { from: string; to: string }[] | undefined {
    const reference = this.#columns.get(column);
    const [way] = reference === undefined ? [] : this.ways.ways(reference);
    if (way === undefined || way.some(({ kind }) => kind !== "up")) {
      return undefined;
    }
    return way.map(({ from, to }) => ({ from, to }));
  }

  /** The tables from one to an ancestor: itself, its parent and so on, the ancestor left out. */
  chain(from: string, to: string): string[] {
    const up = this.ways.ancestors(from);
    return [from, ...up.slice(0, up.indexOf(to))];
  }

  /** The probability of NULL of a pick: of this column, or of one that shares its handle. */
  nullShare(column: ColumnSpec): number {
    const reference = this.#columns.get(column);
    return reference === undefined ? column.null : this.#nullShareOf(reference);
  }

  #nullShareOf(column: ReferenceColumn): number {
    return Math.max(
      column.null,
      ...this.ways.sharers(column).map((one) => one.null),
    );
  }
}

/** @param enter Is told which reference a column is. */
export function referenceWays(
  tables: readonly TableSpec[],
  enter: (reference: ReferenceColumn, column: ColumnSpec) => void = () => {},
): ReferenceWays {
  return new ReferenceWays(tables.map((table) => ({
    name: table.name,
    per: table.per !== undefined && "table" in table.per
      ? table.per
      : undefined,
    key: keyOf(table),
    references: table.columns.filter((column) =>
      isReference(column) && !column.broken
    ).map((column) => {
      const reference = {
        table: column.table,
        name: column.name,
        params: column.params as unknown as ReferenceParams,
        null: column.null,
        ...(column.when !== undefined && { when: column.when }),
        ...(column.inner !== undefined && { inner: column.inner }),
      };
      enter(reference, column);
      return reference;
    }),
  })));
}

/** The column that is the primary key alone. */
function keyOf({ primaryKey, columns }: TableSpec): string | undefined {
  const key = primaryKey?.columns ??
    columns.filter(({ primary }) => primary).map(({ name }) => name);
  return key.length === 1 ? key[0] : undefined;
}

export function isReference(column: ColumnSpec): boolean {
  return column.generator?.name === "ref" && column.params.ref !== undefined;
}
