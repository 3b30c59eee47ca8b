// The parameters `order` and `step` of numbers and times.
import { optional } from "../../core/parameters.ts";
import type { Literal } from "../../core/parameters.ts";
import type { Kind } from "../../core/value_type.ts";
import type { Report } from "../../core/generator.ts";
import { LAST_DAY } from "../../core/values/calendar.ts";
import { digitsAfterPoint, parseDecimal } from "../../core/values/decimal.ts";
import { POWERS_OF_TEN } from "../../core/values/digits.ts";

export type Order = "asc" | "desc";

export const STEPS = {
  order: optional(
    "choice",
    "Whether values rise or fall with the rows, or among the rows of one parent: each from its own part of the range",
    { choices: ["asc", "desc"] },
  ),
  step: optional(
    "step",
    "Values are so far apart, from the lower end on; with order and without an upper end, each one step from the last",
  ),
};

/** The upper end has no default where values follow from the lower one. */
export const OPEN = { unless: ["order", "step"] };

const SECONDS_OF_DAY = 86400;

/** A step in units of the values; undefined where it is no whole number of them. */
export function stepUnits(
  step: Literal,
  kind: Kind,
  scale: number,
): number | undefined {
  if (step.kind === "interval") {
    const unit = kind === "date" ? 1 / SECONDS_OF_DAY : POWERS_OF_TEN[scale];
    const value = kind === "date"
      ? step.value / (SECONDS_OF_DAY * POWERS_OF_TEN[step.scale])
      : step.value * unit / POWERS_OF_TEN[step.scale];
    return Math.floor(value) === value ? value : undefined;
  }
  if (step.kind !== "int" && step.kind !== "float") return undefined;
  if (kind === "decimal") {
    return digitsAfterPoint(step.text) <= scale
      ? parseDecimal(step.text, scale)
      : undefined;
  }
  return Math.floor(step.value) === step.value ? step.value : undefined;
}

/** Reports a step that is of another kind, not above 0 or finer than the values; gives whether it is fine. */
export function checkStep(
  step: Literal,
  kind: Kind,
  scale: number,
  report: Report,
): boolean {
  const ofTime = kind === "date" || kind === "time" || kind === "timestamp" ||
    kind === "interval";
  const text = "text" in step ? step.text : String(step.value);
  if ((step.kind === "interval") !== ofTime) {
    report(
      "step",
      `step is ${step.kind === "interval" ? `"${text}"` : text}`,
      ofTime ? `expected a length of time, such as "10s"` : "expected a number",
    );
    return false;
  }
  if (!(Number(step.value) > 0)) {
    report("step", `step is ${text}`, "expected more than 0");
    return false;
  }
  if (kind !== "float" && stepUnits(step, kind, scale) === undefined) {
    report("step", `step is ${text}`, finerHint(kind, scale));
    return false;
  }
  return true;
}

function finerHint(kind: Kind, scale: number): string {
  if (kind === "int") return "expected a whole number";
  if (kind === "date") return "expected whole days";
  return kind === "decimal"
    ? `expected at most ${scale} digits after the point, which is scale`
    : `expected at most ${scale} digits of the second, which is precision`;
}

/** The greatest value that there can be, in units of the values. */
export function greatest(kind: Kind, scale: number): number {
  const second = POWERS_OF_TEN[scale];
  switch (kind) {
    case "date":
      return LAST_DAY;
    case "time":
      return SECONDS_OF_DAY * second - 1;
    case "timestamp": {
      const last = (LAST_DAY + 1) * SECONDS_OF_DAY * second - 1;
      return Math.min(last, Number.MAX_SAFE_INTEGER);
    }
    default:
      return Number.MAX_SAFE_INTEGER;
  }
}
