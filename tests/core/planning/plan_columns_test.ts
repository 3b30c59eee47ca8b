import { assert, assertEquals } from "@std/assert";
import { Strings } from "../../../core/values/strings.ts";

import { check, ONE, planOf } from "./_plans.ts";

Deno.test("columns that follow the clock are warned of", () => {
  const text = `${ONE}a = { gen = "date", from = 2020-01-01, to = "now" }
b = { template = "{run.epoch}" }
c = { gen = "uuid", version = 7 }
d = { gen = "uuid", version = 7, time = "a" }
`;
  const warnings = (text: string) =>
    check(text).diagnostics.map(({ severity, message }) =>
      `${severity}: ${message.split(" ")[0]}`
    );
  assertEquals(warnings(text), [
    'warning: "a"',
    'warning: "b"',
    'warning: "c"',
  ]);
  assertEquals(warnings(`run.now = 2025-01-01\n${text}`), []);
});

Deno.test("dictionaries are packed into shared memory, and read relative to the Genfile", () => {
  const asked: string[] = [];
  const plan = planOf(
    `${ONE}city = { dict = "cities" }
state = { dict = "cities", column = "state" }
word = { dict = "words" }
[dict.cities]
file = "lists/cities.csv"
[dict.words]
values = ["é", "", "b"]
weights = [1, 2, 0.5]
`,
    {
      readFile: (path) => {
        asked.push(path);
        return new TextEncoder().encode(
          '\ufeffname,weight,state\r\n"Mogi, das ""Cruzes""",1.5,SP\r\nRecife,0,PE\r\n',
        );
      },
    },
  );
  assertEquals(asked, ["shop/lists/cities.csv"]);
  const [cities, words] = plan.dictionaries.map((one) => ({
    ...one,
    texts: one.bytes.map((bytes, i) =>
      new Strings(bytes, one.offsets[i]).toArray()
    ),
  }));
  assertEquals(cities.columns, ["name", "state"]);
  assertEquals(cities.texts, [['Mogi, das "Cruzes"', "Recife"], ["SP", "PE"]]);
  assertEquals([...cities.weights!], [1.5, 0]);
  assertEquals(words.texts, [["é", "", "b"]]);
  assertEquals([...words.weights!], [1, 2, 0.5]);
  for (const { bytes, offsets, weights } of plan.dictionaries) {
    for (const memory of [...bytes, ...offsets, weights!]) {
      assert(memory.buffer instanceof SharedArrayBuffer);
    }
  }
});

Deno.test("the nearest locale counts: column, table, run", () => {
  const plan = planOf(`run.locale = "pt_BR"
[table.a]
rows = 1
locale = "id_ID"
[table.a.columns]
x = "sequence"
y = { gen = "sequence", locale = "en_US" }
[table.b]
rows = 1
[table.b.columns]
z = "sequence"
`);
  assertEquals(
    plan.tables.flatMap(({ columns }) =>
      columns.map(({ locales }) => locales[0].locale)
    ),
    ["id_ID", "en_US", "pt_BR"],
  );
});

Deno.test("columns of one person have one locale, wherever it is said", () => {
  const [{ columns }] = planOf(`${ONE}first = "person.first_name"
last = { gen = "person.last_name", locale = "id_ID" }
other = { gen = "person.first_name", of = "somebody" }
`).tables;
  assertEquals(columns.map(({ name, locales }) => [name, locales[0].locale]), [
    ["id", "en_US"],
    ["first", "id_ID"],
    ["last", "id_ID"],
    ["other", "en_US"],
  ]);
});

Deno.test("the column that a person's gender is taken from may be about that person", () => {
  const [{ columns }] = planOf(`${ONE}sex = "person.gender"
first = { gen = "person.first_name", gender = "sex" }
mail = "email"
`).tables;
  assertEquals(columns.map(({ name, params }) => [name, params.gender]), [
    ["id", undefined],
    ["sex", undefined],
    ["first", "sex"],
    ["mail", "sex"],
  ]);
});

Deno.test("what may be NULL is told by the type", () => {
  const [, b] = planOf(`[table.a]
rows = 5
[table.a.columns]
id = "sequence"
maybe = { gen = "sequence", null = 0.1 }
parent = { ref = "a.id" }

[table.b]
rows = 5
[table.b.columns]
a = { ref = "a.id" }
a_maybe = { ref = "a.maybe", of = "a" }
a_parent = { ref = "a.parent", of = "a" }
c = { ref = "a.id", null = 0.2 }
c_id = { ref = "a.id", of = "c" }
d = { ref = "a.id", of = "other" }
d_maybe = { ref = "a.id", of = "other", null = 0.5 }
text = { template = "{c}" }
`).tables;
  assertEquals(
    b.columns.filter(({ type }) => type.nullable).map(({ name }) => name),
    ["a_maybe", "a_parent", "c", "c_id", "d", "d_maybe", "text"],
  );
});
