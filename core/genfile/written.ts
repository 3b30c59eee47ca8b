// Columns as they stand in a Genfile: what a plan does not keep, and `thrust explain` tells.
import type { Place } from "../diagnostic.ts";
import type { ColumnSpec, TableSpec } from "./spec.ts";

export interface WrittenColumn {
  table: string;
  name: string;
  /** Where its name stands. */
  place: Place;
  /** Where what was given stands, by key; parameters of a thing that columns share may stand on another column. */
  given: ReadonlyMap<string, Place>;
  /** Different values that it has; undefined where they cannot be counted. */
  domain: number | undefined;
}

/** @param domainOf How many values a column has. */
export function writtenColumns(
  tables: readonly TableSpec[],
  domainOf: (column: ColumnSpec) => number | undefined,
): WrittenColumn[] {
  return tables.flatMap(({ columns }) =>
    columns.filter(({ inner }) => inner === undefined).map((column) => ({
      table: column.table,
      name: column.name,
      place: column.place,
      given: new Map(
        [...column.common, ...column.given].map(([name, { place }]) =>
          [name, place] as const
        ),
      ),
      get domain() {
        return domainOf(column);
      },
    }))
  );
}
