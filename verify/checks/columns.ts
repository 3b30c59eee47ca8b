// What is promised of a column against what was tallied of it.
import type { ValueType } from "../../core/value_type.ts";
import { grouped } from "../../core/quantities.ts";
import { Cells, cellStorage } from "../cells.ts";
import { textOf } from "../differences.ts";
import { chiSquare, FEWEST, LIMIT, tolerance } from "../laws/statistics.ts";
import type { Say } from "../verdicts.ts";
import type { Tally } from "../tally.ts";

/** The share of values that may be pinned. */
const MOST_PINNED = 0.01;

export function checkColumns(tally: Tally, type: ValueType, say: Say): void {
  const { name } = tally.promises;
  if (tally.odd > 0) {
    say(
      `type of ${name}`,
      type.kind,
      tally.odd === 1
        ? "1 value is none"
        : `${grouped(tally.odd)} values are none`,
      false,
    );
  }
  checkNulls(tally, say);
  if (tally.rows > tally.nulls + tally.odd) checkRange(tally, type, say);
  checkLaw(tally, say);
}

/** One verdict for all columns in which NULL must not be. */
export function checkNotNull(tallies: readonly Tally[], say: Say): void {
  const strict = tallies.filter(({ promises }) => promises.nulls.most === 0);
  if (strict.length === 0) return;
  const broken = strict.filter(({ nulls }) => nulls > 0);
  say(
    "NOT NULL",
    `${strict.length} ${strict.length === 1 ? "column" : "columns"}`,
    broken.length === 0
      ? "no NULL"
      : broken.map(({ promises, nulls }) =>
        `${grouped(nulls)} in ${promises.name}`
      ).join(", "),
    broken.length === 0,
  );
}

function checkNulls({ promises, rows, nulls }: Tally, say: Say): void {
  const { least, most } = promises.nulls;
  // Of columns that are NOT NULL, the table speaks once.
  if (most === 0 || least === 0 && most === 1) return;
  const range = tolerance(rows, least, most);
  const from = Math.max(0, range.from - promises.pinned);
  const to = Math.min(rows, range.to + promises.pinned);
  const asked = most === least
    ? `${share(least)}, ${grouped(from)} to ${grouped(to)} rows`
    : `${share(least)} or more, from ${grouped(from)} rows on`;
  say(
    `NULL in ${promises.name}`,
    asked,
    nulls === 0 ? "none" : `${share(nulls / rows)}, ${grouped(nulls)} rows`,
    nulls >= from && nulls <= to,
  );
}

function share(p: number): string {
  return `${Number((100 * p).toPrecision(4))} %`;
}

function checkRange(
  { promises, min, max }: Tally,
  type: ValueType,
  say: Say,
): void {
  const { range } = promises;
  if (range === undefined || min > max) return;
  const { low, high } = range;
  say(
    `range of ${promises.name}`,
    spanned(low, high, type),
    spanned(min, max, type),
    min >= low && max <= high,
  );
}

/** Two ends as a person reads them. */
export function spanned(low: number, high: number, type: ValueType): string {
  return `${shown(low, type)} to ${shown(high, type)}`;
}

function shown(value: number, type: ValueType): string {
  if (!Number.isFinite(value)) return "any";
  if (type.kind === "float") return String(Number(value.toPrecision(6)));
  const cells = new Cells(cellStorage(type));
  cells.begin();
  cells.setNumber(0, type.kind === "timestamp" ? Math.ceil(value) : value);
  return textOf(cells, type, 0)!;
}

function checkLaw(
  { promises, counts, outside, rows, nulls, odd }: Tally,
  say: Say,
): void {
  const { law, lawless } = promises;
  const promise = `distribution of ${promises.name}`;
  if (lawless !== undefined) {
    return say(promise, lawless.name, lawless.why, undefined);
  }
  if (law === undefined || rows === 0) return;
  const values = rows - nulls - odd;
  if (outside > promises.pinned) {
    return say(
      promise,
      law.name,
      `${grouped(outside)} that it cannot have`,
      false,
    );
  }
  if (values < FEWEST) {
    return say(promise, law.name, `${values} are too few`, undefined);
  }
  // A few values that are not drawn do not show.
  if (promises.pinned > MOST_PINNED * values) {
    return say(promise, law.name, "too many values are pinned", undefined);
  }
  const z = chiSquare(counts, law.probabilities);
  say(
    promise,
    law.name,
    `chi-square at ${z.toFixed(1)} of ${LIMIT} standard deviations`,
    z < LIMIT,
  );
}
