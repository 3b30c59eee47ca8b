// Numbers as typed on the command line.
import { invalid } from "./command_line.ts";

/** A whole number, `_` between digits allowed as in TOML. */
export function wholeNumber(
  what: string,
  typed: string,
  least: number,
  most: number,
): number {
  const number = /^\d+(_\d+)*$/.test(typed)
    ? Number(typed.replaceAll("_", ""))
    : NaN;
  if (number >= least && number <= most) return number;
  throw invalid(
    `${what} must be a whole number from ${least} to ${most}, not "${typed}"`,
  );
}

/** A number above 0: `0.5`, `20`. */
export function factor(what: string, typed: string): number {
  const number = /^\d+(_\d+)*(\.\d+)?(e[+-]?\d+)?$/i.test(typed)
    ? Number(typed.replaceAll("_", ""))
    : NaN;
  if (number > 0 && number < Infinity) return number;
  throw invalid(`${what} must be a number above 0, not "${typed}"`);
}
