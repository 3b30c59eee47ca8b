// What a column may ask of the engine when it is prepared: random words, other columns, bounds, word lists.
import type { Expression } from "./expression/expression.ts";
import type { Bound, DistributionSpec, LocaleShare } from "./parameters.ts";
import type { ColumnReader, PartialRecord } from "./prepared.ts";
import type { Storage, ValueType } from "./value_type.ts";
import type { AliasTable } from "./values/alias.ts";
import type { Units } from "./values/distributions/measures.ts";
import type { Following } from "./values/distributions/sampler.ts";
import type { RandomStream } from "./values/random.ts";
import type { Strings } from "./values/strings.ts";
import type { Vector } from "./values/vector.ts";

/** Reads an expression over the row. */
export interface ExpressionReader {
  readonly type: ValueType;
  readonly storage: Exclude<Storage, "entries">;
  /** Has the columns made that it reads: a later `read` runs nothing but the expression. */
  touch(record: PartialRecord): void;
  /** The values for the rows of the record; overwritten when it is read again. `nulls` as in a column. */
  read(record: PartialRecord): Vector;
}

/** Reads the parameters of a distribution that follow the row, by name, in the units of the values. */
export type FollowingReader = (record: PartialRecord) => Following;

/** A bound in the units asked for. */
export interface BoundReader {
  /** Defined where the bound does not follow the row. */
  readonly constant: number | undefined;
  /** The bound for each row of the record; NaN where it is NULL. */
  read(record: PartialRecord): Float64Array;
}

/** A row of some table for each row of the record: what a reference stands on. */
export interface Pick {
  /** Whether there may be no row. */
  readonly nullable: boolean;
  /** It reads what is made from it, in an earlier row: that is not prepared before it. */
  readonly readsItself: boolean;
  /** A column of the picked rows; its vector's `nulls` say where there is no row or the value is NULL. */
  column(name: string): ColumnReader;
}

/** A value in a JSON text. */
export interface JsonPart {
  /** JSON that stands before it: brackets, commas, a key. */
  before: string;
  column: ColumnReader;
}

/** A JSON text for each row: row `i` is `bytes` from `ends[i - 1]` (0 for the first) to `ends[i]`. */
export interface JsonTexts {
  /** Makes the texts of the record's rows, over those of the last call; gives how many bytes they are. */
  encode(record: PartialRecord): number;
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** Where a column stands, and what it may ask of the engine when it is prepared. */
export interface Site {
  readonly table: string;
  readonly column: string;
  /** Rows of the table. */
  readonly rows: number;
  /** The dictionary whose entries the table's rows are, one each, in order; undefined where it is made otherwise. */
  readonly perDictionary: string | undefined;
  /** This column's type, as checked. */
  readonly type: ValueType;
  /** This column's locales: one, or a mix of which each row has one (see generators/_texts/localized.ts). */
  readonly locales: readonly LocaleShare[];
  readonly seed: string;
  /** The start of the run, in milliseconds since 1970. */
  readonly now: number;
  /** Random words of this column alone. */
  random(purpose?: string): RandomStream;
  /** Random words of a thing that several columns of the table share, told apart by handle (`""`: the usual one). */
  shared(thing: string, handle: string): RandomStream;
  /** The position of each row in its sequence, from 0. */
  positions(record: PartialRecord): Float64Array;
  /** How many rows there are in each row's sequence: the table's, or its siblings in a table made per another. */
  sequenceLengths(record: PartialRecord): Float64Array;
  /** Another column of the same row, or one inside this column. */
  reader(column: string): ColumnReader;
  /** A column inside this one made for the i-th time, with random words of its own (`col[i]`). */
  item(column: string, i: number): ColumnReader;
  /** JSON texts of the row's columns, as the format json writes them; `after` ends each. */
  json(parts: readonly JsonPart[], after: string): JsonTexts;
  /** A bound in this column's units (`whole`: rounded inwards to them). */
  bound(bound: Bound, whole?: "up" | "down"): BoundReader;
  /** An expression over the row; with a type, its values are converted and rounded to it. */
  expression(expression: Expression, type?: ValueType): ExpressionReader;
  /** The parameters of a distribution that follow the row; undefined where none does. */
  following(
    dist: DistributionSpec | undefined,
    units?: Units,
  ): FollowingReader | undefined;
  /** The row that this reference column stands on. */
  pick(): Pick;
  /** A word list of a locale: `first_name_male`. */
  list(name: string, locale: string): Strings;
  /** A column of a dictionary; without a name, its first. */
  dictionary(name: string, column?: string): Strings;
  /** Chooses a dictionary's entries by their weights, where they have any. */
  dictionaryTable(name: string): AliasTable | undefined;
}
