// How many events happen where they happen independently, so many on average.
import type { CountLaw } from "./counts.ts";
import { CountTable } from "./count_table.ts";
import { WIDE, WideCounts } from "./count_wide.ts";

/** Undefined where the mean is not above 0. */
export function poissonLaw(
  { mean }: Readonly<Record<string, number>>,
): CountLaw | undefined {
  if (!(mean > 0 && mean < Infinity)) return undefined;
  const deviation = Math.sqrt(mean);
  if (deviation > WIDE) {
    return new WideCounts(mean, deviation, 1 / deviation, 1 / mean);
  }
  return new CountTable(
    Math.floor(mean),
    Infinity,
    (k) => mean / (k + 1),
    (k) => k / mean,
  );
}
