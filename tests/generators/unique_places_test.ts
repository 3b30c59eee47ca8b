// Telephones, places, companies, products and prose that never repeat, read back from what was made.
import { assert, assertEquals } from "@std/assert";
import { loadLists } from "../../dicts/lists.ts";
import { reports, Tables } from "./_tables.ts";

function table(columns: string, rows: number): string {
  return `[table.t]\nrows = ${rows}\n[table.t.columns]\n${columns}\n`;
}

function message(columns: string, rows: number): string {
  const found = reports(table(columns, rows));
  assertEquals(found.length, 1, JSON.stringify(found));
  return found[0].message;
}

/** So many values there are, as the message says that there are too few. */
function capacity(columns: string): number {
  return Number(
    /there (?:are|is) ([\d,]+)$/.exec(message(columns, 2 ** 50))![1]
      .replaceAll(",", ""),
  );
}

const MIXES = [
  ...[`"en_US"`, `"pt_BR"`, `"id_ID"`, `"de"`, `"ja"`],
  "{ en_US = 1, pt_BR = 2, id_ID = 1 }",
];

/** Generators, and whether every value of so many rows is one of few: then all of them are made. */
const COLUMNS: readonly (readonly [string, number])[] = [
  ["phone", 3000],
  ["company", 400],
  ["address.street", 3000],
  ["address.city", Infinity],
  ["address.state", Infinity],
  ["address.state_code", Infinity],
  ["address.postcode", 400],
  ["commerce.product_name", 3000],
  ["commerce.department", Infinity],
  ["commerce.adjective", Infinity],
  ["commerce.material", Infinity],
  ["user_agent", Infinity],
  ["words", 3000],
  ["sentence", 3000],
  ["paragraph", 500],
];

for (const [generator, most] of COLUMNS) {
  for (const locale of MIXES) {
    Deno.test(`unique ${generator} of ${locale} never repeats`, () => {
      const column = `c = { gen = "${generator}", unique = true, ` +
        `locale = ${locale} }`;
      const there = capacity(column);
      const rows = Math.min(most, there);
      assert(rows > 0);
      const text = table(column, rows);
      assertEquals(reports(text), []);
      const tables = new Tables(text);
      const values = tables.values("c", rows, { step: 700 });
      assertEquals(new Set(values).size, rows);
      assertEquals(
        new Tables(text).at("c", [rows - 1, 0]),
        [values[rows - 1], values[0]],
      );
      if (rows === there) {
        const more = message(column, rows + 1);
        assert(more.includes("different values"), more);
      }
    });
  }
}

Deno.test("locales whose values are all the same are told", () => {
  const column = `c = { gen = "commerce.material", unique = true, ` +
    `locale = { en_US = 1, de = 1 } }`;
  const [{ message, hint }, ...more] = reports(table(column, 5));
  assertEquals(more, []);
  assertEquals(message, `"c" needs 5 different values, and there are 0`);
  assert(hint!.includes("locales"), hint);
});

Deno.test("the capacity of telephones is what their shape has room for", () => {
  const of = (locale: string) =>
    capacity(`c = { gen = "phone", unique = true, locale = ${locale} }`);
  assertEquals(of(`"en_US"`), 283 * 8 * 9 * 10 * 10_000);
  assertEquals(of(`"pt_BR"`), 67 * 4 * 1000 * 10_000);
  assertEquals(of(`"id_ID"`), 40 * 10_000 * 10_000);
  assertEquals(of("{ en_US = 1, pt_BR = 9 }"), 283 * 8 * 9 * 10 * 10_000);
});

Deno.test("every telephone of a small locale is made, and none twice", () => {
  // One area of Austria's: as many ranks as there are numbers would take too long, so that its ends are looked at.
  const text = table(
    `c = { gen = "phone", unique = true, locale = "pt_BR" }`,
    67 * 4 * 10_000_000,
  );
  const tables = new Tables(text);
  const rows = Array.from({ length: 4000 }, (_, i) => i * 669_999);
  const values = tables.at("c", rows);
  assertEquals(new Set(values).size, rows.length);
  for (const value of values) {
    assert(/^\(\d\d\) 9[6-9]\d{3}-\d{4}$/.test(String(value)), String(value));
  }
});

