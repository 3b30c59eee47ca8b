// Makes the name lists and area codes in dicts/ from Faker 10.6.0 (MIT): `deno run -A scripts/make_dicts.ts`.
// It was run once. The lists are committed and stay, because another version of Faker would change values.
import { en, en_US, id_ID, pt_BR } from "@faker-js/faker";

/** Faker keeps the American names in `en`. */
const LOCALES = {
  en_US: { person: en.person!, areas: en_US.phone_number!.area_code },
  pt_BR: { person: pt_BR.person!, areas: undefined },
  id_ID: { person: id_ID.person!, areas: undefined },
};

interface ByGender {
  generic?: string[];
  male?: string[];
  female?: string[];
}

for (const [locale, { person, areas }] of Object.entries(LOCALES)) {
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
