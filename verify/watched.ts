// Tells how far the reading of a table is, batch by batch.
import type { FoundTable, Visitor } from "./place.ts";

/** Where verify is. */
export interface VerifyProgress {
  table: string;
  /** Of so many tables, the first is 0. */
  index: number;
  tables: number;
  /** Reading what is there, or computing what should be. */
  work: "reading" | "computing";
  /** Of so many that the plan has. */
  rows: number;
  of: number;
}

/** Has every scan of a table tell how far it is. */
export function watch(
  table: FoundTable,
  index: number,
  tables: number,
  tell: (progress: VerifyProgress) => void,
): void {
  const { plan: { name, rows: of } } = table;
  const at = (work: VerifyProgress["work"], rows: number) =>
    tell({ table: name, index, tables, work, rows, of });
  const scan = table.scan.bind(table);
  table.scan = (visitor) => {
    at("reading", 0);
    const watching: Visitor = {
      same(row, count, read) {
        at("reading", row + count);
        visitor.same(row, count, read);
      },
      found(cells, count, row) {
        at("reading", row + count);
        visitor.found(cells, count, row);
      },
    };
    if (visitor.expected !== undefined) {
      watching.expected = (cells, count, row) => {
        at("computing", row + count);
        visitor.expected!(cells, count, row);
      };
    }
    return scan(watching);
  };
}
