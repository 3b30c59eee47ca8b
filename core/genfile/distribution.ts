// Reads `dist = "zipf"` and `dist = { type = "zipf", exponent = 1.1 }`.
import { didYouMean } from "../values/nearest.ts";
import { parseInterval } from "../values/interval.ts";
import type { DistributionSpec, Literal, Parameter } from "../parameters.ts";
import {
  type DistributionParameter,
  DISTRIBUTIONS,
} from "../values/distributions/catalogue.ts";
import { reportUnknown } from "./later.ts";
import type { ColumnSpec } from "./column.ts";
import type { Problems } from "./problems.ts";
import { literalOf, unexpected } from "./scalars.ts";
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
  const parameters = node.kind === "table"
    ? readParameters(problems, type, node)
    : {};
  if (type === "exponential") checkExponential(problems, node, parameters);
  return problems.errors > before ? undefined : { type, parameters };
}

function readParameters(
  problems: Problems,
  type: string,
  node: TableNode,
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
    const literal = readQuantity(problems, name, value, allowed[name]);
    if (literal !== undefined) parameters[name] = literal;
  }
  return parameters;
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
  { measure, positive }: DistributionParameter,
): Literal | undefined {
  const expected = measure === "position"
    ? "a number or a date"
    : measure === "length"
    ? `a number or a length of time such as "30 days"`
    : "a number";
  let literal = literalOf(node);
  if (literal?.kind === "text") {
    literal =
      (measure === "length" ? lengthOfTime(literal.value) : undefined) ??
        (measure === "position" ? positionInTime(literal.value) : undefined) ??
        literal;
  }
  const isNumber = literal?.kind === "int" || literal?.kind === "float";
  const isTime = literal?.kind === "date" || literal?.kind === "timestamp" ||
    literal?.kind === "time" || literal?.kind === "interval";
  if (
    literal === undefined || !(isNumber || measure === "position" && isTime)
  ) {
    if (literal?.kind === "text" && /^[A-Za-z_]/.test(literal.value)) {
      problems.error(
        node.place,
        `${name} follows an expression, which is not supported yet`,
        `expected ${expected}`,
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
  if (positive && !(Number(literal.value) > 0)) {
    problems.error(
      node.place,
      `${name} is ${"text" in literal ? literal.text : describe(node)}`,
      "expected more than 0",
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

const SECONDS = new Map([
  ["second", 1],
  ["minute", 60],
  ["hour", 3600],
  ["day", 86400],
  ["week", 604800],
]);

/** `30 days`, `1.5 hours` as seconds; the text stays as written, to tell it from a plain number. */
export function lengthOfTime(text: string): Literal | undefined {
  const match = /^(\d+(?:\.\d+)?) *([a-z]+?)s?$/.exec(text);
  const unit = match === null ? undefined : SECONDS.get(match[2]);
  if (match === null || unit === undefined) return undefined;
  return { kind: "float", value: Number(match[1]) * unit, text };
}

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
      if (DISTRIBUTIONS[spec.type].parameters[name].measure !== "length") {
        continue;
      }
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
          ? `expected a length of time, such as "30 days"`
          : "expected a number",
      );
    }
  }
}
