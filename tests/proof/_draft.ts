// Drafts of schemas: numbers that say which of the choices at hand.
import fc from "fast-check";

/** A column to be, as numbers that say which of the choices at hand. */
export interface ColumnDraft {
  what: number;
  a: number;
  b: number;
  c: number;
  extra: number;
}

export interface TableDraft {
  rows: number;
  /** Even: a table with rows. */
  per: number;
  least: number;
  more: number;
  key: number;
  columns: ColumnDraft[];
  pinned: number;
  unique: number;
}

export interface Draft {
  seed: number;
  tables: TableDraft[];
}

const column: fc.Arbitrary<ColumnDraft> = fc.record({
  what: fc.nat({ max: 999 }),
  a: fc.nat({ max: 59 }),
  b: fc.nat({ max: 59 }),
  c: fc.nat({ max: 59 }),
  extra: fc.nat({ max: 59 }),
});

const table: fc.Arbitrary<TableDraft> = fc.record({
  rows: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 60 }) },
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1000, max: 3000 }) },
  ),
  per: fc.nat({ max: 19 }),
  least: fc.nat({ max: 2 }),
  more: fc.nat({ max: 4 }),
  key: fc.nat({ max: 59 }),
  columns: fc.array(column, { minLength: 1, maxLength: 9 }),
  pinned: fc.nat({ max: 11 }),
  unique: fc.nat({ max: 11 }),
});

export const draft: fc.Arbitrary<Draft> = fc.record({
  seed: fc.nat({ max: 99 }),
  tables: fc.array(table, { minLength: 1, maxLength: 6 }),
});
