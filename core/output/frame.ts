// What formats put around the rows, once the types of the columns are known.
import type { TableShape } from "../format.ts";
import type { OutputPlan } from "../plan.ts";
import type { Output } from "./output.ts";

/** Completes an output with what its format puts around the rows. */
export function frameOutput(
  { format, files, ...output }: Output,
  shapes: ReadonlyMap<string, Pick<TableShape, "name" | "columns">>,
): OutputPlan {
  return {
    ...output,
    format: format.name,
    files: files.map(({ path, tables }) => ({
      path,
      tables: tables.map(({ table, own }, i) => {
        const { options = output.options } = own ?? {};
        const written = own?.format ?? format;
        const shape = shapeOfPart(shapes.get(table)!, own?.columns);
        return {
          table,
          ...(own && {
            own: {
              columns: shape.columns.map(({ name }) => name),
              format: written.name,
              options,
            },
          }),
          ...written.frame({
            ...shape,
            // Where nothing is written, tables do not stand in one file even if their format could not.
            index: written.manyTables ? i : 0,
            count: written.manyTables ? tables.length : 1,
          }, options),
        };
      }),
    })),
  };
}

/** A table's name, columns and keys. */
interface Part<T> {
  name: string;
  columns: T[];
  uniqueKeys?: string[][];
}

/** Some of a table's columns. A part of a key is none. */
function shapeOfPart<T extends { name: string; primary?: boolean }>(
  { name, columns, uniqueKeys = [] }: Part<T>,
  names: readonly string[] | undefined,
): Part<T> {
  if (names === undefined) return { name, columns, uniqueKeys };
  const isWhole = columns.every((one) =>
    !one.primary || names.includes(one.name)
  );
  return {
    name,
    uniqueKeys: uniqueKeys.filter((key) =>
      key.every((one) => names.includes(one))
    ),
    columns: names.map((wanted) => {
      const column = columns.find((one) => one.name === wanted)!;
      return isWhole ? column : { ...column, primary: false };
    }),
  };
}
