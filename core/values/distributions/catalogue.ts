// The distributions that there are, as data: the checker, the JSON Schema and the reference read it.

/**
 * What a parameter of a distribution is: `position` a value of the column's own kind (a date for dates), `length` a
 * distance between two of them (an interval for dates), `place` a position, or on times an interval from the lower
 * end, `number` a number whatever the column, `bins` a list of [from, to, weight] with positions.
 */
export type Measure = "position" | "length" | "place" | "number" | "bins";

/** What a parameter may be: above 0, a probability, a probability above 0, a whole number from 0 on. */
export type Limits = "positive" | "share" | "positive share" | "count";

export interface DistributionParameter {
  measure: Measure;
  limits?: Limits;
  /** There is no default. */
  required?: boolean;
  summary: string;
}

export interface DistributionEntry {
  summary: string;
  parameters: Readonly<Record<string, DistributionParameter>>;
}

export const DISTRIBUTIONS: Readonly<Record<string, DistributionEntry>> = {
  uniform: { summary: "Every value equally often", parameters: {} },
  normal: {
    summary: "A bell around the mean, cut at the ends of the range",
    parameters: {
      mean: {
        measure: "position",
        summary: "Where the bell stands; default: the middle of the range",
      },
      stddev: {
        measure: "length",
        limits: "positive",
        summary: "Its standard deviation; default: a sixth of the range",
      },
    },
  },
  lognormal: {
    summary: "The logarithm is normal; on times, that of the time since from",
    parameters: {
      mean: {
        measure: "number",
        required: true,
        summary: "Of the logarithm; e to this power is the median",
      },
      stddev: {
        measure: "number",
        limits: "positive",
        required: true,
        summary: "Of the logarithm",
      },
    },
  },
  exponential: {
    summary: "Likeliest at the lower end, falling off at a constant rate",
    parameters: {
      mean: {
        measure: "length",
        limits: "positive",
        summary: "Mean distance from the lower end, before the range cuts",
      },
      rate: {
        measure: "number",
        limits: "positive",
        summary: "1 / mean, for numbers and ranks",
      },
    },
  },
  pareto: {
    summary: "Likeliest at the lower end, falling off as a power",
    parameters: {
      shape: {
        measure: "number",
        limits: "positive",
        required: true,
        summary: "The power: the smaller, the longer the tail",
      },
      scale: {
        measure: "length",
        limits: "positive",
        summary:
          "The distance after which the power counts; default: min where it is above 0, else 1 (a day, a second, a rank)",
      },
    },
  },
  zipf: {
    summary:
      "The k-th value from the lower end as often as 1 / k^exponent; on float in whole steps",
    parameters: {
      exponent: {
        measure: "number",
        limits: "positive",
        summary: "How much the first are preferred; default: 1",
      },
    },
  },
  poisson: {
    summary: "How many independent events happen; on times, days or seconds",
    parameters: {
      mean: {
        measure: "length",
        limits: "positive",
        required: true,
        summary: "How many on average, before the range cuts",
      },
    },
  },
  binomial: {
    summary: "How many of a number of trials succeed",
    parameters: {
      trials: {
        measure: "number",
        limits: "count",
        required: true,
        summary: "How many trials",
      },
      p: {
        measure: "number",
        limits: "share",
        required: true,
        summary: "The probability that one succeeds",
      },
    },
  },
  geometric: {
    summary: "How many trials fail before the first that succeeds",
    parameters: {
      p: {
        measure: "number",
        limits: "positive share",
        required: true,
        summary: "The probability that one succeeds",
      },
    },
  },
  triangular: {
    summary: "Rises from the lower end to the mode, falls to the upper one",
    parameters: {
      mode: {
        measure: "place",
        summary: "Where it is likeliest; default: the middle of the range",
      },
    },
  },
  beta: {
    summary: "The beta distribution, stretched from end to end",
    parameters: {
      alpha: {
        measure: "number",
        limits: "positive",
        required: true,
        summary: "Its first shape: the larger, the nearer the upper end",
      },
      beta: {
        measure: "number",
        limits: "positive",
        required: true,
        summary: "Its second shape: the larger, the nearer the lower end",
      },
    },
  },
  histogram: {
    summary: "Bins with weights, all values of a bin equally often",
    parameters: {
      bins: {
        measure: "bins",
        required: true,
        summary: "[[from, to, weight], …], from ≤ x < to",
      },
    },
  },
};
