// Reads numbers, flags and texts from nodes; what is of another type or out of range is reported at its place.
import type { Literal } from "../parameters.ts";
import type { Problems } from "./problems.ts";
import { timeLiteral } from "./toml/syntax.ts";
import { describe, isBroken, type Node } from "./toml/tree.ts";

export interface Range {
  minimum?: number;
  maximum?: number;
}

/** Reports that a node is not what was expected; gives undefined, for the caller to return. */
export function unexpected(
  problems: Problems,
  name: string,
  node: Node,
  expected: string,
): undefined {
  if (!isBroken(node)) {
    problems.error(
      node.place,
      `${name} is ${describe(node)}`,
      `expected ${expected}`,
    );
  }
  return undefined;
}

/** The scalar that a node is: a text from the environment as the number, flag or date it may stand for. */
export function literalOf(node: Node): Literal | undefined {
  if (node.kind !== "value") return undefined;
  const { literal } = node;
  if (!node.fromEnvironment || literal.kind !== "text") return literal;
  return scalarFromText(literal.value.trim()) ?? literal;
}

/** A number, flag or date as TOML writes it. */
function scalarFromText(text: string): Literal | undefined {
  if (text === "true" || text === "false") {
    return { kind: "bool", value: text === "true" };
  }
  const digits = text.replace(/(?<=\d)_(?=\d)/g, "").replace(/^\+/, "");
  if (/^-?\d+$/.test(digits)) {
    const value = Number(digits);
    return Math.abs(value) <= 2 ** 53
      ? { kind: "int", value, text: String(value) }
      : undefined;
  }
  if (/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(digits)) {
    const value = Number(digits);
    return Number.isFinite(value)
      ? { kind: "float", value, text: digits }
      : undefined;
  }
  return timeLiteral(text);
}

export function readInteger(
  problems: Problems,
  name: string,
  node: Node,
  range: Range = {},
): number | undefined {
  const literal = literalOf(node);
  if (literal?.kind !== "int") {
    return unexpected(problems, name, node, "a whole number");
  }
  return inRange(problems, name, node, literal, range, "a whole number");
}

export function readNumber(
  problems: Problems,
  name: string,
  node: Node,
  range: Range = {},
): number | undefined {
  const literal = literalOf(node);
  if (literal?.kind !== "int" && literal?.kind !== "float") {
    return unexpected(problems, name, node, "a number");
  }
  return inRange(problems, name, node, literal, range, "a number");
}

export function readFlag(
  problems: Problems,
  name: string,
  node: Node,
): boolean | undefined {
  const literal = literalOf(node);
  if (literal?.kind === "bool") return literal.value;
  return unexpected(problems, name, node, "true or false");
}

export function readText(
  problems: Problems,
  name: string,
  node: Node,
): string | undefined {
  if (node.kind === "value" && node.literal.kind === "text") {
    return node.literal.value;
  }
  return unexpected(problems, name, node, "text in quotes");
}

function inRange(
  problems: Problems,
  name: string,
  node: Node,
  literal: Literal & { kind: "int" | "float" },
  { minimum = -Infinity, maximum = Infinity }: Range,
  what: string,
): number | undefined {
  if (literal.value >= minimum && literal.value <= maximum) {
    return literal.value;
  }
  problems.error(
    node.place,
    `${name} is ${literal.text}`,
    `expected ${what} ${rangeText(minimum, maximum)}`,
  );
  return undefined;
}

function rangeText(minimum: number, maximum: number): string {
  if (maximum >= 2 ** 53) return `from ${minimum}`;
  if (minimum === -Infinity) return `up to ${maximum}`;
  return `from ${minimum} to ${maximum}`;
}
