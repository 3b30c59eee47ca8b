// Reference columns as the plan has them.
import type { ReferenceColumn } from "../../../core/reference_ways.ts";
import type { ColumnPlan, TablePlan } from "../../../core/plan.ts";

export function referenceColumn(
  table: string,
  column: ColumnPlan,
): ReferenceColumn {
  return {
    table,
    name: column.name,
    params: column.params as unknown as ReferenceColumn["params"],
    null: column.null,
    ...(column.when !== undefined && { when: column.when }),
    ...(column.inner !== undefined && { inner: column.inner }),
  };
}

/** The address of a pick's random words. */
export function whatOf({ name, params, inner }: ReferenceColumn): string {
  return params.of ?? inner?.what ?? name;
}

/** The column that says something of a pick that unique columns share. */
export function ofSharers(
  { columns }: TablePlan,
  sharers: readonly ReferenceColumn[],
  key: "ranks" | "nullRows",
): ColumnPlan | undefined {
  return columns.find((column) =>
    column[key] !== undefined &&
    sharers.some(({ name }) => name === column.name)
  );
}

/** The table that a table is made per. */
export function parentOf({ per }: TablePlan): string | undefined {
  return per !== undefined && "table" in per ? per.table : undefined;
}
