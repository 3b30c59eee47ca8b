// Reads the columns that stand inside a column: `columns = { … }` of an object, the alternatives of `case`.
import type { Alternative, InnerColumn } from "../../parameters.ts";
import { readExpression } from "../expressions.ts";
import type { Names } from "./names.ts";
import type { Problems } from "../problems.ts";
import { unexpected } from "../scalars.ts";
import type { Node } from "../toml/tree.ts";

/** Columns by key. */
export function readInners(
  problems: Problems,
  name: string,
  node: Node,
  names: Names,
): InnerColumn[] | undefined {
  if (node.kind !== "table") {
    return unexpected(problems, name, node, `columns: { key = "uuid" }`);
  }
  return [...node.entries.values()].map((entry) => ({
    key: entry.name,
    column: names.lift!({
      step: `.${entry.name}`,
      address: `.${entry.name}`,
      entry,
    }),
  }));
}

/** Columns of which each row has one, as their conditions say. */
export function readAlternatives(
  problems: Problems,
  name: string,
  node: Node,
  names: Names,
): Alternative[] | undefined {
  if (node.kind !== "list") {
    return unexpected(
      problems,
      name,
      node,
      `a list: [{ when = "age < 18", value = 0 }, { gen = "int" }]`,
    );
  }
  if (node.items.length === 0) {
    problems.error(node.place, `${name} is empty`);
    return undefined;
  }
  return node.items.map((item, i) => {
    const entries = item.kind === "table" ? new Map(item.entries) : undefined;
    const when = entries?.get("when");
    entries?.delete("when");
    if (when === undefined && i < node.items.length - 1) {
      problems.error(
        item.place,
        "an alternative without when ends the list",
        "what comes after it is never used",
      );
    }
    const condition = when && readExpression(problems, "when", when.value);
    const column = names.lift!({
      step: `#${i}`,
      address: "",
      entry: {
        name,
        place: item.place,
        value: entries === undefined
          ? item
          : { kind: "table", entries, place: item.place },
      },
    });
    return { column, ...(condition !== undefined && { when: condition }) };
  });
}
