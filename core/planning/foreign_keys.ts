// Foreign keys: where references cover a key of the table that they refer to.
import { isReference, referenceWays } from "../genfile/references.ts";
import type { ColumnSpec, TableSpec } from "../genfile/spec.ts";
import type { ColumnAddress } from "../parameters.ts";
import type { ForeignKey } from "../plan.ts";
import {
  isAlways,
  type ReferenceWays,
  type Step,
  type Way,
} from "../reference_ways.ts";
import { isKey, primaryKeyOf, uniqueKeysOf } from "./table_keys.ts";

/**
 * One for each written reference to a column that is a key by itself, and one for all references to what one row gives
 * that cover a key of several columns.
 */
export function foreignKeysOf(
  table: TableSpec,
  tables: readonly TableSpec[],
): ForeignKey[] {
  const references = table.columns.filter((column) =>
    !column.hidden && isReference(column)
  );
  return [
    ...references.flatMap((column) => singleKey(column, tables)),
    ...compositeKeys(references, tables),
  ];
}

function singleKey(
  column: ColumnSpec,
  tables: readonly TableSpec[],
): ForeignKey[] {
  const ref = column.params.ref as ColumnAddress;
  const target = tables.find(({ name }) => name === ref.table);
  if (target === undefined || !isKey(target, ref.column)) return [];
  return [{
    columns: [column.name],
    table: target.name,
    targets: [ref.column],
  }];
}

function compositeKeys(
  references: readonly ColumnSpec[],
  tables: readonly TableSpec[],
): ForeignKey[] {
  if (!tables.some((table) => compositesOf(table).length > 0)) return [];
  const ways = referenceWays(tables);
  /** Columns by the value that they show. */
  const shown = new Map<string, string>();
  const stands = new Map<string, Way>();
  for (const column of references) {
    const { name, table, params } = column;
    const [way] = ways.ways(ways.column(table, name)!);
    stands.set(merged(way).map(({ key }) => key).join(), way);
    const value = origin(ways, way, params.ref as ColumnAddress);
    if (!shown.has(value)) shown.set(value, name);
  }
  const keys: ForeignKey[] = [];
  for (const way of stands.values()) {
    const table = way[way.length - 1].to;
    const target = tables.find(({ name }) => name === table)!;
    for (const targets of compositesOf(target)) {
      const columns = targets.flatMap((column) =>
        shown.get(origin(ways, way, { table, column })) ?? []
      );
      if (columns.length === targets.length) {
        keys.push({ columns, table, targets });
      }
    }
  }
  return keys;
}

/** The keys of several columns that are all written. */
function compositesOf(table: TableSpec): string[][] {
  const hidden = new Set(
    table.columns.filter((one) => one.hidden).map(({ name }) => name),
  );
  return [primaryKeyOf(table), ...uniqueKeysOf(table)].filter((key) =>
    key.length > 1 && !key.some((name) => hidden.has(name))
  );
}

/** Equal for columns that show the same value: references are followed to what is none. */
function origin(ways: ReferenceWays, way: Way, address: ColumnAddress): string {
  let { table, column } = address;
  let steps = way;
  for (;;) {
    const reference = ways.column(table, column);
    const [on] = reference === undefined ? [] : ways.ways(reference);
    if (on === undefined || steps.length > MAX_STEPS) break;
    steps = [...steps, ...on];
    ({ table, column } = reference!.params.ref);
  }
  return JSON.stringify([...merged(steps).map(({ key }) => key), column]);
}

/** References that go round in a circle of earlier rows end nowhere. */
const MAX_STEPS = 100;

/** Steps up one after another are one. */
function merged(way: Way): Step[] {
  const steps: Step[] = [];
  for (const step of way) {
    const last = steps[steps.length - 1];
    if (
      last?.kind === "up" && step.kind === "up" && isAlways(last.column)
    ) steps.pop();
    steps.push(step);
  }
  return steps;
}
