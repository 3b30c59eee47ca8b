// People of several countries in one table: each row speaks one language in all that it says.
import type { Made, Writer } from "./_made.ts";

/** Of `[run]`, for all that say nothing else. */
export const MIXED_LOCALES = "locale = { en_US = 3, pt_BR = 2, id_ID = 1 }";

export function people(writer: Writer, table: Made): void {
  const mix = `locale = { pt_BR = 7, en_US = 3, de = 1 }`;
  writer.add(table, "given", `given = { gen = "person.first_name", ${mix} }`);
  writer.add(table, "whole", `whole = "person.full_name"`);
  writer.add(table, "sex", `sex = { gen = "person.gender", as = "M/F" }`);
  writer.add(table, "mail", `mail = { gen = "email", unique = true }`);
  writer.add(
    table,
    "partner",
    `partner = { gen = "person.first_name", of = "p" }`,
  );
  writer.add(
    table,
    "partners",
    `partners = { gen = "person.full_name", of = "p", null = 0.2 }`,
  );
  writer.add(table, "place", `place = "address.city"`);
  writer.add(table, "phone", `phone = "phone"`);
  writer.add(
    table,
    "alien",
    `alien = { gen = "person.last_name", locale = "ja", of = "a" }`,
  );
  for (const [full, given] of [["whole", "given"], ["partners", "partner"]]) {
    writer.claim(
      table,
      [full, given],
      `SELECT 1 FROM ${table.name} WHERE strpos(${full}, ${given}) = 0`,
    );
  }
  writer.claim(
    table,
    ["mail"],
    `SELECT 1 FROM ${table.name} WHERE mail !~ '^[a-z0-9._-]+@example[.](com|net|org)$'`,
  );
  table.columns.push({
    name: "given",
    kind: "text",
    hidden: false,
    nullable: false,
  });
}
