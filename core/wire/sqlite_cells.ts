// How rows travel to a SQLite database: cell after cell, in the order of the columns, without anything between them.
// The types are the columns' and need not travel.
//
// | column | cell | NULL |
// |---|---|---|
// | number | float64, little-endian | NaN |
// | text, bytes | length in bytes as uint32, little-endian; then UTF-8 | a length of 2^32 - 1 |

/** Name of the format. */
export const SQLITE_CELLS = "sqlite-cells";

export const NUMBER_BYTES = 8;
export const LENGTH_BYTES = 4;
export const NULL_LENGTH = 0xffffffff;

/** Options of the format. */
export interface SqliteCellsOptions {
  /** Columns whose numbers and booleans are spelled as texts, because the database would keep them as such. */
  spelled: string[];
}
