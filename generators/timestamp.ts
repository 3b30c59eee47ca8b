// Points in time between two others; the later one is excluded. They are UTC, and may be said and written in a zone.
import { generator, type Scope } from "../core/generator.ts";
import {
  type Bound,
  defaulted,
  type DistributionSpec,
  optional,
} from "../core/parameters.ts";
import { isWithoutZone } from "../core/value_type.ts";
import { POWERS_OF_TEN } from "../core/values/digits.ts";
import { inZone, repeatsTimes, type Zone } from "../core/values/zone.ts";
import { DATES, timestampBound } from "./_ranges/bounds.ts";
import { DIST } from "./_dist.ts";
import type { Range } from "./_ranges/range_ends.ts";
import { rangeFunctions, type RangeParams } from "./_ranges/range.ts";
import { OPEN, type Order, STEPS } from "./_ranges/steps.ts";

interface TimestampParams extends RangeParams {
  from: Bound;
  to: Bound | undefined;
  precision: number;
  zone: Zone | undefined;
}

function rangeOf(
  { from, to, precision, dist, order, step, zone }: TimestampParams,
): Range {
  return {
    ...{ order: order as Order | undefined, step },
    ...{ low: "from", high: "to", from, to, exclusive: true },
    ...{ dist: dist && zoned(dist, zone), zone },
    ...{ kind: "timestamp", scale: precision, accepted: DATES },
  };
}

/** A distribution's points in time that say no offset are local time too. */
function zoned(
  dist: DistributionSpec,
  zone: Zone | undefined,
): DistributionSpec {
  if (zone === undefined) return dist;
  const parameters = Object.entries(dist.parameters).map((
    [name, literal],
  ) => [name, inZone(literal, zone)]);
  const bins = dist.bins?.map((bin) => ({
    ...bin,
    from: inZone(bin.from, zone),
    to: inZone(bin.to, zone),
  }));
  return {
    ...dist,
    parameters: Object.fromEntries(parameters),
    ...(bins !== undefined && { bins }),
  };
}

const range = rangeFunctions(rangeOf);

/** Whether different points in time may be written alike: without an offset, an hour comes twice. */
function mayLookAlike(params: TimestampParams, scope: Scope): boolean {
  if (params.zone === undefined || !isWithoutZone(scope.sqlType)) return false;
  const { min, max } = range.type(params, scope);
  const unit = POWERS_OF_TEN[params.precision];
  return repeatsTimes(
    params.zone,
    min === undefined ? undefined : min / unit,
    max === undefined ? undefined : max / unit,
  );
}

export const timestamp = generator({
  name: "timestamp",
  group: "time",
  summary: "Points in time, in UTC or a zone's local time",
  example: `{ gen = "timestamp", from = 2020-01-01, to = 2026-01-01 }`,
  params: {
    from: defaulted(
      "bound",
      timestampBound("2000-01-01T00:00:00Z"),
      "The first point in time",
    ),
    to: defaulted(
      "bound",
      timestampBound("2026-01-01T00:00:00Z"),
      "All points in time are before it",
      OPEN,
    ),
    precision: defaulted("integer", 0, "Digits of the second's fraction", {
      minimum: 0,
      maximum: 6,
    }),
    zone: optional(
      "zone",
      "Whose local time ends without an offset are in and values are written in: `Asia/Jakarta`, or `+07:00`",
    ),
    ...DIST,
    ...STEPS,
  },
  ...range,
  unique: (params, scope) =>
    range.unique(params, scope) && !mayLookAlike(params, scope),
  domain: (params, scope) =>
    mayLookAlike(params, scope) ? undefined : range.domain(params, scope),
});
