// Makes the name lists and area codes in dicts/ from Faker 10.6.0 (MIT): `deno run -A scripts/make_dicts.ts`.
// It was run once. The lists are committed and stay, because another version of Faker would change values.
import { en, en_US, id_ID, pt_BR } from "@faker-js/faker";

/** Faker keeps the American names in `en`. */
const LOCALES = {
  en_US: {
    ...{ person: en.person!, areas: en_US.phone_number!.area_code },
    ...{ words: en.word!, commerce: en.commerce! },
  },
  pt_BR: {
    ...{ person: pt_BR.person!, areas: undefined },
    ...{ words: pt_BR.word!, commerce: pt_BR.commerce! },
  },
  id_ID: {
    ...{ person: id_ID.person!, areas: undefined },
    ...{ words: id_ID.word!, commerce: id_ID.commerce! },
  },
};

interface ByGender {
  generic?: string[];
  male?: string[];
  female?: string[];
}

for (
  const [locale, { person, areas, words, commerce }] of Object.entries(LOCALES)
) {
  const first: ByGender = person.first_name!;
  const last: ByGender = person.last_name!;
  write(locale, "first_name_male", first.male!);
  write(locale, "first_name_female", first.female!);
  // Indonesia's stand by gender, and hardly any elsewhere.
  write(locale, "last_name", [
    ...(last.male === undefined ? last.generic! : []),
    ...(last.male ?? []),
    ...(last.female ?? []),
  ]);
  if (Array.isArray(areas)) write(locale, "phone_area", areas);
  const { noun, adjective, verb } = words as Record<string, string[]>;
  write(
    locale,
    "word",
    [...noun, ...adjective, ...verb]
      .filter((word) => /^[\p{Ll}]{2,}$/u.test(word.trim())).sort(),
  );
  write(locale, "department", commerce.department as string[]);
  // The lists of products of pt_BR were written for thrust: Faker's adjectives have a gender.
  if (locale === "pt_BR") continue;
  const product = commerce.product_name as unknown as Record<string, string[]>;
  write(locale, "product", product.product);
  write(locale, "product_adjective", product.adjective);
  write(locale, "product_material", product.material);
}

/** One word a line, each once, in the order in which Faker has them. */
function write(locale: string, list: string, words: readonly string[]): void {
  const folder = new URL(`../dicts/${locale}/`, import.meta.url);
  Deno.mkdirSync(folder, { recursive: true });
  const unique = [...new Set(words.map((word) => word.trim()))];
  Deno.writeTextFileSync(
    new URL(`${list}.txt`, folder),
    unique.map((word) => `${word}\n`).join(""),
  );
}
