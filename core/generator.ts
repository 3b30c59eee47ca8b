// The contract between the Genfile, the engine and a generator. A generator sees the world only through it.
import type { Expression } from "./expression/expression.ts";
import type {
  ColumnAddress,
  LocaleShare,
  Parameter,
  ParameterValues,
} from "./parameters.ts";
import type { PartialRecord, Prepared } from "./prepared.ts";
import type { Site } from "./site.ts";
import type { ValueType } from "./value_type.ts";
import type { Rows } from "./values/rows.ts";
import type { Strings } from "./values/strings.ts";
import type { Vector } from "./values/vector.ts";

// All that the author of a generator needs stands here or is found from here.
export type {
  ColumnReader,
  PartialRecord,
  Prepared,
  Repeated,
  TextParts,
} from "./prepared.ts";
export type {
  BoundReader,
  ExpressionReader,
  FollowingReader,
  JsonPart,
  JsonTexts,
  Pick,
  Site,
} from "./site.ts";
export type { RandomStream } from "./values/random.ts";
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
export interface Ranked extends Omit<Prepared, "fill" | "parts" | "repeated"> {
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
  /**
   * A word list of a locale, for what counts its values; undefined where it is not there yet: then the Genfile is read
   * anew when it is.
   */
  list(name: string, locale: string): Strings | undefined;
  /** The start of the run, in milliseconds since 1970. */
  now: number;
  /** The type of a column whose values are an expression's, as the column's own `type` asks. */
  result(expression: Expression): ValueType;
}
