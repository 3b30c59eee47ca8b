// Reads one parameter of a generator or an option of a format, by its description.
import { didYouMean, didYouMeanOneOf } from "../values/nearest.ts";
import type {
  Bound,
  ColumnAddress,
  Literal,
  Parameter,
} from "../parameters.ts";
import type { Zone, Zones } from "../values/zone.ts";
import { fixedZone } from "../values/zone.ts";
import { parseInterval } from "../values/interval.ts";
import { readDistribution } from "./distribution.ts";
import { plainName, readExpression } from "./expressions.ts";
import { readAlternatives, readInners } from "./inner.ts";
import { readLocale } from "./locales.ts";
import { readArguments } from "./arguments.ts";
import type { Problems } from "./problems.ts";
import {
  literalOf,
  readFlag,
  readInteger,
  readNumber,
  readText,
  unexpected,
} from "./scalars.ts";
import { timeLiteral } from "./syntax.ts";
import { type Entry, kindOfLiteral, type Node } from "./tree.ts";

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

/** Gives what the parameter's kind says (see ParameterKinds); undefined where it is wrong, which has been reported. */
export function readParameter(
  problems: Problems,
  name: string,
  node: Node,
  parameter: Parameter,
  names: Names,
): unknown {
  switch (parameter.kind) {
    case "integer":
      return readInteger(problems, name, node, parameter);
    case "number":
      return readNumber(problems, name, node, parameter);
    case "probability":
      return readNumber(problems, name, node, { minimum: 0, maximum: 1 });
    case "flag":
      return readFlag(problems, name, node);
    case "text":
      return readText(problems, name, node);
    case "choice":
      return readChoice(problems, name, node, parameter.choices ?? []);
    case "pair":
      return readPair(problems, name, node);
    case "literal":
      return node.kind === "value"
        ? node.literal
        : unexpected(problems, name, node, "a text, number, date or boolean");
    case "literals":
      return readLiterals(problems, name, node);
    case "weights":
      return readWeights(problems, name, node);
    case "bound":
      return readBound(problems, name, node, names.columns);
    case "column":
      return readColumnName(problems, name, node, names.columns);
    case "columns":
      return readColumnNames(problems, name, node, names.columns);
    case "address":
      return readAddress(problems, name, node, names.tables);
    case "dictionary":
      return readKnown(problems, name, node, "dictionary", names.dictionaries);
    case "step":
      return readStep(problems, name, node);
    case "distribution":
      return readDistribution(problems, name, node, parameter);
    case "locale":
      return readLocale(problems, name, node);
    case "zone":
      return readZone(problems, name, node, names.zones);
    case "arguments":
      return readArguments(problems, name, node);
    case "inner":
      return names.lift!({
        step: name,
        address: "[]",
        entry: { name, place: node.place, value: node },
      });
    case "inners":
      return readInners(problems, name, node, names);
    case "alternatives":
      return readAlternatives(problems, name, node, names);
    case "expression":
      return readExpression(problems, name, node);
  }
}

export function readChoice(
  problems: Problems,
  name: string,
  node: Node,
  choices: readonly string[],
): string | undefined {
  const text = readText(problems, name, node);
  if (text === undefined || choices.includes(text)) return text;
  problems.error(
    node.place,
    `unknown ${name} "${text}"`,
    didYouMean(text, choices) ?? `there are ${choices.join(", ")}`,
  );
  return undefined;
}

function readKnown(
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
function readZone(
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

/** `["L", "P"]` or `"L/P"`. */
function readPair(
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

function readColumnName(
  problems: Problems,
  name: string,
  node: Node,
  columns: ReadonlySet<string>,
): string | undefined {
  return readKnown(problems, name, node, "column", columns);
}

/** The name of a column, or a list of them. */
function readColumnNames(
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

function readList(
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
  return weights;
}

function readStep(
  problems: Problems,
  name: string,
  node: Node,
): Literal | undefined {
  const literal = literalOf(node);
  if (literal?.kind === "int" || literal?.kind === "float") return literal;
  const text = literal?.kind === "text" ? literal.value : undefined;
  const interval = text === undefined ? undefined : parseInterval(text);
  if (interval !== undefined) {
    return { kind: "interval", ...interval, text: text! };
  }
  return unexpected(
    problems,
    name,
    node,
    `a number or a length of time such as "10s"`,
  );
}

function readBound(
  problems: Problems,
  name: string,
  node: Node,
  columns: ReadonlySet<string>,
): Bound | undefined {
  const literal = literalOf(node);
  if (literal === undefined || literal.kind === "bool") {
    return unexpected(problems, name, node, "a number, a date or a column");
  }
  if (literal.kind !== "text") return { literal };
  const text = literal.value.trim();
  if (text === "now" || text === "run.now") return { now: true };
  const time = timeLiteral(text);
  if (time !== undefined) return { literal: time };
  if (columns.has(text)) return { column: text };
  const interval = parseInterval(text);
  if (interval !== undefined) {
    return { literal: { kind: "interval", ...interval, text } };
  }
  if (/^\d{4}-\d\d(?:-\d\d(?:[T ][\d:.]*)?)?$/.test(text)) {
    problems.error(node.place, `no such date or time: ${text}`);
    return undefined;
  }
  if (/^\d{1,4}([/.])\d{1,2}\1\d{1,4}$/.test(text)) {
    problems.error(
      node.place,
      `${name} is "${text}"`,
      "dates are written year-month-day: 2026-01-31",
    );
    return undefined;
  }
  const expression = readExpression(problems, name, node, true);
  if (expression === undefined) return undefined;
  const unknown = plainName(expression);
  if (unknown === undefined || unknown === "row") return { expression };
  problems.error(
    node.place,
    `unknown column "${unknown}"`,
    didYouMean(unknown, columns),
  );
  return undefined;
}

/** `"a.b.c"`: column `c` of table `a.b`. */
function readAddress(
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
