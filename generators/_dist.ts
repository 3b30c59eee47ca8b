// The `dist` parameter of numbers, dates and choices.
import { optional } from "../core/parameters.ts";
import { DISTRIBUTIONS } from "../core/values/distributions.ts";

export const DIST = {
  dist: optional(
    "distribution",
    "How likely the values are; without it, all equally",
    { choices: Object.keys(DISTRIBUTIONS) },
  ),
};
