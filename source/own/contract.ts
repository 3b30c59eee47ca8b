// Generators of one's own: what a program gives, and what its function is given.
import type { Parameter, ParameterValues } from "../../core/parameters.ts";

/** What its values may be. */
export const KINDS = [
  ...["int", "float", "decimal", "bool", "date", "timestamp", "text"] as const,
];

/** Where a value stands, and the random numbers that belong to that place alone. */
export interface Address {
  /** The run's seed, as text. */
  readonly seed: string;
  /** The name of the table. */
  readonly table: string;
  /** The name of the column; of one inside `json` or `array`, the outer one's and its own. */
  readonly column: string;
  /** The number of the row, from 0. */
  readonly row: number;
  /**
   * A number from 0 on, below 1, in steps of 2^-52.
   *
   * @param draw Use another number, from 0 to 65,535, for each independent decision.
   */
  random(draw?: number): number;
  /** A whole number from 0 on, below n (at most 2^53), all equally likely. */
  below(n: number, draw?: number): number;
}

/** What a value of a program's own generator is. */
export type OwnValue = number | string | boolean | Date | null;

/** What `gen = "…"` may have beside it, by name: made with `optional`, `defaulted` and `required`. */
export type OwnParameters = Record<string, Parameter>;

/** What parameters come to; any where they are not described in the type. */
export type OwnArguments<S> = S extends OwnParameters ? ParameterValues<S>
  // deno-lint-ignore no-explicit-any
  : any;

/**
 * A generator of one's own.
 *
 * `value` is a pure function: for the same address and parameters it gives the same value, wherever and whenever it is
 * called. It keeps nothing, and asks neither the clock nor `Math.random`.
 *
 * @typeParam S The type of `params`, so that `value` knows its parameters: `OwnGenerator<typeof params>`.
 */
export interface OwnGenerator<S extends OwnParameters | undefined = undefined> {
  /** As said in `gen = "…"`: words of letters, digits and `_`, with dots between them. */
  name: string;
  /** One line, a sentence without a full stop. */
  summary: string;
  /** What its values are; of `date` and `timestamp`, a `Date` or an ISO text. */
  kind: (typeof KINDS)[number];
  /** Digits after the point, of a decimal; default: 0. */
  scale?: number;
  /** Whether a value may be null; default: false. */
  nullable?: boolean;
  /**
   * What may be said beside `gen`: made with `optional`, `defaulted` and `required`, of the kinds `integer`, `number`,
   * `probability` (from 0 to 1), `flag` (a boolean), `text` and `choice` (one of its `choices`).
   */
  params?: S extends OwnParameters ? S : OwnParameters;
  /** The value that stands at an address. What it throws ends the run, with the row's place. */
  value(address: Address, params: OwnArguments<S>): OwnValue;
  /** All different values, for columns that are `unique`; without it such a column is an error. */
  domain?: {
    /** How many there are, at most 2^53. */
    size(params: OwnArguments<S>): number;
    /** The value of a number from 0 on, below the size: another for each, and never null. */
    value(rank: number, params: OwnArguments<S>): OwnValue;
  };
}
