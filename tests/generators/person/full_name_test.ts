import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../../statistics.ts";
import { tableOf } from "../_tables.ts";

const PARTS = `
first = "person.first_name"
middle = "person.middle_name"
last = "person.last_name"
`;

Deno.test("a full name is put together from the person's other columns", () => {
  const tables = tableOf(`${PARTS}c = "person.full_name"`);
  const first = tables.texts("first");
  const last = tables.texts("last");
  assertEquals(
    tables.texts("c"),
    first.map((name, i) => `${name} ${last[i]}`),
  );
});

Deno.test("the middle name stands in it as often as it is told", () => {
  const tables = tableOf(
    `${PARTS}c = { gen = "person.full_name", middle = 0.3 }`,
  );
  const first = tables.texts("first", 20000);
  const middle = tables.texts("middle", 20000);
  const last = tables.texts("last", 20000);
  const counts = [0, 0];
  tables.texts("c", 20000).forEach((name, i) => {
    const long = name === `${first[i]} ${middle[i]} ${last[i]}`;
    assert(long || name === `${first[i]} ${last[i]}`, name);
    counts[long ? 0 : 1]++;
  });
  assertCounts(counts, [0.3, 0.7]);
});

Deno.test("all have a middle name at probability 1", () => {
  const tables = tableOf(
    `${PARTS}c = { gen = "person.full_name", middle = 1 }`,
  );
  const middle = tables.texts("middle");
  tables.texts("c").forEach((name, i) =>
    assert(name.includes(` ${middle[i]} `), name)
  );
});

Deno.test("names with apostrophes keep formats from taking them as plain", () => {
  const plain = (locale: string) =>
    tableOf(`{ gen = "person.full_name", locale = "${locale}" }`)
      .table("t").column("c").prepared.plain;
  assertEquals(plain("en_US"), false);
  assertEquals(plain("pt_BR"), true);
});
