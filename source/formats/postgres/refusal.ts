// What is said of values that a column of PostgreSQL cannot hold.
import { ThrustError } from "../../../core/errors.ts";
import type { ColumnShape, TableShape } from "../../../core/format.ts";

export function refusal(
  table: TableShape,
  column: ColumnShape,
  state: string,
): ThrustError {
  return new ThrustError(
    "VALUE_REFUSED",
    `Cannot write column "${column.name}" of table "${table.name}" to PostgreSQL: ${state}`,
    { table: table.name, field: column.name },
  );
}
