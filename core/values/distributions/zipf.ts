// Zipf's law over ranks.
import type { RandomStream } from "../random.ts";
import type { Rows } from "../rows.ts";
import {
  addToEach,
  cdfBetween,
  limitAt,
  type Quantiles,
  type Sampler,
} from "./sampler.ts";
import { ZipfQuantiles } from "./zipf_quantiles.ts";
import { ZipfRanks } from "./zipf_ranks.ts";

/** At least nine of ten candidates are taken, so the last try is never reached. */
const MAX_TRIES = 64;
/** Tries of one draw lie so far apart. */
const TRY_STRIDE = 256;

/**
 * Draws ranks by rejection inversion, in constant time for any number of ranks.
 *
 * Hörmann & Derflinger (1996), "Rejection-inversion to generate variates from monotone discrete distributions".
 *
 * @param exponent Skew, above 0. 1 is the classic law.
 * @param whole Whole units, `high` included; else whole steps from `low`, below `high`.
 */
export function zipf(exponent: number, whole: boolean): Sampler {
  const ranks = new ZipfRanks(exponent);
  const quantiles: Quantiles = new ZipfQuantiles(exponent, whole);
  const sizeOf = (low: number, high: number) =>
    whole ? high - low + 1 : Math.ceil(high - low);
  return {
    quantile(u, low, high) {
      if (!(low <= high)) return NaN;
      quantiles.range(low, high);
      return quantiles.at(u);
    },
    cdf: (x, low, high) => cdfBetween(quantiles, x, low, high),
    sample(stream, rows, draw, low, high, out) {
      stream.fractions(rows, draw, out);
      const { count } = rows;
      if (
        typeof low === "number" && typeof high === "number" && low <= high
      ) {
        ranks.domain(sizeOf(low, high));
        ranks.acceptEach(out, count);
        for (let i = 0; i < count; i++) {
          if (out[i] < 0) out[i] = redraw(ranks, stream, rows, i, draw);
        }
        if (low !== 0) addToEach(out, count, low);
        return;
      }
      for (let i = 0; i < count; i++) {
        const from = limitAt(low, i);
        const to = limitAt(high, i);
        if (!(from <= to)) {
          out[i] = NaN;
          continue;
        }
        ranks.domain(sizeOf(from, to));
        const rank = ranks.accept(out[i]);
        out[i] = from +
          (rank >= 0 ? rank : redraw(ranks, stream, rows, i, draw));
      }
    },
  };
}

function redraw(
  ranks: ZipfRanks,
  stream: RandomStream,
  rows: Rows,
  i: number,
  draw: number,
): number {
  for (let again = 1; again < MAX_TRIES; again++) {
    const rank = ranks.accept(
      stream.fractionAt(rows.numbers[i], draw + again * TRY_STRIDE),
    );
    if (rank >= 0) return rank;
  }
  return 0;
}
