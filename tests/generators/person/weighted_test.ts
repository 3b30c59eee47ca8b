import { assert, assertEquals } from "@std/assert";
import { loadTexts } from "../../../dicts/lists.ts";
import { assertCounts } from "../../statistics.ts";
import { testLaws } from "../_laws.ts";
import { tableOf } from "../_tables.ts";

const WEIGHTED = "weighted = true";

testLaws({
  column: `{ gen = "person.full_name", middle = 0.5, ${WEIGHTED} }`,
  nameless: true,
});
testLaws({
  column:
    `{ gen = "person.first_name", ${WEIGHTED}, locale = { en_US = 1, de = 1 } }`,
  nameless: true,
});

async function censusOf(list: string): Promise<[string[], number[]]> {
  const lines = (await loadTexts("en_US"))[list].trim().split("\n");
  const weights = lines.map((line) => Number(line.split(" ")[1]));
  const total = weights.reduce((a, b) => a + b);
  return [lines.map((one) => one.split(" ")[0]), weights.map((w) => w / total)];
}

Deno.test("weighted names are as frequent as in the census", async () => {
  const tables = tableOf(`sex = { values = ["L", "P"] }
first = { gen = "person.first_name", gender = "sex", ${WEIGHTED} }
last = "person.last_name"
`);
  const rows = 60000;
  const sexes = tables.texts("sex", rows);
  const first = tables.texts("first", rows);
  for (
    const [list, names] of [
      ["first_name_male_census", first.filter((_, i) => sexes[i] === "L")],
      ["first_name_female_census", first.filter((_, i) => sexes[i] === "P")],
      ["last_name_census", tables.texts("last", rows)],
    ] as const
  ) {
    const [known, weights] = await censusOf(list);
    const number = new Map(known.map((name, i) => [name, i]));
    const counts = known.map(() => 0);
    for (const name of names) counts[number.get(name)!]++;
    assertCounts(counts, weights);
  }
});

Deno.test("where no frequencies are known, all names are equally likely", () => {
  const plain = tableOf(`c = { gen = "person.full_name", locale = "pt_BR" }`);
  const weighted = tableOf(
    `c = { gen = "person.full_name", locale = "pt_BR", ${WEIGHTED} }`,
  );
  assertEquals(
    new Set(weighted.texts("c", 9000)).size > 1000,
    new Set(plain.texts("c", 9000)).size > 1000,
  );
});

Deno.test("what one column says of weights holds for all of the person", () => {
  const tables = tableOf(`full = { gen = "person.full_name", ${WEIGHTED} }
first = "person.first_name"
last = "person.last_name"
c = { template = "{first} {last}" }
mail = "email"
`);
  assertEquals(tables.texts("full"), tables.texts("c"));
  const last = tables.texts("last");
  tables.texts("mail").forEach((mail, i) =>
    assert(mail.includes(last[i].toLowerCase()), `${mail} ${last[i]}`)
  );
});
