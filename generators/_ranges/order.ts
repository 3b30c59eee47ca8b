// Values that rise or fall with the rows, and values that lie on a grid of steps.
import type { PartialRecord, Prepared, Site } from "../../core/generator.ts";
import {
  prepareSampler,
  type Sampler,
} from "../../core/values/distributions.ts";
import { risingStep, stepsBefore } from "../../core/values/ordered.ts";
import type { Range } from "./range_ends.ts";
import { greatest, type Order, stepUnits } from "./steps.ts";

/** The greatest double below 1. */
const BELOW_1 = 0.9999999999999999;

/** Whole units: a grid of steps from the lower end on, in any order or one by one. */
export function prepareSteps(range: Range, site: Site): Prepared {
  const { dist, kind, scale, order } = range;
  const sampler = dist === undefined || dist.type === "uniform"
    ? undefined
    : prepareSampler(dist, site.type);
  const step = range.step === undefined
    ? 1
    : stepUnits(range.step, kind, scale)!;
  const readSteps = stepReader(range, site, step);
  const random = site.random();
  const choose = order === undefined
    ? anyStep(sampler, step, site.following(dist))
    : orderedStep(sampler, step, order, site);
  return {
    storage: "numbers",
    fill(record, out) {
      const { count } = record.rows;
      const ends = readSteps(record);
      const { from, steps } = ends;
      const { numbers, nulls } = out;
      choose(record, random, ends, numbers);
      for (let i = 0; i < count; i++) {
        numbers[i] = from[i] + step * numbers[i];
        if (!(steps[i] > 0) || numbers[i] !== numbers[i]) nulls[i] = 1;
      }
    },
  };
}

interface Steps {
  from: Float64Array;
  /** What a distribution is cut by; where there is no upper end there is none. */
  to: Float64Array;
  /** How many values there are from there on; 0 where there is none. */
  steps: Float64Array;
}

function stepReader(
  range: Range,
  site: Site,
  step: number,
): (record: PartialRecord) => Steps {
  const { to, exclusive, kind, scale } = range;
  const lower = site.bound(range.from, "up");
  const upper = to && site.bound(to, exclusive ? "up" : "down");
  const most = greatest(kind, scale);
  return (record) => {
    const { count } = record.rows;
    const from = lower.read(record);
    const given = upper?.read(record);
    const steps = record.scratch(0);
    const to = record.scratch(1);
    // Without an upper end there are as many as rows, if the last of them can be written.
    const rows = given === undefined ? site.sequenceLengths(record) : undefined;
    for (let i = 0; i < count; i++) {
      const low = from[i];
      if (rows !== undefined) {
        const length = rows[i] > 1 ? rows[i] : 1;
        steps[i] = low + step * (length - 1) <= most ? length : 0;
      } else {
        let high = given![i];
        if (exclusive && high > low) high--;
        to[i] = high;
        steps[i] = low <= high ? Math.floor((high - low) / step) + 1 : 0;
      }
    }
    return { from, to, steps };
  };
}

/** Writes which step each row takes. */
type Choose = (
  record: PartialRecord,
  random: ReturnType<Site["random"]>,
  ends: Steps,
  out: Float64Array,
) => void;

function anyStep(
  sampler: Sampler | undefined,
  step: number,
  following: ReturnType<Site["following"]>,
): Choose {
  const choose: Choose = ({ rows }, random, { steps }, out) => {
    for (let i = 0; i < rows.count; i++) {
      out[i] = steps[i] > 0 ? random.belowAt(rows.numbers[i], 0, steps[i]) : 0;
    }
  };
  if (sampler === undefined) return choose;
  const nearest: Choose = (record, random, { from, to, steps }, out) => {
    const { rows } = record;
    sampler.sample(random, rows, 0, from, to, out, following?.(record));
    for (let i = 0; i < rows.count; i++) {
      out[i] = nearestStep(out[i] - from[i], step, steps[i]);
    }
  };
  return nearest;
}

/** The step that is nearest to a distance from the first. */
function nearestStep(distance: number, step: number, steps: number): number {
  const nearest = Math.floor(distance / step + 0.5);
  return nearest >= steps ? steps - 1 : nearest;
}

