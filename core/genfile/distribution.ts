// Reads `dist = "zipf"` and `dist = { type = "zipf", exponent = 1.1 }`.
import { didYouMean } from "../values/nearest.ts";
import { POWERS_OF_TEN } from "../values/digits.ts";
import { parseInterval } from "../values/interval.ts";
import type {
  DistributionBin,
  DistributionSpec,
  Literal,
  Parameter,
} from "../parameters.ts";
import {
  type DistributionParameter,
  DISTRIBUTIONS,
  type Measure,
} from "../values/distributions/catalogue.ts";
import type { Expression } from "../expression/expression.ts";
import { kindName } from "../expression/names.ts";
import { limitsBroken } from "../values/distributions/check.ts";
import { readExpression } from "./expressions.ts";
import { reportUnknown } from "./later.ts";
import type { ColumnSpec } from "./column.ts";
import type { Problems } from "./problems.ts";
import { literalOf, readNumber, unexpected } from "./scalars.ts";
import { timeLiteral } from "./syntax.ts";
import { describe, type Node, type TableNode } from "./tree.ts";

/** @param parameter Its choices are the types that apply. */
export function readDistribution(
  problems: Problems,
  name: string,
  node: Node,
  parameter: Parameter,
): DistributionSpec | undefined {
  const typeNode = node.kind === "table"
    ? node.entries.get("type")?.value
    : node;
  if (typeNode === undefined) {
    problems.error(node.place, `${name} has no type`, `add type = "normal"`);
    return undefined;
  }
  if (typeNode.kind !== "value" || typeNode.literal.kind !== "text") {
    return unexpected(
      problems,
      name,
      typeNode,
      `a distribution: "normal" or { type = "normal", … }`,
    );
  }
  const type = typeNode.literal.value;
  const choices = parameter.choices ?? Object.keys(DISTRIBUTIONS);
  if (!Object.hasOwn(DISTRIBUTIONS, type)) {
    reportUnknown(
      problems,
      typeNode.place,
      "distribution",
      type,
      Object.keys(DISTRIBUTIONS),
      `there are ${choices.join(", ")}`,
    );
    return undefined;
  }
  if (!choices.includes(type)) {
    problems.error(
      typeNode.place,
      `distribution "${type}" does not apply here`,
      `there are ${choices.join(", ")}`,
    );
    return undefined;
  }
  const before = problems.errors;
  const following: Record<string, Expression> = {};
  const parameters = node.kind === "table"
    ? readParameters(problems, type, node, following)
    : {};
  if (type === "exponential") checkExponential(problems, node, parameters);
  checkRequired(problems, node, type);
  const binsNode = type === "histogram" && node.kind === "table"
    ? node.entries.get("bins")?.value
    : undefined;
  const bins = binsNode && readBins(problems, binsNode);
  return problems.errors > before ? undefined : {
    type,
    parameters,
    ...(Object.keys(following).length > 0 && { following }),
    ...(bins !== undefined && { bins }),
  };
}

function readParameters(
  problems: Problems,
  type: string,
  node: TableNode,
  following: Record<string, Expression>,
): Record<string, Literal> {
  const allowed = DISTRIBUTIONS[type].parameters;
  const parameters: Record<string, Literal> = {};
  for (const { name, place, value } of node.entries.values()) {
    if (name === "type") continue;
    if (!Object.hasOwn(allowed, name)) {
      const names = Object.keys(allowed);
      problems.error(
        place,
        `unknown parameter "${name}" of distribution "${type}"`,
        didYouMean(name, names) ??
          (names.length > 0 ? `it has ${names.join(" and ")}` : "it has none"),
      );
      continue;
    }
    if (allowed[name].measure === "bins") continue;
    if (followsRow(name, value)) {
      const expression = readExpression(problems, name, value, true);
      if (expression !== undefined) following[name] = expression;
      continue;
    }
    const literal = readQuantity(problems, name, value, allowed[name]);
    if (literal !== undefined) parameters[name] = literal;
  }
  return parameters;
}

/** Parameters that may follow the row. */
const MAY_FOLLOW = ["mean", "stddev", "p"];

/** Whether a text is an expression: neither a date nor a length of time, nor meant as one. */
function followsRow(name: string, node: Node): boolean {
  const literal = literalOf(node);
  return MAY_FOLLOW.includes(name) && literal?.kind === "text" &&
    !/^\s*(?:$|\d+(?:\.\d+)?\s*[a-z]+\s*$)/i.test(literal.value) &&
    lengthOfTime(literal.value) === undefined &&
    timeLiteral(literal.value.trim()) === undefined;
}

function checkRequired(problems: Problems, node: Node, type: string): void {
  const required = Object.entries(DISTRIBUTIONS[type].parameters)
    .flatMap(([name, one]) => one.required ? [name] : []);
  const missing = required.filter((name) =>
    node.kind !== "table" || !node.entries.has(name)
  );
  if (missing.length === 0) return;
  const all = required.map((name) =>
    name === "bins" ? "bins = [[from, to, weight], …]" : `${name} = …`
  );
  problems.error(
    node.place,
    `${type} has no ${missing.join(" and no ")}`,
    `write { type = "${type}", ${all.join(", ")} }`,
  );
}

