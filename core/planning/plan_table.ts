// A table of the plan, from what the Genfile says of it and what has been found out.
import { isSingleKey } from "../genfile/pins.ts";
import type { RunSettings } from "../genfile/settings.ts";
import type { PerSpec, TableSpec, Types } from "../genfile/spec.ts";
import type { LocaleShare } from "../parameters.ts";
import type { ColumnPlan, PerPlan, TablePlan } from "../plan.ts";
import { foreignKeysOf } from "./foreign_keys.ts";
import { primaryKeyOf, uniqueKeysOf } from "./table_keys.ts";

/** Where neither column, table nor `[run]` says a locale. */
export const DEFAULT_LOCALE: LocaleShare[] = [{ locale: "en_US", weight: 1 }];

export function planTable(
  table: TableSpec,
  rows: number,
  written: ReadonlySet<string>,
  types: Types,
  run: RunSettings,
  tables: readonly TableSpec[],
): TablePlan {
  const primaryKey = primaryKeyOf(table);
  return {
    name: table.name,
    rows,
    ...(table.per !== undefined && { per: perPlan(table.per) }),
    written: written.has(table.name),
    columns: table.columns.map((column): ColumnPlan => ({
      name: column.name,
      generator: column.generator!.name,
      params: column.params,
      type: types.get(column)!,
      null: column.null,
      hidden: column.hidden,
      primary: primaryKey.includes(column.name),
      locales: column.locale ?? table.locale ?? run.locale ?? DEFAULT_LOCALE,
      ...(column.when !== undefined && { when: column.when }),
      ...(column.readsItself && { readsItself: true }),
      ...(column.inner !== undefined && { inner: column.inner }),
      ...(column.ranks !== undefined && { ranks: column.ranks }),
      ...(column.pinned !== undefined && {
        pinned: column.pinned,
        unique: isSingleKey(table, column),
      }),
      ...(column.nullRows !== undefined && { nullRows: column.nullRows }),
    })),
    primaryKey,
    uniqueKeys: uniqueKeysOf(table),
    foreignKeys: foreignKeysOf(table, tables),
  };
}

/** Without its place in the file. */
function perPlan({ place: _, ...per }: PerSpec): PerPlan {
  return per;
}
