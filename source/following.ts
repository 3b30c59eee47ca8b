// Parameters of a distribution that follow the row, in the units of the values.
import type { FollowingReader } from "../core/generator.ts";
import type { DistributionSpec } from "../core/parameters.ts";
import { type ValueType, valueType } from "../core/value_type.ts";
import { DISTRIBUTIONS } from "../core/values/distributions.ts";
import { boundReader, type Readers } from "./bound.ts";

const NUMBER = valueType("float");

export function followingReader(
  dist: DistributionSpec | undefined,
  units: Pick<ValueType, "kind" | "scale" | "zone">,
  now: number,
  site: Readers,
): FollowingReader | undefined {
  if (dist?.following === undefined) return undefined;
  const { parameters } = DISTRIBUTIONS[dist.type];
  const readers = Object.entries(dist.following).map(([name, expression]) => ({
    name,
    reader: boundReader(
      { expression },
      parameters[name].measure === "number"
        ? NUMBER
        // A date begins at midnight, local time, as it does in bounds.
        : valueType(units.kind, {
          scale: units.scale,
          ...(units.zone !== undefined && { zone: units.zone }),
        }),
      now,
      undefined,
      site,
    ),
  }));
  const values: Record<string, Float64Array> = {};
  return (record) => {
    for (const { name, reader } of readers) values[name] = reader.read(record);
    return values;
  };
}