const BINS = "a list of [from, to, weight]";

function readBins(
  problems: Problems,
  node: Node,
): DistributionBin[] | undefined {
  if (node.kind !== "list") return unexpected(problems, "bins", node, BINS);
  if (node.items.length === 0) {
    problems.error(node.place, "bins is empty", `expected ${BINS}`);
    return undefined;
  }
  const bins: DistributionBin[] = [];
  for (const [i, item] of node.items.entries()) {
    const name = `bins[${i}]`;
    if (item.kind !== "list" || item.items.length !== 3) {
      return unexpected(problems, name, item, "[from, to, weight]");
    }
    const [from, to] = item.items.slice(0, 2).map((end) =>
      readQuantity(problems, `an end of ${name}`, end, {
        measure: "position",
        summary: "",
      })
    );
    const weight = readNumber(
      problems,
      `the weight of ${name}`,
      item.items[2],
      {
        minimum: 0,
      },
    );
    if (from === undefined || to === undefined || weight === undefined) {
      return undefined;
    }
    bins.push({ from, to, weight });
  }
  if (bins.some(({ weight }) => weight > 0)) return bins;
  problems.error(
    node.place,
    "the weights of all bins are 0",
    "at least one must be more",
  );
  return undefined;
}

function checkExponential(
  problems: Problems,
  node: Node,
  { mean, rate }: Record<string, Literal>,
): void {
  if (mean !== undefined && rate !== undefined) {
    problems.error(
      node.place,
      "exponential has both mean and rate",
      "rate is 1 / mean: leave one out",
    );
  }
  if (mean === undefined && rate === undefined) {
    const given = node.kind === "table" &&
      (node.entries.has("mean") || node.entries.has("rate"));
    if (given) return; // it is wrong, and has been reported
    problems.error(
      node.place,
      "exponential has neither mean nor rate",
      `write { type = "exponential", mean = … }`,
    );
  }
}

function readQuantity(
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

/** Reports parameters that follow the row where they cannot, or by values of another kind. */
export function checkFollowing(
  problems: Problems,
  { generator, params, given }: ColumnSpec,
): void {
  for (const [key, { kind }] of Object.entries(generator?.params ?? {})) {
    const spec = params[key] as DistributionSpec | undefined;
    if (kind !== "distribution" || spec?.following === undefined) continue;
    const node = given.get(key);
    const placeOf = (name: string) =>
      node?.kind === "table"
        ? node.entries.get(name)?.value.place
        : node?.place;
    for (const [name, { root }] of Object.entries(spec.following)) {
      const place = placeOf(name);
      if (!FOLLOWERS.includes(generator!.name)) {
        problems.error(
          place,
          `${name} cannot follow the row on "${generator!.name}"`,
          `it can on ${FOLLOWERS.join(", ")}`,
        );
      } else if (params.order !== undefined) {
        problems.error(
          place,
          `${name} cannot follow the row in an order`,
          "each row has its part of one distribution",
        );
      } else {
        const { measure } = DISTRIBUTIONS[spec.type].parameters[name];
        const ofTime = generator!.group === "time" && measure !== "number";
        const kinds = !ofTime
          ? NUMBERS
          : measure === "length"
          ? ["interval"]
          : POINTS;
        if (kinds.includes(root.type.kind)) continue;
        problems.error(
          place,
          `${name} follows ${kindName(root.type)}`,
          `expected ${
            !ofTime
              ? "a number"
              : measure === "length"
              ? "a length of time, as in days(30)"
              : "a date"
          }`,
        );
      }
    }
  }
}

/** Generators that draw each row by parameters of its own. */
const FOLLOWERS = [
  ...["int", "float", "decimal", "date", "time", "timestamp", "interval"],
  "values",
];
const NUMBERS = ["int", "float", "decimal"];
const POINTS = ["date", "timestamp", "time", "interval"];

/** Lengths are times on times, and numbers on everything else. */
export function checkLengths(
  problems: Problems,
  { generator, params, given }: ColumnSpec,
): void {
  const ofTime = generator?.group === "time";
  for (const [key, { kind }] of Object.entries(generator?.params ?? {})) {
    const spec = params[key] as DistributionSpec | undefined;
    if (kind !== "distribution" || spec === undefined) continue;
    const node = given.get(key);
    for (const [name, literal] of Object.entries(spec.parameters)) {
      const { measure } = DISTRIBUTIONS[spec.type].parameters[name];
      if (measure !== "length" && measure !== "place") continue;
      if (literal.kind !== "int" && literal.kind !== "float") continue;
      const text = "text" in literal ? literal.text : "";
      const isTime = lengthOfTime(text) !== undefined;
      if (isTime === ofTime) continue;
      const place = node?.kind === "table"
        ? node.entries.get(name)?.value.place
        : node?.place;
      problems.error(
        place,
        `${name} is ${isTime ? `"${text}"` : text}`,
        ofTime
          ? `expected ${
            measure === "place" ? "a date or " : ""
          }a length of time, such as "30 days"`
          : "expected a number",
      );
    }
  }
}
