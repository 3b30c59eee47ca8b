// Reads names of things that there must be: choices, columns of this and other tables, dictionaries, time zones.
import type { ColumnAddress } from "../../parameters.ts";
import { lower } from "../../values/case.ts";
import { didYouMean, didYouMeanOneOf } from "../../values/nearest.ts";
import { fixedZone, type Zone, type Zones } from "../../values/zone.ts";
import type { Problems } from "../problems.ts";
import { readText } from "../scalars.ts";
import type { Entry, Node } from "../toml/tree.ts";
import { readList } from "./lists.ts";

export function readChoice(
  problems: Problems,
  name: string,
  node: Node,
  choices: readonly string[],
): string | undefined {
  const text = readText(problems, name, node);
  if (text === undefined || choices.includes(text)) return text;
  const inSmall = lower(text);
  const meant = choices.find((one) => lower(one) === inSmall);
  problems.error(
    node.place,
    `unknown ${name} "${text}"`,
    meant !== undefined
      ? `it is written "${meant}"`
      : didYouMean(text, choices) ?? `there are ${choices.join(", ")}`,
  );
  return undefined;
}

export function readKnown(
  problems: Problems,
  name: string,
  node: Node,
  what: string,
  known: ReadonlySet<string>,
): string | undefined {
  const text = readText(problems, name, node);
  if (text === undefined || known.has(text)) return text;
  problems.error(
    node.place,
    `unknown ${what} "${text}"`,
    didYouMean(text, known) ??
      (what === "dictionary" ? `there is no [dict.${text}]` : undefined),
  );
  return undefined;
}

/** The name of a time zone, or a fixed offset. */
export function readZone(
  problems: Problems,
  name: string,
  node: Node,
  zones: Zones | undefined,
): Zone | undefined {
  const text = readText(problems, name, node);
  if (text === undefined) return undefined;
  const zone = fixedZone(text) ?? zones?.find(text) ??
    { message: `unknown time zone "${text}"` };
  if (!("message" in zone)) return zone;
  problems.error(node.place, zone.message, zone.hint);
  return undefined;
}

export function readColumnName(
  problems: Problems,
  name: string,
  node: Node,
  columns: ReadonlySet<string>,
): string | undefined {
  return readKnown(problems, name, node, "column", columns);
}

/** The name of a column, or a list of them. */
export function readColumnNames(
  problems: Problems,
  name: string,
  node: Node,
  columns: ReadonlySet<string>,
): string[] | undefined {
  if (node.kind !== "list") {
    const column = readColumnName(problems, name, node, columns);
    return column === undefined ? undefined : [column];
  }
  const items = readList(problems, name, node, "a list of columns");
  if (items === undefined) return undefined;
  const read = items.map((item, i) =>
    readColumnName(problems, `${name}[${i}]`, item, columns)
  );
  const found = read.filter((column) => column !== undefined);
  return found.length === items.length ? found : undefined;
}

/** `"a.b.c"`: column `c` of table `a.b`. */
export function readAddress(
  problems: Problems,
  name: string,
  node: Node,
  tables: ReadonlyMap<string, ReadonlySet<string>>,
): ColumnAddress | undefined {
  const text = readText(problems, name, node);
  if (text === undefined) return undefined;
  const dot = text.lastIndexOf(".");
  if (dot <= 0 || dot === text.length - 1) {
    problems.error(
      node.place,
      `${name} is "${text}"`,
      tables.has(text)
        ? `expected a column of it: "${text}.${firstOf(tables.get(text)!)}"`
        : `expected "table.column"`,
    );
    return undefined;
  }
  const table = text.slice(0, dot);
  const column = text.slice(dot + 1);
  const columns = tables.get(table);
  if (columns === undefined) {
    problems.error(
      node.place,
      `unknown table "${table}"`,
      didYouMeanOneOf(table, tables.keys()),
    );
    return undefined;
  }
  if (!columns.has(column)) {
    problems.error(
      node.place,
      `unknown column "${column}" of table "${table}"`,
      didYouMean(column, columns),
    );
    return undefined;
  }
  return { table, column };
}

function firstOf(names: ReadonlySet<string>): string {
  return names.values().next().value ?? "column";
}

/** The names that parameters may refer to. */
export interface Names {
  /** Columns of the same table. */
  columns: ReadonlySet<string>;
  /** Columns of all tables. */
  tables: ReadonlyMap<string, ReadonlySet<string>>;
  dictionaries: ReadonlySet<string>;
  zones?: Zones;
  /** Makes a column that stands inside another a column of the table; gives its name. */
  lift?(step: InnerStep): string;
}

/** A column inside another, on its way to become one of the table. */
export interface InnerStep {
  /** Tells it apart from the others in the same column. */
  step: string;
  /** What its address has more than the outer column's: nothing, `.key`, or `[]`. */
  address: string;
  entry: Entry;
}