Deno.test("a place agrees with a telephone that is unique", async () => {
  for (const locale of ["en_US", "pt_BR"]) {
    const text = table(
      `
phone = { gen = "phone", unique = true, locale = "${locale}" }
city = "address.city"
code = "address.state_code"
postcode = "address.postcode"
latitude = "address.latitude"
away = { gen = "address.city", of = "far" }`,
      2000,
    );
    const tables = new Tables(text);
    const [phones, cities, codes, postcodes, latitudes] = [
      ...["phone", "city", "code", "postcode", "latitude"],
    ].map((name) => tables.values(name, 2000, { step: 500 }));
    const lists = await loadLists(locale);
    const places = lists.get("place")!.toArray().map((one) => one.split("|"));
    assertEquals(new Set(phones).size, 2000);
    assert(new Set(cities).size > 100);
    for (let i = 0; i < 2000; i++) {
      const area = /\((\d+)\)/.exec(String(phones[i]))![1];
      const digits = Number(String(postcodes[i]).replace("-", ""));
      assert(
        places.some((one) =>
          one[0] === area && one[1] === cities[i] && one[2] === codes[i] &&
          Number(one[5]) <= digits && digits <= Number(one[6]) &&
          Math.abs(Number(one[3]) - Number(latitudes[i]) / 1e6) < 0.031
        ),
        `${phones[i]} ${cities[i]} ${codes[i]} ${postcodes[i]} ${latitudes[i]}`,
      );
    }
  }
});

Deno.test("cities, telephones, postcodes and streets of a row may all be unique, and agree", async () => {
  const text = table(
    `
city = { gen = "address.city", unique = true }
phone = { gen = "phone", unique = true }
postcode = { gen = "address.postcode", unique = true }
street = { gen = "address.street", unique = true }
state = "address.state_code"`,
    600,
  );
  assertEquals(reports(text), []);
  const tables = new Tables(text);
  const places = (await loadLists("en_US")).get("place")!.toArray();
  const columns = ["phone", "city", "state", "postcode", "street"].map((name) =>
    tables.values(name, 600)
  );
  for (const i of [0, 1, 3, 4]) {
    assertEquals(new Set(columns[i]).size, 600);
  }
  const [phones, cities, states, postcodes] = columns;
  phones.forEach((phone, i) => {
    const area = String(phone).slice(1, 4);
    const begin = `${area}|${cities[i]}|${states[i]}|`;
    assert(
      places.some((one) =>
        one.startsWith(begin) && one.includes(`|${postcodes[i]}|`)
      ),
      `${begin} ${postcodes[i]}`,
    );
  });
});

Deno.test("a row's place is as ever where only its street is unique", () => {
  const made = (street: string) => {
    const tables = new Tables(table(
      `street = { gen = "address.street"${street} }
city = "address.city"\nphone = "phone"\npostcode = "address.postcode"`,
      900,
    ));
    return ["city", "phone", "postcode"].map((name) =>
      tables.values(name, 900)
    );
  };
  assertEquals(made(", unique = true"), made(""));
});

Deno.test("columns of one thing that are unique have NULLs of their own each", () => {
  const columns = (q: string) => `
p = { dict = "x", unique = true, null = 0.5 }
q = { dict = "x", unique = true${q} }
`;
  const before = `[dict.x]\nvalues = ["a", "b", "c", "d", "e"]\n`;
  const [{ message }] = reports(before + table(columns(""), 6));
  assertEquals(message, `"p" needs 6 different values, and there are 5`);
  for (
    const [q, nulls, rows] of [["", 0, 5], [", null = 0.4", 3, 8]] as const
  ) {
    const tables = new Tables(before + table(columns(q), rows));
    const [first, second] = ["p", "q"].map((name) => tables.values(name, rows));
    const there = (all: unknown[]) => all.filter((one) => one !== null);
    assertEquals(there(second).length, rows - nulls);
    assertEquals(new Set(there(second)).size, rows - nulls);
    assertEquals(there(first).length, rows - Math.round(rows / 2));
    first.forEach((one, i) => assert(one === null || one === second[i]));
  }
});

