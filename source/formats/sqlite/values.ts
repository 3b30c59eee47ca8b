// What values are in SQLite, whichever way they take: numbers as float64, bytes as they are, everything else as text.
import { ThrustError } from "../../../core/errors.ts";
import type { Cell, ColumnShape } from "../../../core/format.ts";
import { REAL_DIGITS } from "../../../core/sql/types.ts";
import { POWERS_OF_TEN } from "../../../core/values/digits.ts";
import { type Spelling, textCell } from "../cells.ts";
import { refuseNul } from "../refusal.ts";
import { AS_IT_IS, spellingWriter } from "../write/text.ts";

/** The first scaled integer of more digits than a float64 keeps. */
const TOO_LARGE = POWERS_OF_TEN[REAL_DIGITS];

/** From a vector's number to SQLite's: of a decimal the nearest float64, where that keeps its digits. */
export function sqliteNumber(
  table: string,
  { name, type: { kind, scale } }: ColumnShape,
): (value: number) => number {
  if (kind !== "decimal" || scale === 0) return (value) => value;
  const unit = POWERS_OF_TEN[scale];
  return function decimal(value) {
    if (value >= TOO_LARGE || value <= -TOO_LARGE) {
      throw new ThrustError(
        "VALUE_REFUSED",
        `Cannot write column "${name}" of table "${table}" as a SQLite number: ` +
          `it has more than ${REAL_DIGITS} digits (type = "text" keeps them)`,
        { table, field: name },
      );
    }
    return value / unit;
  };
}

/** The cell that writes a value as the text that CSV has, without quotes; an array as JSON, and bytes as they are. */
export function sqliteText(table: string, column: ColumnShape): Cell {
  const spelling: Spelling = {
    null: "",
    quotes: {},
    text: ({ name }) =>
      spellingWriter(new Map(), refuseNul("SQLite text", table, name)),
    bytes: AS_IT_IS,
    arrays: "json",
    refuse: ({ name }) => refuseNul("SQLite text", table, name),
  };
  return textCell(column, "", spelling);
}
