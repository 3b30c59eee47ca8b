// What a column is made from: columns of the same row, of the row it refers to, of the rows that its aggregates are over.
import { innerColumns } from "../../inner_columns.ts";
import type { Bound, ColumnAddress } from "../../parameters.ts";
import type { ColumnSpec } from "../spec.ts";
import { expressionsOf } from "../expressions.ts";
import { isReference, type References } from "../references.ts";

/** Columns by table and name. */
export type ColumnsByName = ReadonlyMap<
  string,
  ReadonlyMap<string, ColumnSpec>
>;

/** The columns that a column is made from. */
export function needsOf(
  column: ColumnSpec,
  columns: ColumnsByName,
  references: References,
): ColumnSpec[] {
  const { generator, params } = column;
  if (generator === undefined) return [];
  const same = columns.get(column.table)!;
  const names: string[] = [];
  const needs: (ColumnSpec | undefined)[] = [];
  for (const [name, { kind }] of Object.entries(generator.params)) {
    const value = params[name];
    if (value === undefined) continue;
    if (kind === "column") names.push(value as string);
    if (kind === "columns") names.push(...value as string[]);
    if (kind === "bound" && "column" in (value as Bound)) {
      names.push((value as { column: string }).column);
    }
    if (kind === "address" && !column.readsItself) {
      needs.push(columnAt(columns, value as ColumnAddress));
    }
  }
  names.push(...innerColumns(generator, params));
  for (const { expression } of expressionsOf(column)) {
    names.push(...expression.columns);
    needs.push(...expression.others.map((one) => columnAt(columns, one)));
  }
  if (!column.broken) names.push(...generator.reads?.(params) ?? []);
  if (isReference(column)) {
    needs.push(references.start(column));
    needs.push(...references.following(column));
  }
  needs.push(...names.map((name) => same.get(name)));
  return needs.filter((one) => one !== undefined);
}

/** The column that a reference shows. */
export function shownBy(
  { generator, params, broken }: ColumnSpec,
  columns: ColumnsByName,
): ColumnSpec | undefined {
  if (broken || generator?.name !== "ref") return undefined;
  return columnAt(columns, params.ref as ColumnAddress);
}

export function columnAt(
  columns: ColumnsByName,
  { table, column }: ColumnAddress,
): ColumnSpec | undefined {
  return columns.get(table)?.get(column);
}
