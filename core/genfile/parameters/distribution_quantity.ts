// Reads one parameter of a distribution by what it measures: a number, a point in time, a length of time.
import type { Literal } from "../../parameters.ts";
import { POWERS_OF_TEN } from "../../values/digits.ts";
import type {
  DistributionParameter,
  Measure,
} from "../../values/distributions/catalogue.ts";
import { limitsBroken } from "../../values/distributions/check.ts";
import { parseInterval } from "../../values/interval.ts";
import type { Problems } from "../problems.ts";
import { literalOf, unexpected } from "../scalars.ts";
import { timeLiteral } from "../toml/syntax.ts";
import { describe, type Node } from "../toml/tree.ts";

/** What a histogram's bins are. */
export const BINS = "a list of [from, to, weight]";

/** Parameters that may follow the row. */
export const MAY_FOLLOW = ["mean", "stddev", "p"];

/** Reads a parameter of a distribution that is one number, date or length of time. */
export function readQuantity(
  problems: Problems,
  name: string,
  node: Node,
  parameter: DistributionParameter,
): Literal | undefined {
  const { measure } = parameter;
  const mayBeLength = measure === "length" || measure === "place";
  const mayBePoint = measure === "position" || measure === "place";
  const expected = EXPECTED[measure];
  let literal = literalOf(node);
  if (literal?.kind === "text") {
    literal = (mayBeLength ? lengthOfTime(literal.value) : undefined) ??
      (mayBePoint ? positionInTime(literal.value) : undefined) ??
      literal;
  }
  const isNumber = literal?.kind === "int" || literal?.kind === "float";
  const isTime = literal?.kind === "date" || literal?.kind === "timestamp" ||
    literal?.kind === "time" || literal?.kind === "interval";
  if (
    literal === undefined || !(isNumber || mayBePoint && isTime)
  ) {
    if (literal?.kind === "text" && /^[A-Za-z_]/.test(literal.value)) {
      problems.error(
        node.place,
        `${name} cannot follow the row`,
        `expected ${expected}; ${MAY_FOLLOW.join(", ")} can`,
      );
      return undefined;
    }
    if (literal?.kind === "text") {
      problems.error(
        node.place,
        `${name} is "${literal.value}"`,
        `expected ${expected}`,
      );
      return undefined;
    }
    return unexpected(problems, name, node, expected);
  }
  const broken = isNumber
    ? limitsBroken(parameter, Number(literal.value))
    : undefined;
  if (broken !== undefined) {
    problems.error(
      node.place,
      `${name} is ${"text" in literal ? literal.text : describe(node)}`,
      `expected ${LIMITS[broken] ?? `a number ${broken}`}`,
    );
    return undefined;
  }
  return literal;
}

function positionInTime(text: string): Literal | undefined {
  const interval = parseInterval(text);
  return timeLiteral(text) ??
    (interval && { kind: "interval", ...interval, text });
}

const EXPECTED: Readonly<Record<Measure, string>> = {
  position: "a number or a date",
  length: `a number or a length of time such as "30 days"`,
  place: `a number, a date or a length of time such as "30 days"`,
  number: "a number",
  bins: BINS,
};

/** What to write instead of a number that is out of its limits. */
const LIMITS: Readonly<Record<string, string>> = {
  "above 0": "more than 0",
  "finite": "a finite number",
  "a whole number from 0 on": "a whole number from 0 on",
};

/** `30 days`, `1.5 hours`, `10s` as seconds; the text stays as written, to tell it from a plain number. */
export function lengthOfTime(text: string): Literal | undefined {
  const interval = parseInterval(text);
  return interval && {
    kind: "float",
    value: interval.value / POWERS_OF_TEN[interval.scale],
    text,
  };
}
