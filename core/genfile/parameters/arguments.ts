// Reads arguments that are handed on as they are: any values, lists and tables of them.
import type { Problems } from "../problems.ts";
import { unexpected } from "../scalars.ts";
import { isBroken, type Node } from "../toml/tree.ts";

/** The list as plain data; undefined where it is none, which has been reported. */
export function readArguments(
  problems: Problems,
  name: string,
  node: Node,
): unknown[] | undefined {
  if (node.kind !== "list") return unexpected(problems, name, node, "a list");
  return isBroken(node) ? undefined : node.items.map(plain);
}

function plain(node: Node): unknown {
  switch (node.kind) {
    case "broken":
      return undefined;
    case "list":
      return node.items.map(plain);
    case "table":
      return Object.fromEntries(
        [...node.entries].map(([key, { value }]) => [key, plain(value)]),
      );
    case "value": {
      const { literal } = node;
      switch (literal.kind) {
        case "date":
        case "time":
        case "timestamp":
          return literal.text;
        default:
          return literal.value;
      }
    }
  }
}
