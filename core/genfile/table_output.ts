// Reads `[[table.NAME.output]]`: a table into several files, each with some of its columns.
import type { Place } from "../diagnostic.ts";
import { didYouMean } from "../values/nearest.ts";
import type { Problems } from "./problems.ts";
import { readText, unexpected } from "./scalars.ts";
import { readSection } from "./section.ts";
import type { TableOutputSpec } from "./spec.ts";
import type { Node } from "./toml/tree.ts";

/** @param columns Names of the table's columns. */
export function readTableOutputs(
  problems: Problems,
  table: string,
  node: Node,
  columns: ReadonlySet<string>,
): TableOutputSpec[] {
  const title = `[[table.${table}.output]]`;
  if (node.kind !== "list") {
    unexpected(problems, "output", node, `${title}, once for each file`);
    return [];
  }
  return node.items.flatMap((item) => {
    const output = readOutput(problems, title, item, columns);
    return output === undefined ? [] : [output];
  });
}

function readOutput(
  problems: Problems,
  title: string,
  node: Node,
  columns: ReadonlySet<string>,
): TableOutputSpec | undefined {
  const before = problems.errors;
  const output: Partial<TableOutputSpec> = {};
  const said = (name: "to" | "format") => (value: Node) => {
    const text = readText(problems, name, value);
    if (text === "") {
      problems.error(value.place, `${name} is empty`, `expected "ids.csv" …`);
    } else if (text !== undefined) output[name] = { text, place: value.place };
  };
  readSection(problems, title, node, {
    to: said("to"),
    format: said("format"),
    columns: (value) => output.columns = readColumns(problems, value, columns),
  });
  const { to, place = node.place } = output;
  if (problems.errors > before) return undefined;
  if (to === undefined) {
    problems.error(node.place, `${title} has no "to"`, `add to = "FILE.csv"`);
    return undefined;
  }
  return { ...output, to, place };
}

function readColumns(
  problems: Problems,
  node: Node,
  known: ReadonlySet<string>,
): TableOutputSpec["columns"] {
  const expected = `a list of columns: ["a", "b"]`;
  if (node.kind !== "list") {
    return unexpected(problems, "columns", node, expected);
  }
  if (node.items.length === 0) {
    problems.error(node.place, "columns is empty", `expected ${expected}`);
  }
  const columns: { name: string; place: Place }[] = [];
  for (const item of node.items) {
    const name = readText(problems, "columns", item);
    if (name === undefined) continue;
    if (!known.has(name)) {
      problems.error(
        item.place,
        `unknown column "${name}"`,
        didYouMean(name, known),
      );
    } else if (columns.some((one) => one.name === name)) {
      problems.error(
        item.place,
        `column "${name}" is named twice`,
        "name it once",
      );
    } else columns.push({ name, place: item.place });
  }
  return columns;
}

/** Reports columns that an output names and that are not written. */
export function checkOutputColumns(
  problems: Problems,
  outputs: readonly TableOutputSpec[],
  hidden: ReadonlySet<string>,
): void {
  for (const { columns = [] } of outputs) {
    for (const { name, place } of columns) {
      if (!hidden.has(name)) continue;
      problems.error(
        place,
        `column "${name}" is hidden`,
        "what is hidden is not written: leave one of both out",
      );
    }
  }
}
