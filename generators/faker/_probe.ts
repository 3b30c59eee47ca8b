// What a method of Faker gives, found out by calling it: Faker does not say it, and it depends on arguments and locale.
import { type LocalFaker, type Method, quietly } from "./_local_faker.ts";

/** Rows that are made to see what a method gives. */
const ROWS = 200;
/** The random words of those rows are keyed by these. */
const KEYS = [0x9e3779b1, 0x85ebca6b];
/** How JavaScript writes a time for people: in the time zone of the machine. */
const LOCAL_TIME = /\bGMT[+-]\d{4}\b/;

/** What a value is to a column. */
export type Shape =
  | "whole"
  | "fraction"
  | "bool"
  | "text"
  | "time"
  | "none"
  | "list"
  | "table";

export interface Findings {
  shapes: Set<Shape>;
  /** What Faker said where it threw; empty where it did not expect that. */
  failure: string | undefined;
  /** Texts have times in them that are written as the machine's time zone has it. */
  localTime: boolean;
}

export function probe(
  faker: LocalFaker,
  method: Method,
  args: readonly unknown[],
  now: number,
  rows = ROWS,
): Findings {
  const findings: Findings = {
    shapes: new Set(),
    failure: undefined,
    localTime: false,
  };
  faker.setNow(now);
  function look(): void {
    for (let row = 0; row < rows; row++) {
      faker.start(Math.imul(row, KEYS[0]), Math.imul(row + 1, KEYS[1]));
      const value = method(...args);
      findings.shapes.add(shapeOf(value));
      findings.localTime ||= typeof value === "string" &&
        LOCAL_TIME.test(value);
    }
  }
  try {
    quietly(look);
  } catch (thrown) {
    // An engine's own words are about Faker's code, and differ between engines.
    findings.failure = thrown instanceof TypeError ? "" : messageOf(thrown);
  }
  return findings;
}

export function shapeOf(value: unknown): Shape {
  switch (typeof value) {
    case "string":
    case "bigint":
      return "text";
    case "number":
      if (!Number.isFinite(value)) return "none";
      return Number.isSafeInteger(value) ? "whole" : "fraction";
    case "boolean":
      return "bool";
    case "undefined":
    case "function":
    case "symbol":
      return "none";
    default:
      if (value === null) return "none";
      if (Array.isArray(value)) return "list";
      return isTime(value) ? "time" : "table";
  }
}

/** Told by what it can do, so that times of another realm are times too. */
export function isTime(value: unknown): value is { getTime(): number } {
  return typeof value === "object" && value !== null && "getTime" in value;
}

/** The first sentence, in the form of our own messages. */
export function messageOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.split("\n")[0].replace(/\.$/, "");
}
