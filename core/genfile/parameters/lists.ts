// Reads lists: of values, of weights, of two texts.
import type { Literal } from "../../parameters.ts";
import type { Problems } from "../problems.ts";
import { literalOf, readNumber, unexpected } from "../scalars.ts";
import { kindOfLiteral, type Node } from "../toml/tree.ts";
import { BEYOND_NUMBERS, haveSum } from "./weights.ts";

/** `["L", "P"]` or `"L/P"`. */
export function readPair(
  problems: Problems,
  name: string,
  node: Node,
): [string, string] | undefined {
  const expected = `two texts: ["M", "F"] or "M/F"`;
  const literals = node.kind === "list"
    ? node.items.map(literalOf)
    : [literalOf(node)];
  const texts = literals.map((one) => one?.kind === "text" ? one.value : "");
  const pair = node.kind === "list" ? texts : texts[0].split("/");
  if (pair.length === 2 && pair.every((text) => text !== "")) {
    return [pair[0], pair[1]];
  }
  if (literals.every((one) => one?.kind === "text")) {
    problems.error(
      node.place,
      `${name} is not two texts`,
      `expected ${expected}`,
    );
    return undefined;
  }
  return unexpected(problems, name, node, expected);
}

export function readList(
  problems: Problems,
  name: string,
  node: Node,
  expected: string,
): Node[] | undefined {
  if (node.kind !== "list") {
    return unexpected(problems, name, node, expected);
  }
  if (node.items.length === 0) {
    problems.error(node.place, `${name} is empty`, `expected ${expected}`);
    return undefined;
  }
  return node.items;
}

/** A list of scalars of one kind; whole numbers may stand among others. */
export function readLiterals(
  problems: Problems,
  name: string,
  node: Node,
): Literal[] | undefined {
  const items = readList(problems, name, node, "a list of values");
  if (items === undefined) return undefined;
  const literals: Literal[] = [];
  for (const [i, item] of items.entries()) {
    if (item.kind !== "value") {
      return unexpected(
        problems,
        `${name}[${i}]`,
        item,
        "a text, number, date or boolean",
      );
    }
    const first = literals[0] ?? item.literal;
    if (family(item.literal) !== family(first)) {
      problems.error(
        item.place,
        `${name}[${i}] is ${kindOfLiteral(item.literal)}`,
        `all are of one type, and the first is ${kindOfLiteral(first)}`,
      );
      return undefined;
    }
    literals.push(item.literal);
  }
  return literals;
}

function family({ kind }: Literal): string {
  return kind === "float" ? "int" : kind;
}

/** A list of weights: none negative, not all 0. */
export function readWeights(
  problems: Problems,
  name: string,
  node: Node,
): number[] | undefined {
  const items = readList(problems, name, node, "a list of numbers");
  if (items === undefined) return undefined;
  const weights: number[] = [];
  for (const [i, item] of items.entries()) {
    const weight = readNumber(problems, `${name}[${i}]`, item, { minimum: 0 });
    if (weight !== undefined) weights.push(weight);
  }
  if (weights.length < items.length) return undefined;
  if (weights.every((weight) => weight === 0)) {
    problems.error(
      node.place,
      `${name} are all 0`,
      "at least one must be more",
    );
    return undefined;
  }
  if (!haveSum(weights)) {
    problems.error(node.place, `${name} have no sum`, BEYOND_NUMBERS);
    return undefined;
  }
  return weights;
}
