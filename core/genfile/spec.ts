// What a Genfile says of tables and columns, as it has been read.
import type { Place } from "../diagnostic.ts";
import type { Expression } from "../expression/expression.ts";
import type { Generator } from "../generator.ts";
import type { DistributionSpec, LocaleShare } from "../parameters.ts";
import type { InnerPlace, NullRows, PinnedValues, RankPlan } from "../plan.ts";
import type { ValueType } from "../value_type.ts";
import type { Node } from "./toml/tree.ts";

/** A table as the Genfile says it. */
export interface TableSpec {
  name: string;
  /** Where its name stands. */
  place: Place;
  rows: number | undefined;
  /** `rows` or `per` was given, right or wrong. */
  hasRows: boolean;
  /** What its rows follow from, where it has no `rows` of its own. */
  per: PerSpec | undefined;
  /** `--scale` applies. */
  scale: boolean;
  locale: LocaleShare[] | undefined;
  primaryKey: TableKey | undefined;
  /** Columns that no two rows have the same values of. */
  uniqueKeys: TableKey[];
  /** How many of the first rows are pinned. */
  pinned: { rows: number; place: Place } | undefined;
  columns: ColumnSpec[];
  /** Files of its own; none: as `[target]` says. */
  outputs: TableOutputSpec[];
}

/** Columns that make a key together. */
export interface TableKey {
  columns: string[];
  place: Place;
}

/** What a table's rows follow from. */
export type PerSpec =
  | {
    table: string;
    min: number;
    max: number;
    dist?: DistributionSpec;
    place: Place;
  }
  | { dictionary: string; place: Place };

/** One file of a table's. */
export interface TableOutputSpec {
  place: Place;
  /** Relative to the folder of `[target]`. */
  to: Said;
  format?: Said;
  /** In the order in which they are written; undefined: all. */
  columns?: { name: string; place: Place }[];
}

/** A word of the Genfile, and where it stands. */
export interface Said {
  text: string;
  place: Place;
}

/** A column as the Genfile says it. */
export interface ColumnSpec {
  table: string;
  name: string;
  /** Where its name stands. */
  place: Place;
  /** Undefined where it is wrong, which has been reported. */
  generator: Generator | undefined;
  /** By name; defaults filled in. */
  params: Record<string, unknown>;
  /** The nodes of the parameters that were given. */
  given: Map<string, Node>;
  null: number;
  hidden: boolean;
  primary: boolean;
  unique: boolean;
  /** Differs among siblings, or in a table without parent in all rows; a parameter where the generator has one. */
  distinct: boolean;
  /** How it comes to differ from row to row; set when keys have been checked. */
  ranks: RankPlan | undefined;
  nullRows: NullRows | undefined;
  /** Values of pinned rows: as written, and when they have been checked. */
  pins: Pin[];
  pinned: PinnedValues | undefined;
  /** NULL where this does not hold. */
  when: Expression | undefined;
  /** The type in SQL, where it was given. */
  sqlType: string | undefined;
  /** Where it was given. */
  locale: LocaleShare[] | undefined;
  /** Where it stands inside another column; its name is then one that nobody can write. */
  inner: InnerPlace | undefined;
  /** The nodes of the keys that every column has, the generator's name among them. */
  common: Map<string, Node>;
  /** A reference that reads, in an earlier row, a column that is made from it. */
  readsItself?: boolean;
  /** Something in it is wrong and has been reported; what reads it is not looked at. */
  broken: boolean;
}

/** A value of a pinned row, as written. */
export interface Pin {
  row: number;
  node: Node;
}

/** What a column is called in messages. */
export function shownName({ name, inner }: ColumnSpec): string {
  return inner?.what ?? name;
}

/** The types of all columns that are right. */
export type Types = ReadonlyMap<ColumnSpec, ValueType>;
