// Parameters that say how long a text is or how many parts it has: whole numbers, which may follow the row.
import type { Report, Scope } from "../../core/generator.ts";
import type { Bound } from "../../core/parameters.ts";
import { checkBound, constantOf, NUMBERS } from "../_ranges/bounds.ts";

/** Reports what is no whole number within limits; gives the number where it is one, and does not follow the row. */
export function checkWhole(
  name: string,
  bound: Bound,
  [least, most]: readonly [number, number],
  scope: Scope,
  report: Report,
): number | undefined {
  if (!checkBound(name, bound, NUMBERS, scope, report)) return undefined;
  const value = constantOf(bound, scope)?.value as number | undefined;
  if (value === undefined) return undefined;
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  report(
    name,
    `${name} is ${value}`,
    `expected a whole number from ${least} to ${most}`,
  );
  return undefined;
}
