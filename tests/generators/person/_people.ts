// Rows that show a person in every way there is.
import { loadLists } from "../../../dicts/lists.ts";
import { tableOf, type Tables } from "../_tables.ts";

export const LOCALES = ["en_US", "pt_BR", "id_ID"];

export function peopleOf(locale: string, more = ""): Tables {
  const column = (name: string) =>
    `${name} = { gen = "person.${name}", locale = "${locale}"${more} }\n`;
  return tableOf(
    ["gender", "first_name", "middle_name", "last_name"].map(column).join(""),
  );
}

export async function namesOf(
  locale: string,
  list: string,
): Promise<Set<string>> {
  return new Set((await loadLists(locale)).get(list)!.toArray());
}
