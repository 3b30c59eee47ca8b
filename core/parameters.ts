// What a Genfile's parameters can be, as data: the reader checks them by it, and
// `thrust generators`, the JSON Schema and the reference page are made from it.

import type { Expression } from "./expression/expression.ts";
import type { Zone } from "./values/zone.ts";

/** A scalar as written in a Genfile. */
export type Literal =
  | { kind: "int"; value: number; text: string }
  | { kind: "float"; value: number; text: string }
  | { kind: "bool"; value: boolean }
  | { kind: "text"; value: string }
  /** Days since 1970-01-01. */
  | { kind: "date"; value: number; text: string }
  /** 10^-scale seconds since midnight. */
  | { kind: "time"; value: number; scale: number; text: string }
  /** 10^-scale seconds since 1970-01-01T00:00:00Z; a local date-time counts as UTC. */
  | { kind: "timestamp"; value: number; scale: number; text: string }
  /** 10^-scale seconds. A Genfile has them as texts, where a length of time is expected. */
  | { kind: "interval"; value: number; scale: number; text: string };

/** A limit of a value: a constant, the clock (`now`), another column of the same row, or what follows from the row. */
export type Bound =
  | { literal: Literal }
  | { now: true }
  | { column: string }
  | { expression: Expression };

/** `dist = "zipf"` or `dist = { type = "zipf", exponent = 1.1 }`. */
export interface DistributionSpec {
  type: string;
  /** The parameters given, by name; lengths of time are literals of seconds: `{ kind: "float" }`. */
  parameters: Record<string, Literal>;
  /** Parameters that follow the row, by name. */
  following?: Record<string, Expression>;
  /** Of a histogram. */
  bins?: DistributionBin[];
}

/** Values from `from` on, below `to`, with a share of all by weight. */
export interface DistributionBin {
  from: Literal;
  to: Literal;
  weight: number;
}

/** A locale of a mix; one that stands alone is a mix of one. */
export interface LocaleShare {
  locale: string;
  /** More than 0. */
  weight: number;
}

/** A column of another table (or of the own one). */
export interface ColumnAddress {
  table: string;
  column: string;
}

/** A column inside another, by its key. */
export interface InnerColumn {
  key: string;
  /** The name that the reader has given it: `Site.reader` takes it. */
  column: string;
}

/** One of several columns that make a value: the first whose condition holds. */
export interface Alternative {
  /** Without it, it always holds. */
  when?: Expression;
  /** The name that the reader has given it. */
  column: string;
}

/** What a parameter of each kind is after reading. */
export interface ParameterKinds {
  integer: number;
  number: number;
  probability: number;
  flag: boolean;
  text: string;
  choice: string;
  literal: Literal;
  literals: Literal[];
  weights: number[];
  bound: Bound;
  /** A column of the same table. */
  column: string;
  /** Columns of the same table. */
  columns: string[];
  address: ColumnAddress;
  /** Two texts: a list, or one text with a slash between. */
  pair: [string, string];
  dictionary: string;
  distribution: DistributionSpec;
  /** A number, or a length of time. */
  step: Literal;
  locale: LocaleShare[];
  zone: Zone;
  /** Texts, numbers, booleans, and lists and tables of them, as plain data; dates are texts. */
  arguments: unknown[];
  /** A column inside this one: the name that the reader has given it. */
  inner: string;
  /** Columns inside this one, in the order of the file. */
  inners: InnerColumn[];
  alternatives: Alternative[];
  expression: Expression;
}

export type ParameterKind = keyof ParameterKinds;

/** A parameter described. `T` is what its generator receives. */
export interface Parameter<T = unknown> {
  /** What may be said, and what its generator gets. */
  kind: ParameterKind;
  /** One line, a sentence without a full stop. */
  summary: string;
  /** Whether it must be given. */
  required: boolean;
  /** What it is when not given; undefined where there is nothing to say. */
  default?: T;
  /** It has no default where all of these are given. */
  unless?: readonly string[];
  /** integer, number: inclusive. */
  minimum?: number;
  maximum?: number;
  /** choice: what may be said. distribution: the types that apply. */
  choices?: readonly string[];
}

/** The values that a generator with parameters `S` receives. */
export type ParameterValues<S> = {
  -readonly [K in keyof S]: S[K] extends Parameter<infer T> ? T : never;
};

type Details<T> = Omit<
  Parameter<T>,
  "kind" | "summary" | "required" | "default"
>;

/** A parameter that may be absent and has no default. */
export function optional<K extends ParameterKind>(
  kind: K,
  summary: string,
  details: Details<ParameterKinds[K]> = {},
): Parameter<ParameterKinds[K] | undefined> {
  return { kind, summary, required: false, ...details };
}

/** A parameter that has a default. */
export function defaulted<K extends ParameterKind>(
  kind: K,
  value: ParameterKinds[K],
  summary: string,
  details: Details<ParameterKinds[K]> = {},
): Parameter<ParameterKinds[K]> {
  return { kind, summary, required: false, default: value, ...details };
}

/** A parameter that must be given. */
export function required<K extends ParameterKind>(
  kind: K,
  summary: string,
  details: Details<ParameterKinds[K]> = {},
): Parameter<ParameterKinds[K]> {
  return { kind, summary, required: true, ...details };
}
