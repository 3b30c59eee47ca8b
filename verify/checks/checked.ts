// A table that has been read, as the checks see it.
import type { FoundTable } from "../place.ts";
import type { TablePromises } from "../promises.ts";
import type { Reading } from "../reading.ts";
import type { TableReport } from "../verdicts.ts";

/** A table that has been read, and what is to be said of it. */
export interface Checked {
  table: FoundTable;
  promises: TablePromises;
  reading: Reading;
  report: TableReport;
}
