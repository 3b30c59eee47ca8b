// The rows that a reference may pick from: for each row of a record a run of rows of the target.
import type { ChildCounts } from "../../../core/values/child_counts.ts";
import type { ChunkRecord } from "../../record.ts";
import type { Landing, Stand } from "./stand.ts";

/** For each row of a record, the first row to pick from and the one after the last; none where `high` is not above. */
export class Spans {
  low = new Float64Array(0);
  high = new Float64Array(0);

  reset(count: number): void {
    if (this.low.length >= count) return;
    this.low = new Float64Array(count);
    this.high = new Float64Array(count);
  }
}

/** Finds the spans of a record's rows. */
export type SpanFinder = (record: ChunkRecord, out: Spans) => void;

/** All rows of a table. */
export function wholeTable(rows: number): SpanFinder {
  return ({ rows: { count } }, out) => {
    out.reset(count);
    out.low.fill(0, 0, count);
    out.high.fill(rows, 0, count);
  };
}

/**
 * The rows that descend from those that a reference stands on.
 *
 * @param generations The child counts of the tables between, the eldest first.
 */
export function descendants(
  stand: Stand,
  generations: readonly ChildCounts[],
): SpanFinder {
  const first = (row: number) => {
    for (const counts of generations) row = counts.first(row);
    return row;
  };
  const landed = new Spans();
  return (record, out) => {
    const { count } = record.rows;
    const landing: Landing = stand.land(record);
    const { places } = landing;
    const { rows } = landing.record;
    landed.reset(rows.count);
    out.reset(count);
    for (let i = 0; i < rows.count; i++) {
      const isMissing = rows.nulls !== undefined && rows.nulls[i] === 1;
      landed.low[i] = isMissing ? 0 : first(rows.numbers[i]);
      landed.high[i] = isMissing ? 0 : first(rows.numbers[i] + 1);
    }
    for (let i = 0; i < count; i++) {
      const place = places === undefined ? i : places[i];
      out.low[i] = landed.low[place];
      out.high[i] = landed.high[place];
    }
  };
}

/** Only the rows before each row itself, which is of the same table. */
export function earlierOf(find: SpanFinder): SpanFinder {
  return (record, out) => {
    find(record, out);
    const { numbers, count } = record.rows;
    for (let i = 0; i < count; i++) {
      if (numbers[i] < out.high[i]) out.high[i] = numbers[i];
    }
  };
}