Deno.test("unique telephones with NULLs: only the others must fit", () => {
  const text = table(
    `c = { gen = "commerce.material", unique = true, null = 0.5 }`,
    30,
  );
  assertEquals(reports(text), []);
  const values = new Tables(text).values("c", 30).filter((one) => one !== null);
  assertEquals([values.length, new Set(values).size], [15, 15]);
});

Deno.test("telephones may be distinct among siblings, and digits of a key", () => {
  const text = `
[table.p]
rows = 50
[table.p.columns]
id = { gen = "sequence", primary = true }
[table.t]
per = { table = "p", count = 20 }
unique = [["p", "city"]]
[table.t.columns]
p = { ref = "p.id" }
city = { gen = "address.city", of = "a" }
state = { gen = "address.state_code", of = "a" }
material = { gen = "commerce.department", distinct = true }
`;
  assertEquals(reports(text), []);
  const tables = new Tables(text);
  const [p, city, material] = ["p", "city", "material"].map((name) =>
    tables.values(name, 1000, { table: "t" })
  );
  assertEquals(new Set(p.map((one, i) => `${one}|${city[i]}`)).size, 1000);
  assertEquals(new Set(p.map((one, i) => `${one}|${material[i]}`)).size, 1000);
});

Deno.test("a cycle is unique as far as its values reach", () => {
  const column = `c = { gen = "cycle", values = [3, 1, 2, 1], unique = true }`;
  assertEquals(reports(table(column, 3)), []);
  assertEquals(
    message(column, 4),
    `the values of generator "cycle" cannot be unique`,
  );
});

Deno.test("items of an array differ where they are places or telephones", () => {
  const text = table(
    `
a = { gen = "array", item = "phone", min = 8, max = 8, distinct = true }
b = { gen = "array", item = "address.city", min = 8, max = 8, distinct = true }
c = { gen = "array", item = "address.postcode", min = 8, max = 8, distinct = true }
d = { gen = "array", item = "address.state", min = 51, max = 51, distinct = true }
e = { gen = "array", item = "commerce.material", min = 15, max = 15, distinct = true }
f = { gen = "array", item = { gen = "words", min = 1, max = 1, locale = { en_US = 1, pt_BR = 1 } }, min = 90, max = 90, distinct = true }
g = { gen = "array", item = { gen = "company", locale = { pt_BR = 1, en_US = 1 } }, min = 90, max = 90, distinct = true }
h = { gen = "array", item = { gen = "address.street", of = "mixed", locale = { pt_BR = 1, en_US = 1 } }, min = 30, max = 30, distinct = true }
i = { gen = "array", item = { gen = "address.city", of = "mixed", locale = { pt_BR = 1, en_US = 1 } }, min = 200, max = 200, distinct = true }
j = { gen = "array", item = { gen = "commerce.department", locale = { pt_BR = 1, id_ID = 1 } }, min = 20, max = 20, distinct = true }
`,
    300,
  );
  assertEquals(reports(text), []);
  const tables = new Tables(text);
  for (
    const [name, size] of Object.entries({
      ...{ a: 8, b: 8, c: 8, d: 51, e: 15, f: 90, g: 90, h: 30, i: 200, j: 20 },
    })
  ) {
    const texts = tables.texts(name, 300);
    for (const one of texts) {
      assertEquals(new Set(JSON.parse(one)).size, size, `${name} ${one}`);
    }
    assert(new Set(texts).size > 290);
  }
});
