// The places of a locale, from its list: `area|city|state|latitude|longitude|first postcode|last postcode|weight`.
import { Strings } from "../../core/values/strings.ts";

export interface LocalePlaces {
  cities: Strings;
  states: Strings;
  stateCodes: Strings;
  /** Millionths of a degree. */
  latitudes: number[];
  longitudes: number[];
  postcodes: Strings;
  spans: number[];
  /** How many area codes telephone numbers have; 0 where those do not tell places apart. */
  areas: number;
  /** By place: the number of its area code, or 0. */
  areaOf: Uint32Array;
  /** By area, or one for the whole locale: numbers of places, each as often as its weight. */
  ranges: number[][];
}

export function readPlaces(list: (name: string) => Strings): LocalePlaces {
  const places = list("place").toArray().map((line) => line.split("|"));
  const names = new Map(
    list("state").toArray().map((line) => line.split("|") as [string, string]),
  );
  const codes = list("phone_area").toArray();
  const areas = places[0][0] === "" ? 0 : codes.length;
  const numbers = new Map(codes.map((code, i) => [code, i]));
  const ranges: number[][] = Array.from({ length: areas || 1 }, () => []);
  places.forEach(([area, , , , , , , weight], place) => {
    const range = ranges[areas === 0 ? 0 : numbers.get(area)!];
    for (let i = 0; i < Number(weight); i++) range.push(place);
  });
  const column = (field: number) =>
    Strings.from(places.map((place) => place[field]));
  return {
    cities: column(1),
    states: Strings.from(places.map((place) => names.get(place[2])!)),
    stateCodes: column(2),
    latitudes: places.map((place) => Math.round(Number(place[3]) * 1e6)),
    longitudes: places.map((place) => Math.round(Number(place[4]) * 1e6)),
    postcodes: column(5),
    // The same twice is a text as it stands.
    spans: places.map(([, , , , , first, last]) =>
      first === last ? 1 : Number(last) - Number(first) + 1
    ),
    areaOf: Uint32Array.from(
      places,
      ([area]) => areas === 0 ? 0 : numbers.get(area)!,
    ),
    ...{ areas, ranges },
  };
}
