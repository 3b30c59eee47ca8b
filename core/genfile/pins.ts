// Reads `[[table.NAME.row]]`: values that the first rows of a table have, whatever their columns' generators make.
import { kindName } from "../kind_names.ts";
import type { Literal } from "../parameters.ts";
import type { PinnedValue, PinnedValues } from "../plan.ts";
import type { ValueType } from "../value_type.ts";
import { parseDecimal } from "../values/decimal.ts";
import { POWERS_OF_TEN } from "../values/digits.ts";
import { didYouMean } from "../values/nearest.ts";
import { inZone } from "../values/zone.ts";
import type { Problems } from "./problems.ts";
import { isReference } from "./references.ts";
import { literalOf, unexpected } from "./scalars.ts";
import { type ColumnSpec, shownName, type TableSpec } from "./spec.ts";
import { timeLiteral } from "./toml/syntax.ts";
import { isBroken, type Node } from "./toml/tree.ts";

/** More rows than this are a dictionary. */
const MAX_PINNED = 10_000;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Reads the rows, and gives each column of the table its pins. */
export function readPins(
  problems: Problems,
  table: TableSpec,
  node: Node,
): void {
  if (node.kind !== "list" || node.items.some(({ kind }) => kind !== "table")) {
    unexpected(problems, "row", node, `rows, each [[table.${table.name}.row]]`);
    return;
  }
  table.pinned = { rows: node.items.length, place: node.items[0].place };
  if (node.items.length > MAX_PINNED) {
    problems.error(
      node.place,
      `${node.items.length} rows are pinned`,
      `at most ${MAX_PINNED} can be: put them into a dictionary`,
    );
    return;
  }
  const columns = new Map(
    table.columns.filter(({ inner }) => inner === undefined)
      .map((column) => [column.name, column]),
  );
  node.items.forEach((item, row) => {
    if (item.kind !== "table") return;
    for (const { name, place, value } of item.entries.values()) {
      const column = columns.get(name);
      if (column === undefined) {
        problems.error(
          place,
          `unknown column "${name}"`,
          didYouMean(name, columns.keys()) ??
            `table "${table.name}" has none of that name`,
        );
      } else {
        column.pins.push({ row, node: value });
      }
    }
  });
}

/** Reports what a table cannot have pinned. */
export function checkPins(
  problems: Problems,
  { name, pinned, per, columns, uniqueKeys, primaryKey }: TableSpec,
  rows: number | undefined,
): void {
  if (pinned === undefined) return;
  if (per !== undefined) {
    problems.error(
      pinned.place,
      `table "${name}" is made per another, and has pinned rows`,
      "give it rows instead: nobody could say whose children they are",
    );
  } else if (rows !== undefined && rows < pinned.rows) {
    problems.error(
      pinned.place,
      `table "${name}" has ${pinned.rows} pinned rows, and rows = ${rows}`,
      "make at least as many rows",
    );
  }
  const keys = [primaryKey, ...uniqueKeys].flatMap((key) => key ?? []);
  for (const column of columns) {
    if (column.pins.length === 0) continue;
    const follower = columns.find((one) =>
      isReference(one) && one !== column && one.params.of === column.name
    );
    if (isReference(column) && follower !== undefined) {
      problems.error(
        column.pins[0].node.place,
        `"${column.name}" is pinned, and "${follower.name}" follows the row that it refers to`,
        "pin that column instead, or both without of",
      );
    }
    const key = keys.find((key) =>
      key.columns.length > 1 && key.columns.includes(column.name) &&
      !columns.some((one) =>
        key.columns.includes(one.name) && (one.unique || one.primary)
      )
    );
    if (key === undefined) continue;
    problems.error(
      column.pins[0].node.place,
      `column "${column.name}" is part of the key [${
        key.columns.map((one) => JSON.stringify(one)).join(", ")
      }], and pinned`,
      "another row might have the same key: make one of its columns unique, or leave it to thrust",
    );
  }
}

/** Whether no two rows may have the same value of a column, pinned or not. */
export function isSingleKey(
  { uniqueKeys, primaryKey }: TableSpec,
  { name, unique, primary }: ColumnSpec,
): boolean {
  return unique || primary ||
    [primaryKey, ...uniqueKeys].some((key) =>
      key?.columns.length === 1 && key.columns[0] === name
    );
}

