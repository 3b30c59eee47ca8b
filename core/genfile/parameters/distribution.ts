// Reads `dist = "zipf"` and `dist = { type = "zipf", exponent = 1.1 }`.
import { didYouMean } from "../../values/nearest.ts";
import type {
  DistributionBin,
  DistributionSpec,
  Literal,
  Parameter,
} from "../../parameters.ts";
import { DISTRIBUTIONS } from "../../values/distributions/catalogue.ts";
import type { Expression } from "../../expression/expression.ts";
import { readExpression } from "../expressions.ts";
import {
  BINS,
  lengthOfTime,
  MAY_FOLLOW,
  readQuantity,
} from "./distribution_quantity.ts";
import { reportUnknown } from "../later.ts";
import type { Problems } from "../problems.ts";
import { literalOf, readNumber, unexpected } from "../scalars.ts";
import { timeLiteral } from "../toml/syntax.ts";
import type { Node, TableNode } from "../toml/tree.ts";
import { BEYOND_NUMBERS, haveSum } from "./weights.ts";

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
  if (!haveSum(bins.map(({ weight }) => weight))) {
    problems.error(node.place, "the weights have no sum", BEYOND_NUMBERS);
    return undefined;
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
