// Coordinates of a row's place: the city's, scattered over about three kilometres each way.
import type { Generator, Prepared } from "../../core/generator.ts";
import { valueType } from "../../core/value_type.ts";
import { askedRanks } from "../_ranks/asked_ranks.ts";
import { DRAWS, HANDLE, Place, placeShared } from "./_place.ts";

/** Millionths of a degree. */
const SCATTER = 30_000;

export function coordinate(
  which: "latitude" | "longitude",
  limit: number,
): Generator<typeof HANDLE> {
  const name = `address.${which}`;
  return {
    ...{ name, group: "contact", localized: true, params: HANDLE },
    summary: `The ${which} of the row's place in degrees, with six decimals`,
    example: `{ gen = "${name}" }`,
    shares: placeShared,
    type: () =>
      valueType("decimal", { scale: 6, min: -limit * 1e6, max: limit * 1e6 }),
    prepare: (params, site) => scattered(new Place(site, params), which),
    // They may follow a place that is chosen by rank; they cannot be unique themselves.
    ranked(params, site, parts) {
      const place = new Place(site, params, parts);
      return askedRanks((ranks) => scattered(place, which, ranks));
    },
  };
}

function scattered(
  place: Place,
  which: "latitude" | "longitude",
  ranks: () => Float64Array | undefined = () => undefined,
): Prepared {
  const middles = which === "latitude" ? place.latitudes : place.longitudes;
  return {
    storage: "numbers",
    fill(record, out) {
      const { rows } = record;
      const places = place.choose(record, ranks());
      const { numbers } = out;
      place.random.below(rows, DRAWS[which], 2 * SCATTER + 1, numbers);
      for (let i = 0; i < rows.count; i++) {
        numbers[i] += middles[places[i]] - SCATTER;
      }
    },
  };
}
