// The word lists of a locale that thrust has no copies of: read from Faker when a run needs them, and as Faker falls back.
import currencyCodes from "./currency_code.txt" with { type: "text" };
import { loadFaker } from "./faker_locales.ts";
import {
  type Definitions,
  type MakeList,
  PLACE_LISTS,
  sample,
} from "./faker_places.ts";

/** The lists by name, made when asked for; undefined where Faker has no such locale. */
export async function loadFakerLists(
  locale: string,
): Promise<((name: string) => string[] | undefined) | undefined> {
  const faker = await loadFaker(locale);
  if (faker === undefined) return undefined;
  const definitions = faker.rawDefinitions as Definitions;
  return (name) => {
    if (!Object.hasOwn(LISTS, name)) return undefined;
    const words = LISTS[name](definitions, faker, locale)
      .map((word) => word.trim()).filter((word) => word !== "");
    return [...new Set(words)];
  };
}

const LISTS: Readonly<Record<string, MakeList>> = {
  first_name_male: ({ person }) => byGender(person?.first_name, "male"),
  first_name_female: ({ person }) => byGender(person?.first_name, "female"),
  last_name: ({ person }) => byGender(person?.last_name, "male"),
  last_name_female: ({ person }) => byGender(person?.last_name, "female"),
  prefix_male: ({ person }, _faker, locale) =>
    PREFIXES[locale]?.[0] ?? withGeneric(person?.prefix, "male"),
  prefix_female: ({ person }, _faker, locale) =>
    PREFIXES[locale]?.[1] ?? withGeneric(person?.prefix, "female"),
  first_name_male_census: () => [],
  first_name_female_census: () => [],
  last_name_census: () => [],
  full_name: ({ person }) => [nameShape(person?.name)],
  ...PLACE_LISTS,
  company_suffix: (_definitions, faker) =>
    sample(faker, 600, (own) => own.company.name()),
  company_shape: () => ["S"],
  phone_area: ({ phone_number }) =>
    phoneNumbers(phone_number?.format).beginnings,
  phone_shape: ({ phone_number }) => [phoneShape(phone_number?.format)],
  product_shape: () => ["A M P"],
  currency_code: () => currencyCodes.split("\n"),
  word: ({ lorem }) => texts(lorem?.word ?? lorem?.words),
  department: ({ commerce }) => texts(commerce?.department),
  product_adjective: ({ commerce }) => product(commerce, "adjective"),
  product_material: ({ commerce }) => product(commerce, "material"),
  product: ({ commerce }) => product(commerce, "product"),
};

/** Where Faker says that a locale has no prefixes, but people have forms of address. */
const PREFIXES: Readonly<Record<string, [string[], string[]]>> = {
  az: [["Cənab"], ["Xanım"]],
  ru: [["г-н"], ["г-жа"]],
  zh_CN: [["先生"], ["女士"]],
  zh_TW: [["先生"], ["女士"]],
};

type ByGender = { generic?: unknown; male?: unknown; female?: unknown } | null;

/** Names of a gender; those of any, where the locale knows no others. */
function byGender(names: unknown, gender: "male" | "female"): string[] {
  const { generic, [gender]: own } = (names ?? {}) as NonNullable<ByGender>;
  const found = texts(own);
  return found.length > 0 ? found : texts(generic);
}

function withGeneric(names: unknown, gender: "male" | "female"): string[] {
  const { generic, [gender]: own } = (names ?? {}) as NonNullable<ByGender>;
  return [...texts(own), ...texts(generic)];
}

function product(commerce: Definitions[string], part: string): string[] {
  const name = commerce?.product_name as Record<string, unknown> | undefined;
  return texts(name?.[part]);
}

function texts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((one) => typeof one === "string")
    : [];
}

/** How most people of the locale write their names: `F M L`, `L F M` or `LFM`. */
function nameShape(patterns: unknown): string {
  const plain = (patterns as { value: string; weight: number }[] ?? [])
    .filter(({ value }) => !/prefix|suffix|middle/.test(value))
    .sort((a, b) => b.weight - a.weight)[0]?.value ?? "";
  if (!/^\{\{person\.lastName\}\}/.test(plain)) return "F M L";
  return plain.includes("}}{{") ? "LFM" : "L F M";
}

/**
 * How most numbers of the locale are written, and what they begin with: `A ## ## ## ##` with 01, 02 and so on.
 *
 * Faker's `#` is any digit, `!` is 2 to 9; extensions and the like are left out. Of forms that differ in more than their
 * beginning, the most frequent is taken: a locale should not take longer than others.
 */
function phoneNumbers(format: unknown): { beginnings: string[]; rest: string } {
  const { human, national, international } = (format ?? {}) as Record<
    string,
    unknown
  >;
  for (const formats of [human, national, international]) {
    const shapes = texts(formats)
      .filter((one) => /^[-+ ()0-9#!./]+$/.test(one))
      .map((one) => one.replaceAll("!", "N"));
    const groups = Map.groupBy(
      shapes,
      (one) => one.slice(one.search(/[#N]|$/)),
    );
    const [rest, group] = [...groups]
      .sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
    if (rest !== undefined && rest !== "") {
      return {
        beginnings: group!.map((one) => one.slice(0, -rest.length)),
        rest,
      };
    }
  }
  return { beginnings: [""], rest: "### ### ####" };
}

function phoneShape(format: unknown): string {
  const { beginnings, rest } = phoneNumbers(format);
  return beginnings.some((one) => one !== "") ? `A${rest}` : rest;
}
