// How many trials fail before the first that succeeds, each with the same probability.
import { expm1, log1p } from "../math.ts";
import type { CountLaw } from "./counts.ts";

/** Undefined where p is not above 0 and at most 1. */
export function geometricLaw(
  { p }: Readonly<Record<string, number>>,
): CountLaw | undefined {
  if (!(p > 0 && p <= 1)) return undefined;
  if (p === 1) return { below: (k) => k > 0 ? 1 : 0, at: () => 0 };
  const logOfFailure = log1p(-p);
  return {
    below: (k) => k > 0 ? -expm1(k * logOfFailure) : 0,
    at: (share) => Math.floor(log1p(-share) / logOfFailure),
  };
}
