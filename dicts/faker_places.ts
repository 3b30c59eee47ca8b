// Places of a locale of Faker: cities, streets and postcodes as Faker makes them, in the locale's country.
import type { Faker } from "@faker-js/faker";
import countries from "./countries.txt" with { type: "text" };

/** Faker's definitions by topic; what a locale does not have is undefined, what it cannot have is null. */
export type Definitions = Record<string, Record<string, unknown> | undefined>;

/** Makes a list; one that is said to be no list of words keeps its entries as they are. */
export type MakeList = (
  definitions: Definitions,
  faker: Faker,
  locale: string,
) => readonly string[];

const PLACES = 400;
const STREETS = 600;

export const PLACE_LISTS: Readonly<Record<string, MakeList>> = {
  place: placesOf,
  state: (definitions, _faker, locale) =>
    statesOf(definitions, locale).map((one) => one.join("|")),
  country: (_definitions, _faker, locale) => {
    const { code, name } = countryOf(locale);
    return [`${code}|${name}`];
  },
  street: (_definitions, faker) =>
    sample(faker, STREETS, (own) => own.location.street()),
  street_shape: ({ location }) => {
    const address = location?.street_address as { normal?: string } | undefined;
    const normal = address?.normal ?? "";
    const numberFirst = /buildingNumber.*street/.test(normal);
    return [numberFirst ? "N S" : "S N"];
  },
  postcode_shape: () => [],
};

/** Different texts that Faker makes, the same ones each time. */
export function sample(
  faker: Faker,
  count: number,
  make: (own: Faker) => string,
): string[] {
  const own = fresh(faker);
  const texts = Array.from({ length: count }, () => make(own));
  return [...new Set(texts.map((text) => text.trim()))];
}

/** Another Faker with the same words: seeding the one that is given would change what others make with it. */
function fresh(faker: Faker): Faker {
  const Same = faker.constructor as new (options: object) => Faker;
  return new Same({ locale: faker.rawDefinitions, seed: 1 });
}

function placesOf(
  definitions: Definitions,
  faker: Faker,
  locale: string,
): string[] {
  const own = fresh(faker);
  const states = statesOf(definitions, locale);
  const { coordinates } = countryOf(locale);
  return Array.from({ length: PLACES }, (_, i) => {
    const city = own.location.city().trim();
    const [state] = states[own.number.int({ max: states.length - 1 })];
    // Hong Kong has none.
    const postcode = definitions.location?.postcode === null
      ? ""
      : own.location.zipCode().trim();
    const [latitude, longitude] = coordinates[i % coordinates.length];
    return ["", city, state, latitude, longitude, postcode, postcode, 1]
      .join("|");
  });
}

/** Codes and names; where the locale has no codes, names stand for them, and where no states, the country. */
function statesOf(
  { location }: Definitions,
  locale: string,
): [string, string][] {
  const names = [...new Set(texts(location?.state))];
  if (names.length === 0) {
    const { code, name } = countryOf(locale);
    return [[code, name]];
  }
  const codes = texts(location?.state_abbr);
  const isPaired = codes.length === names.length &&
    new Set(codes).size === codes.length;
  return names.map((name, i) => [isPaired ? codes[i] : name, name]);
}

function texts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((one) => typeof one === "string").map((one) => one.trim())
    : [];
}

interface Country {
  code: string;
  name: string;
  /** Of its larger cities. */
  coordinates: [string, string][];
}

function countryOf(locale: string): Country {
  const line = countries.split("\n").find((one) =>
    one.startsWith(`${locale}|`)
  )!;
  const [, code, name, ...points] = line.split("|");
  return {
    code,
    name,
    coordinates: points.map((point) => point.split(",") as [string, string]),
  };
}
