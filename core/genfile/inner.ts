// Reads the columns that stand inside a column: `columns = { … }` of an object.
import type { InnerColumn } from "../parameters.ts";
import type { Names } from "./parameter.ts";
import type { Problems } from "./problems.ts";
import { unexpected } from "./scalars.ts";
import type { Node } from "./tree.ts";

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