/** The pinned values of a column in the units of its type; what does not fit is reported. */
export function pinnedValues(
  problems: Problems,
  column: ColumnSpec,
  type: ValueType,
): PinnedValues | undefined {
  if (column.pins.length === 0) return undefined;
  const seen = new Map<PinnedValue, Node>();
  const pinned: PinnedValues = { rows: [], values: [] };
  for (const { row, node } of column.pins) {
    const value = valueOf(problems, column, type, node);
    if (value === undefined) continue;
    if (
      value !== null && (column.unique || column.primary) && seen.has(value)
    ) {
      problems.error(
        node.place,
        `"${column.name}" is unique, and pinned to the same value twice`,
        "pin another value",
      );
    }
    seen.set(value, node);
    pinned.rows.push(row);
    pinned.values.push(value);
  }
  return pinned;
}

function valueOf(
  problems: Problems,
  column: ColumnSpec,
  type: ValueType,
  node: Node,
): PinnedValue | undefined {
  if (isNull(node)) return null;
  const literal = literalOf(node);
  const value = literal && converted(literal, type);
  if (value === undefined && !isBroken(node)) {
    unexpected(
      problems,
      shownName(column),
      node,
      node.kind === "table"
        ? `a value, or { expr = "null" }`
        : `${kindName(type)}${
          type.kind === "decimal"
            ? ` with ${type.scale} digits after the point`
            : ""
        }`,
    );
  }
  return value;
}

/** `{ expr = "null" }`. */
function isNull(node: Node): boolean {
  if (node.kind !== "table" || node.entries.size !== 1) return false;
  const value = node.entries.get("expr")?.value;
  return value?.kind === "value" && value.literal.kind === "text" &&
    value.literal.value.trim() === "null";
}

/** A literal in a column's units; undefined where it is of another kind, or not exact. */
function converted(literal: Literal, type: ValueType): PinnedValue | undefined {
  const { kind, scale } = type;
  switch (kind) {
    case "text":
    case "bytes":
      return literal.kind === "text" ? literal.value : undefined;
    case "json":
    case "array":
      return literal.kind === "text" ? jsonOf(literal.value, kind) : undefined;
    case "uuid":
      return literal.kind === "text" && UUID.test(literal.value)
        ? literal.value.replace(
          /[A-F]/g,
          (one) => "abcdef"["ABCDEF".indexOf(one)],
        )
        : undefined;
    case "bool":
      return literal.kind === "bool" ? (literal.value ? 1 : 0) : undefined;
    case "int":
      return literal.kind === "int" && Number.isSafeInteger(literal.value)
        ? literal.value
        : undefined;
    case "float":
      return literal.kind === "int" || literal.kind === "float"
        ? literal.value
        : undefined;
    case "decimal": {
      if (literal.kind !== "int" && literal.kind !== "float") return undefined;
      const units = parseDecimal(literal.text, scale);
      const exact = parseDecimal(literal.text, Math.min(scale + 3, 15));
      return units !== undefined &&
          (exact === undefined ||
            exact === units * POWERS_OF_TEN[Math.min(scale + 3, 15) - scale])
        ? units
        : undefined;
    }
    default:
      return timeUnits(literal, type);
  }
}

function timeUnits(literal: Literal, { kind, scale, zone }: ValueType) {
  const said = literal.kind === "text" ? timeLiteral(literal.value) : literal;
  if (said === undefined) return undefined;
  const time = inZone(said, kind === "timestamp" ? zone : undefined);
  if (kind === "timestamp" && time.kind === "date") {
    return time.value * 86400 * POWERS_OF_TEN[scale];
  }
  if (time.kind !== kind) return undefined;
  if (time.kind === "date" || !("scale" in time)) return time.value as number;
  const units = time.value * POWERS_OF_TEN[scale] / POWERS_OF_TEN[time.scale];
  return Number.isSafeInteger(units) ? units : undefined;
}

function jsonOf(text: string, kind: "json" | "array"): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return kind === "json" || Array.isArray(value) ? text : undefined;
  } catch {
    return undefined; // it is no JSON
  }
}

/** A type that has room for pinned values too. */
export function widened(type: ValueType, pinned: PinnedValues): ValueType {
  const wider = { ...type };
  for (const value of pinned.values) {
    if (value === null) {
      wider.nullable = true;
      delete wider.neverNull;
    }
    if (typeof value !== "number") continue;
    if (wider.min !== undefined) wider.min = Math.min(wider.min, value);
    if (wider.max !== undefined) wider.max = Math.max(wider.max, value);
  }
  return wider;
}
