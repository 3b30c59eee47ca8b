// The contract between the Genfile, the engine and a generator. A generator sees the world only through it.
import type { Expression } from "./expression/expression.ts";
import type {
  Bound,
  ColumnAddress,
  DistributionSpec,
  LocaleShare,
  Parameter,
  ParameterValues,
} from "./parameters.ts";
import type { Storage, ValueType } from "./value_type.ts";
import type { Units } from "./values/distributions/measures.ts";
import type { Following } from "./values/distributions/sampler.ts";
import type { AliasTable } from "./values/alias.ts";
import type { Rows } from "./values/rows.ts";
import type { Strings } from "./values/strings.ts";
import type { Vector } from "./values/vector.ts";

export type { Rows, Strings, Vector };

export const GROUPS = [
  "numbers",
  "time",
  "text",
  "identifiers",
  "choice",
  "people",
  "documents",
  "contact",
  "internet",
  "commerce",
  "structured",
  "breadth",
] as const;
export type Group = (typeof GROUPS)[number];

/**
 * One kind of value, described and made.
 *
 * Everything but the functions is data. The functions are pure: `check`, `type` and `reads` run when the Genfile
 * is read, `prepare` once for each column and worker, and the `fill` it returns once for each chunk; a value may
 * depend on its address and on the record only.
 */
export interface Generator<S = Record<string, Parameter>> {
  /** As said in `gen = "…"`. */
  name: string;
  group: Group;
  /** One line, a sentence without a full stop. */
  summary: string;
  /** A column as one would write it: `{ gen = "int", min = 1, max = 6 }`. */
  example: string;
  /** The parameter that names the generator when there is no `gen` (`ref`, `values`, `template` …). */
  main?: string;
  params: S;
  /** Whether values depend on the column's locale: the word lists of its locales are then there. Default: they do not. */
  localized?: true;
  /** Whether values never repeat within a table, by construction. Default: they may. */
  unique?(params: ParameterValues<S>, scope: Scope): boolean;
  /**
   * How many different values there are, where `ranked` can make each from its rank; at most 2^53. Undefined where
   * they cannot be counted. A domain of more than 2^53 counts a part of it, and draws the rest.
   *
   * Asked only where all bounds are constant and values are equally likely (no `dist`, no `weights`).
   *
   * @param parts Of a thing that columns share, the parts that must differ (see `Shared.part`); else empty.
   */
  domain?(
    params: ParameterValues<S>,
    scope: Scope,
    parts?: readonly string[],
  ): number | undefined;
  /** The least and the greatest value in this table, where its type does not say because it holds for any rows. */
  ends?(
    params: ParameterValues<S>,
    scope: Scope,
  ): { min?: number; max?: number };
  /** The column inside whose values for one row must all differ, and how many there are at most. */
  differing?(
    params: ParameterValues<S>,
    scope: Scope,
  ): { column: string; most: number } | undefined;
  /** Ranks are rows in order, because they show in the values: nobody wants `anna.smith8103948120394`. */
  numbered?: boolean;
  /** Whether values depend on the start of the run beyond `now` in a bound. Default: they do not. */
  readsClock?(params: ParameterValues<S>): boolean;
  /** The type of the values; NULL from the column's own `null` is added by the reader. */
  type(params: ParameterValues<S>, scope: Scope): ValueType;
  /** Reports what is wrong with parameters that are each fine alone (`min > max`). */
  check?(params: ParameterValues<S>, scope: Scope, report: Report): void;
  /**
   * The thing that columns of a row share (a person, an entry of a dictionary), by name, and the parameters that
   * belong to the thing and not to the column. They stand on one of its columns or are equal on all: the reader gives
   * them to every column of the thing, and the column's locale with them.
   */
  shares?(params: ParameterValues<S>, scope: Scope): Shared<S> | undefined;
  /**
   * The same row's columns that the value is made from, beside those in `column` and `bound` parameters and those
   * that stand inside it.
   */
  reads?(params: ParameterValues<S>): string[];
  /** Compiles the parameters to a function that fills vectors. */
  prepare(params: ParameterValues<S>, site: Site): Prepared;
  /**
   * Compiles the parameters to a function from ranks to values, for columns that are unique: different ranks below
   * `domain` give different values, as bytes. Needs `domain`.
   */
  ranked?(
    params: ParameterValues<S>,
    site: Site,
    parts?: readonly string[],
  ): Ranked;
}

/** See `Generator.ranked`. */
export interface Ranked extends Omit<Prepared, "fill" | "parts"> {
  /** Writes the value of each rank (0 ≤ rank < domain, a whole number; one for each of `record.rows`) into `out`. */
  fill(record: PartialRecord, ranks: Float64Array, out: Vector): void;
}

/** See `Generator.shares`. */
export interface Shared<S = Record<string, Parameter>> {
  /** `person/seller`: equal for the columns of a table that describe the same thing. */
  thing: string;
  params: Extract<keyof S, string>[];
  /**
   * What of the thing this column shows, where the thing as a whole is chosen by a rank: if one of its columns is
   * unique, all are made by `ranked`, with the same rank.
   */
  part?: string;
}

