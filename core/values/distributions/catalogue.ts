// The distributions that there are, as data: the checker, the JSON Schema and the reference read it.

/**
 * What a parameter of a distribution is: `position` a value of the column's own kind (a date for dates), `length` a
 * distance between two of them (an interval for dates), `number` a number whatever the column.
 */
export type Measure = "position" | "length" | "number";

export interface DistributionParameter {
  measure: Measure;
  /** Above 0. */
  positive: boolean;
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
        positive: false,
        summary: "Where the bell stands; default: the middle of the range",
      },
      stddev: {
        measure: "length",
        positive: true,
        summary: "Its standard deviation; default: a sixth of the range",
      },
    },
  },
  exponential: {
    summary: "Likeliest at the lower end, falling off at a constant rate",
    parameters: {
      mean: {
        measure: "length",
        positive: true,
        summary: "Mean distance from the lower end, before the range cuts",
      },
      rate: {
        measure: "number",
        positive: true,
        summary: "1 / mean, for numbers and ranks",
      },
    },
  },
  zipf: {
    summary:
      "The k-th value from the lower end as often as 1 / k^exponent; on float in whole steps",
    parameters: {
      exponent: {
        measure: "number",
        positive: true,
        summary: "How much the first are preferred; default: 1",
      },
    },
  },
};