function orderedStep(
  sampler: Sampler | undefined,
  step: number,
  order: Order,
  site: Site,
): Choose {
  return (record, random, { from, to, steps }, out) => {
    const { rows } = record;
    const shares = record.scratch(2);
    if (sampler !== undefined) random.fractions(rows, 0, shares);
    const positions = site.positions(record);
    const lengths = site.sequenceLengths(record);
    for (let i = 0; i < rows.count; i++) {
      const all = steps[i];
      if (!(all > 0)) continue;
      const n = lengths[i] > 1 ? lengths[i] : 1;
      const k = placeOf(positions[i], n, order);
      if (sampler === undefined) {
        const first = stepsBefore(k, n, all);
        const own = stepsBefore(k + 1, n, all) - first;
        out[i] = own > 1
          ? first + random.belowAt(rows.numbers[i], 0, own)
          : first;
        continue;
      }
      const share = (k + shares[i]) / n;
      const value = sampler.quantile(
        share < 1 ? share : BELOW_1,
        from[i],
        to[i],
      );
      const nearest = nearestStep(value - from[i], step, all);
      out[i] = risingStep(nearest, k, n, all);
    }
  };
}

/** Where a row stands in its sequence of n; one beyond its end stands at it. */
function placeOf(position: number, n: number, order: Order): number {
  const k = position < n ? position : n - 1;
  return order === "asc" ? k : n - 1 - k;
}

/** Doubles: a grid of steps, or all that lie between the ends. */
export function prepareOrderedFloats(
  { from, to, dist, order, step }: Pick<
    Range,
    "from" | "to" | "dist" | "order" | "step"
  >,
  site: Site,
): Prepared {
  const lower = site.bound(from);
  const upper = to && site.bound(to);
  const size = step === undefined ? 0 : Number(step.value);
  const sampler = prepareSampler(dist, site.type);
  const isUniform = dist === undefined || dist.type === "uniform";
  const choose = order === undefined
    ? anyStep(isUniform ? undefined : sampler, size, site.following(dist))
    : orderedStep(isUniform ? undefined : sampler, size, order, site);
  const random = site.random();
  return {
    storage: "numbers",
    fill(record, out) {
      const { rows } = record;
      const { numbers, nulls } = out;
      const low = lower.read(record);
      const high = upper?.read(record);
      if (size === 0) {
        orderedBetween(record, site, sampler, order!, random, low, high!, out);
        return;
      }
      const steps = record.scratch(0);
      const lengths = site.sequenceLengths(record);
      for (let i = 0; i < rows.count; i++) {
        steps[i] = high === undefined
          ? lengths[i] > 1 ? lengths[i] : 1
          : stepsBelow(low[i], high[i], size);
      }
      choose(record, random, { from: low, to: high ?? low, steps }, numbers);
      for (let i = 0; i < rows.count; i++) {
        numbers[i] = low[i] + size * numbers[i];
        if (!(steps[i] > 0) || numbers[i] !== numbers[i]) nulls[i] = 1;
      }
    },
  };
}

/** How many doubles low + j · step lie below `high`; at least `low` itself where the two are equal. */
export function stepsBelow(low: number, high: number, step: number): number {
  if (!(low <= high)) return 0;
  if (low === high) return 1;
  const steps = Math.ceil((high - low) / step);
  // Rounding may have led to the end.
  return low + step * (steps - 1) < high ? steps : steps - 1;
}

/** Neighbouring shares stay so far apart, of an n-th, that rounding does not make them one. */
const APART = 1 - 2 ** -16;

function orderedBetween(
  record: PartialRecord,
  site: Site,
  sampler: Sampler,
  order: Order,
  random: ReturnType<Site["random"]>,
  low: Float64Array,
  high: Float64Array,
  { numbers, nulls }: { numbers: Float64Array; nulls: Uint8Array },
): void {
  const { rows } = record;
  random.fractions(rows, 0, numbers);
  const positions = site.positions(record);
  const lengths = site.sequenceLengths(record);
  for (let i = 0; i < rows.count; i++) {
    const n = lengths[i] > 1 ? lengths[i] : 1;
    const k = placeOf(positions[i], n, order);
    const share = (k + numbers[i] * APART) / n;
    numbers[i] = sampler.quantile(
      share < 1 ? share : BELOW_1,
      low[i],
      high[i],
    );
    if (numbers[i] !== numbers[i]) nulls[i] = 1;
  }
}
