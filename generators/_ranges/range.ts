// What all generators of values in whole units between two ends do alike, whatever their units are.
import type {
  Prepared,
  Ranked,
  Report,
  Scope,
  Site,
} from "../../core/generator.ts";
import type { DistributionSpec, Literal } from "../../core/parameters.ts";
import type { ValueType } from "../../core/value_type.ts";
import {
  checkRange,
  prepareRange,
  rangeDomain,
  rangeType,
  rangeUnique,
  rankedRange,
} from "./grid.ts";
import type { Range } from "./range_ends.ts";

/** Parameters beside the ends and the units. */
export interface RangeParams {
  dist: DistributionSpec | undefined;
  order: string | undefined;
  step: Literal | undefined;
}

interface RangeFunctions<P> {
  type(params: P, scope: Scope): ValueType;
  check(params: P, scope: Scope, report: Report): void;
  unique(params: P, scope: Scope): boolean;
  domain(params: P, scope: Scope): number | undefined;
  prepare(params: P, site: Site): Prepared;
  ranked(params: P, site: Site): Ranked;
}

/** The functions of a generator whose parameters describe a range. */
export function rangeFunctions<P>(
  rangeOf: (params: P) => Range,
): RangeFunctions<P> {
  return {
    type: (params, scope) => rangeType(rangeOf(params), scope),
    check: (params, scope, report) =>
      checkRange(rangeOf(params), scope, report),
    unique: (params, scope) => rangeUnique(rangeOf(params), scope),
    domain: (params, scope) => rangeDomain(rangeOf(params), scope),
    prepare: (params, site) => prepareRange(rangeOf(params), site),
    ranked: (params, site) => rankedRange(rangeOf(params), site),
  };
}
