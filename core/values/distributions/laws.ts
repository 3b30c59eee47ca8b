// From what a Genfile says about a distribution to its quantiles.
import type { DistributionSpec } from "../../parameters.ts";
import { POWERS_OF_TEN } from "../digits.ts";
import { BetaQuantiles } from "./beta.ts";
import { binomialLaw } from "./binomial.ts";
import { CountQuantiles, type LawOf } from "./counts.ts";
import { ExponentialQuantiles } from "./exponential.ts";
import { geometricLaw } from "./geometric.ts";
import { HistogramQuantiles } from "./histogram.ts";
import { LognormalQuantiles } from "./lognormal.ts";
import { binsIn, isPoint, measure, type Units } from "./measures.ts";
import { NormalQuantiles } from "./normal.ts";
import { ParetoQuantiles } from "./pareto.ts";
import { poissonLaw } from "./poisson.ts";
import type { Quantiles } from "./sampler.ts";
import { TriangularQuantiles } from "./triangular.ts";

/**
 * The quantiles that a distribution draws by; undefined for uniform and zipf, which draw in ways of their own.
 * A parameter that is not given follows the row, and is set before any quantile is asked for.
 */
export function quantilesOf(
  spec: DistributionSpec,
  units: Units,
): Quantiles | undefined {
  const whole = units.kind !== "float";
  const fromLow = isPoint(units);
  const unit = POWERS_OF_TEN[units.scale];
  const given = measure(spec, units);
  const numbers = given as Readonly<Record<string, number>>;
  const counts = (lawOf: LawOf) =>
    new CountQuantiles(lawOf, numbers, unit, fromLow, whole);
  switch (spec.type) {
    case "normal":
      return new NormalQuantiles(given.mean, given.stddev, whole);
    case "lognormal": {
      const { mean, stddev } = numbers;
      return new LognormalQuantiles(mean, stddev, unit, fromLow, whole);
    }
    case "exponential": {
      const mean = given.mean ?? unit / numbers.rate;
      return new ExponentialQuantiles(mean, whole, unit);
    }
    case "pareto": {
      const { shape } = numbers;
      return new ParetoQuantiles(shape, given.scale, unit, fromLow, whole);
    }
    case "poisson":
      // A mean on times is a length, in units of the vector; the law counts days or seconds.
      return counts(({ mean }) => poissonLaw({ mean: mean / unit }));
    case "binomial":
      return counts(binomialLaw);
    case "geometric":
      return counts(geometricLaw);
    case "triangular": {
      const { mode } = spec.parameters;
      const isLength = fromLow &&
        (mode?.kind === "float" || mode?.kind === "int");
      return new TriangularQuantiles(given.mode, isLength, whole);
    }
    case "beta":
      return new BetaQuantiles(numbers.alpha, numbers.beta, whole);
    case "histogram":
      return new HistogramQuantiles(binsIn(spec, units), whole);
  }
  return undefined;
}