/** Helps TypeScript infer the parameters of a generator; the registry holds them all as `Generator`. */
export function generator<const S extends Record<string, Parameter>>(
  definition: Generator<S>,
): Generator {
  return definition as unknown as Generator;
}

/** Reports a problem with one parameter; `at` is the stretch of a text parameter, in UTF-16 units from its start. */
export type Report = (
  parameter: string,
  message: string,
  hint?: string,
  at?: { start: number; length: number },
) => void;

/** What is known of the rest of the Genfile when a column is checked. */
export interface Scope {
  /** The column's locales: one, or a mix. */
  locales: readonly LocaleShare[];
  /** The type in SQL that the column asks for. */
  sqlType: string | undefined;
  /** Type of a column of the same table; undefined where there is none. */
  column(name: string): ValueType | undefined;
  /** The least and the greatest value of a column of the same table, beyond what its type says. */
  ends(name: string): { min?: number; max?: number };
  /** Whether a column of the same table never repeats. */
  isUnique(name: string): boolean;
  /** Whether an expression, as this column keeps it, gives every row another value. */
  isInjective(expression: Expression): boolean;
  /** Names of the columns of the same table. */
  columns(): string[];
  /** Type and generator of a column of any table; undefined where there is none. */
  at(
    address: ColumnAddress,
  ): { type: ValueType; generator: string } | undefined;
  /** Rows of a table; undefined where there is none. */
  rows(table: string): number | undefined;
  /** The table this column stands in. */
  table: string;
  /** The most rows that are counted together: those of one parent, in a table made per another; else the table's. */
  siblings(): number | undefined;
  /** The table that this one is made per, if any. */
  parent?: string;
  /** The dictionary that the table is made per, if any. */
  perDictionary?: string;
  /** Entries of a dictionary, the columns it has and whether its entries have weights; undefined where there is none. */
  dictionary(
    name: string,
  ): { entries: number; columns: string[]; weighted: boolean } | undefined;
  /** Columns of a dictionary as packed texts; without a name, its first. */
  dictionaryTexts(name: string, column?: string): Strings;
  /** The start of the run, in milliseconds since 1970. */
  now: number;
  /** The type of a column whose values are an expression's, as the column's own `type` asks. */
  result(expression: Expression): ValueType;
}

/** A column's parameters, compiled. */
export interface Prepared {
  storage: Storage;
  /** entries: the texts that the indexes point into, the same for every chunk. */
  strings?: Strings;
  /** slices: no value is empty or has a byte that any format quotes or escapes (see values/plain.ts). */
  plain?: boolean;
  /** slices that are plain and never NULL: what they are put together from, if all parts can be written one by one. */
  parts?: TextParts;
  /** Writes a value for each of `record.rows` into `out`, which has been prepared for `storage`. */
  fill(record: PartialRecord, out: Vector): void;
}

/**
 * A text as parts, each an entry of `strings` or, without those, the digits of a column of integers.
 *
 * A format that writes the parts one after another need not wait for `fill` to put them together.
 */
export interface TextParts {
  parts: { before: string; source: ColumnReader; strings?: Strings }[];
  after: string;
}

/** The rows of a chunk and what is known of them: other columns' vectors, made when first asked for. */
export interface PartialRecord {
  readonly rows: Rows;
  /**
   * What several columns share (a person, a dictionary entry): computed by the first that asks, kept for the others.
   *
   * @param key Names the thing and what of it: `person/seller/gender`.
   */
  share(key: string, compute: (out: Uint32Array) => void): Uint32Array;
  /** Scratch that is free until the end of the `fill` that asked for it; `slot` tells several apart. */
  scratch(slot: number): Float64Array<ArrayBuffer>;
}

/** Reads a column of the same row. */
export interface ColumnReader {
  readonly type: ValueType;
  readonly prepared: Prepared;
  read(record: PartialRecord): Vector;
}

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
  /** This column's locales: one, or a mix of which each row has one (see generators/_localized.ts). */
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

/**
 * Counter-based random words: the word of (row, draw) is a hash of the stream's key, the row and the draw,
 * so any can be had alone. Draws are numbered from 0 to 65,535; use another number for each independent decision.
 */
export interface RandomStream {
  /** 32 random bits for each row, as signed integers. */
  words(rows: Rows, draw: number, out: Int32Array | Uint32Array): void;
  /** Integers 0 ≤ x < n for each row, exactly uniform. n is a whole number, 1 to 2^53. */
  below(
    rows: Rows,
    draw: number,
    n: number,
    out: Float64Array | Uint32Array,
  ): void;
  /** As `below`, with an n of its own for each row: what `belowAt` gives. `out` may be `sizes`. */
  belowEach(
    rows: Rows,
    draw: number,
    sizes: Float64Array,
    out: Float64Array,
  ): void;
  /** Multiples of 2^-52 with 0 ≤ x < 1 for each row. */
  fractions(rows: Rows, draw: number, out: Float64Array): void;
  /** One row's 32 random bits, unsigned. */
  wordAt(row: number, draw: number): number;
  /** One row's integer 0 ≤ x < n. */
  belowAt(row: number, draw: number, n: number): number;
  /** One row's fraction. */
  fractionAt(row: number, draw: number): number;
}
