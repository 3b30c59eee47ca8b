// What a format says of a value that it cannot write.
import { ThrustError } from "../../core/errors.ts";

/** A function that refuses a NUL character in a column's text; the row loop adds the row. */
export function refuseNul(
  format: string,
  table: string,
  column: string,
): () => never {
  return () => {
    throw new ThrustError(
      "VALUE_REFUSED",
      `Cannot write column "${column}" of table "${table}" as ${format}: there is a NUL character`,
      { table, field: column },
    );
  };
}
