// Distributions over a range of values: checked when a Genfile is read, prepared once for each column and worker.
import type { DistributionSpec } from "../parameters.ts";
import { quantilesOf } from "./distributions/laws.ts";
import { measure, type Units } from "./distributions/measures.ts";
import { quantileSampler, type Sampler } from "./distributions/sampler.ts";
import { uniformContinuous, uniformGrid } from "./distributions/uniform.ts";
import { zipf } from "./distributions/zipf.ts";

export { DISTRIBUTIONS } from "./distributions/catalogue.ts";
export type {
  DistributionEntry,
  DistributionParameter,
  Measure,
} from "./distributions/catalogue.ts";
export { checkDistribution, type Complaint } from "./distributions/check.ts";
export type { Units } from "./distributions/measures.ts";
export type { Following, Limit, Sampler } from "./distributions/sampler.ts";

/**
 * A distribution over values of a kind, ready to draw. What can be computed once for a range is computed once.
 *
 * @param spec A distribution without complaints from `checkDistribution`; undefined: uniform.
 * @param units The column's type, or `{ kind: "int", scale: 0 }` for ranks.
 */
export function prepareSampler(
  spec: DistributionSpec | undefined,
  units: Units,
): Sampler {
  const whole = units.kind !== "float";
  if (spec === undefined || spec.type === "uniform") {
    return whole ? uniformGrid() : uniformContinuous();
  }
  if (spec.type === "zipf") {
    return zipf(measure(spec, units).exponent ?? 1, whole);
  }
  const quantiles = quantilesOf(spec, units);
  if (quantiles === undefined) {
    throw new RangeError(
      `Cannot prepare the distribution "${spec.type}": there is none of that name`,
    );
  }
  return quantileSampler(quantiles);
}
