// Columns that describe the same thing (a person, an entry of a dictionary): what belongs to the thing stands on one
// of them, or equal on all, and is given to each.
import type { Scope } from "../../generator.ts";
import type { ColumnSpec, TableSpec } from "../spec.ts";
import type { Problems } from "../problems.ts";

/** @param scopeOf What a column may know of the others; types are not known yet. */
export function shareParameters(
  problems: Problems,
  table: TableSpec,
  scopeOf: (column: ColumnSpec) => Scope,
): void {
  const things = new Map<
    string,
    { columns: ColumnSpec[]; names: Set<string> }
  >();
  for (const column of table.columns) {
    const shared = column.broken
      ? undefined
      : column.generator?.shares?.(column.params, scopeOf(column));
    if (shared === undefined) continue;
    const thing = things.get(shared.thing) ??
      { columns: [], names: new Set() };
    things.set(shared.thing, thing);
    thing.columns.push(column);
    for (const name of shared.params) thing.names.add(name);
  }
  for (const { columns, names } of things.values()) {
    if (columns.length < 2) continue;
    for (const name of names) shareOne(problems, columns, name);
    shareLocale(problems, columns);
  }
}

function shareOne(
  problems: Problems,
  columns: ColumnSpec[],
  name: string,
): void {
  const [first, ...rest] = columns.filter((one) => one.given.has(name));
  if (first === undefined) return;
  const value = JSON.stringify(first.params[name]);
  for (const other of rest) {
    if (JSON.stringify(other.params[name]) === value) continue;
    reportDifference(problems, first, other, name, other.given);
  }
  for (const column of columns) {
    const parameter = column.generator!.params[name];
    if (parameter === undefined) continue;
    // The column that the others take it from: `gender = "sex"` beside `sex = "person.gender"`.
    if (
      parameter.kind === "column" && first.params[name] === column.name
    ) continue;
    column.params[name] = first.params[name];
    if (!column.given.has(name)) {
      column.given.set(name, first.given.get(name)!);
    }
  }
}

function shareLocale(problems: Problems, columns: ColumnSpec[]): void {
  const [first, ...rest] = columns.filter((one) => one.locale !== undefined);
  if (first === undefined) return;
  for (const other of rest) {
    if (JSON.stringify(other.locale) === JSON.stringify(first.locale)) continue;
    reportDifference(problems, first, other, "locale", other.common);
  }
  for (const column of columns) column.locale = first.locale;
}

function reportDifference(
  problems: Problems,
  first: ColumnSpec,
  other: ColumnSpec,
  name: string,
  nodes: ColumnSpec["given"],
): void {
  problems.error(
    nodes.get(name)?.place ?? other.place,
    `${name} is not the same as for "${first.name}", which is of the same thing`,
    "say it once, or the same everywhere",
  );
  other.broken = true;
}
