// Reads a section key by key; keys that it does not have are reported with the nearest one that it has.
import { didYouMean } from "../values/nearest.ts";
import { isLater, LATER_HINTS } from "./later.ts";
import type { Problems } from "./problems.ts";
import { unexpected } from "./scalars.ts";
import type { Entry, Node, TableNode } from "./toml/tree.ts";

/** What is done with a key's value. */
export type KeyReader = (node: Node, entry: Entry) => void;

/**
 * @param title As in messages: `[run]`.
 * @param readers By key.
 * @param elsewhere Says whether it took care of a key that is not among `readers`.
 */
export function readSection(
  problems: Problems,
  title: string,
  node: Node,
  readers: Readonly<Record<string, KeyReader>>,
  elsewhere: (entry: Entry) => boolean = () => false,
): void {
  const table = asTable(problems, title, node);
  if (table === undefined) return;
  for (const entry of table.entries.values()) {
    const { name, place, value } = entry;
    if (Object.hasOwn(readers, name)) {
      readers[name](value, entry);
    } else if (elsewhere(entry)) {
      continue;
    } else if (isLater("key", name)) {
      problems.error(
        place,
        `"${name}" in ${title} is not supported yet`,
        LATER_HINTS[name],
      );
    } else {
      const known = Object.keys(readers);
      problems.error(
        place,
        `unknown key "${name}" in ${title}`,
        didYouMean(name, known) ?? `it has ${known.join(", ")}`,
      );
    }
  }
}

export function asTable(
  problems: Problems,
  title: string,
  node: Node,
): TableNode | undefined {
  return node.kind === "table"
    ? node
    : unexpected(problems, title, node, "a table");
}
