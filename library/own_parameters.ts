// How a program describes the parameters of a generator of its own: thrust's own ways, for the kinds that mean the same
// outside of it.
import {
  defaulted as defaultedOfAnyKind,
  optional as optionalOfAnyKind,
  type Parameter,
  type ParameterKinds,
  required as requiredOfAnyKind,
} from "../core/parameters.ts";

/** Kinds of parameters, and what `value` gets of each. */
export interface OwnKinds {
  /** A whole number. */
  integer: number;
  /** Any number. */
  number: number;
  /** A number from 0 to 1. */
  probability: number;
  /** `true` or `false`. */
  flag: boolean;
  /** Any text. */
  text: string;
  /** One of `choices`. */
  choice: string;
}

/** What else is said of a parameter. */
export interface OwnDetails {
  /** The least that an `integer` or a `number` may be. */
  minimum?: number;
  /** The greatest that an `integer` or a `number` may be. */
  maximum?: number;
  /** What a `choice` may be. */
  choices?: readonly string[];
}

/**
 * A parameter that may be absent and has no default: `optional("text", "What stands in front")`.
 *
 * @param summary One line, a sentence without a full stop.
 */
export function optional<K extends keyof OwnKinds>(
  kind: K,
  summary: string,
  details: OwnDetails = {},
): Parameter<OwnKinds[K] | undefined> {
  return optionalOfAnyKind(kind, summary, details);
}

/**
 * A parameter that has a default: `defaulted("integer", 2, "How many", { minimum: 1 })`.
 *
 * @param value What it is where the Genfile says nothing.
 * @param summary One line, a sentence without a full stop.
 */
export function defaulted<K extends keyof OwnKinds>(
  kind: K,
  value: OwnKinds[K],
  summary: string,
  details: OwnDetails = {},
): Parameter<OwnKinds[K]> {
  return defaultedOfAnyKind(
    kind,
    value as ParameterKinds[K],
    summary,
    details,
  );
}

/**
 * A parameter that must be given: `required("choice", "Which one", { choices: ["a", "b"] })`.
 *
 * @param summary One line, a sentence without a full stop.
 */
export function required<K extends keyof OwnKinds>(
  kind: K,
  summary: string,
  details: OwnDetails = {},
): Parameter<OwnKinds[K]> {
  return requiredOfAnyKind(kind, summary, details);
}
