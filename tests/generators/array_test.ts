import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { reportOf, reports, tableOf, Tables } from "./_tables.ts";

// deno-lint-ignore no-explicit-any
function arrays(columns: string, count = 1000): any[] {
  return tableOf(columns).texts("c", count).map((text) => JSON.parse(text));
}

Deno.test("arrays have none to five items, each number as often", () => {
  const counts = new Array(6).fill(0);
  for (const items of arrays(`{ gen = "array", item = "uuid" }`, 6000)) {
    counts[items.length]++;
  }
  assertCounts(counts, counts.map(() => 1 / 6));
});

Deno.test("items are values of their column, and independent of each other", () => {
  const item = `{ gen = "int", min = 1, max = 6 }`;
  const column = `{ gen = "array", item = ${item}, min = 2, max = 3 }`;
  const counts = new Array(36).fill(0);
  for (const [a, b] of arrays(column, 20000)) counts[6 * (a - 1) + b - 1]++;
  assertCounts(counts, counts.map(() => 1 / 36));
});

Deno.test("an item is the same in longer arrays, and in those of one size", () => {
  const of = (min: number, max: number) =>
    arrays(`{ gen = "array", item = "uuid", min = ${min}, max = ${max} }`);
  const long = of(40, 40);
  for (const some of [of(3, 3), of(0, 7), of(32, 33), of(0, 0)]) {
    some.forEach((items, i) => {
      assertEquals(items, long[i].slice(0, items.length));
    });
  }
});

Deno.test("items may be NULL, texts, dates and bytes", () => {
  const column = `{ gen = "array", min = 3, max = 3, item = ITEM }`;
  const items = (item: string) =>
    arrays(column.replace("ITEM", item), 300).flat();
  const some = items(`{ value = "a\\"b", null = 0.4 }`);
  assertEquals(new Set(some), new Set(['a"b', null]));
  assert(some.filter((one) => one === null).length > 250);
  assert(items(`"date"`).every((one) => /^\d{4}-\d\d-\d\d$/.test(one)));
  assert(
    items(`{ gen = "bytes", length = 5 }`).every((one) =>
      Uint8Array.fromBase64(one).length === 5
    ),
  );
});

Deno.test("the number of items may follow the row", () => {
  const tables = tableOf(`
a = { gen = "int", min = -1, max = 4 }
b = { gen = "int", min = 0, max = 4, null = 0.1 }
c = { gen = "array", item = "int", min = "a", max = "b" }
`);
  const low = tables.numbers("a");
  const high = tables.values("b") as (number | null)[];
  tables.values("c").forEach((value, i) => {
    const most = high[i];
    if (most === null || low[i] > most) return assertEquals(value, null);
    const { length } = JSON.parse(value as string);
    assert(length >= Math.max(low[i], 0) && length <= most);
  });
});

Deno.test("the type of an array is that of its items; an array of arrays is JSON", () => {
  const { kind, item } = tableOf(
    `{ gen = "array", item = { gen = "decimal", min = 0, max = 1, scale = 3 } }`,
  ).type("c");
  assertEquals([kind, item?.kind, item?.scale], ["array", "decimal", 3]);
  const nested = tableOf(
    `{ gen = "array", item = { gen = "array", item = "int" } }`,
  );
  assertEquals(nested.type("c").kind, "json");
  const values = nested.texts("c").map((text) => JSON.parse(text));
  assert(values.flat().every(Array.isArray));
  assert(values.some((items) => items.length > 1));
});

Deno.test("a number of items that is none is refused", () => {
  assertEquals(
    reportOf(`{ gen = "array", item = "int", min = 3, max = 2 }`).message,
    "min is above max",
  );
  assertEquals(
    reportOf(`{ gen = "array", item = "int", max = 5000 }`).hint,
    "expected a whole number from 0 to 4096",
  );
  assertEquals(
    reportOf(`{ gen = "array", item = "int", min = -1 }`).message,
    "min is -1",
  );
  assertEquals(
    reportOf(`{ gen = "array", item = { gen = "int", unique = true } }`)
      .message,
    `unique stands on a column inside "c[]"`,
  );
});

Deno.test("distinct items differ within each row, and are all as likely at every place", () => {
  const item = `{ gen = "int", min = 1, max = 6 }`;
  for (const ends of ["min = 6, max = 6", "min = 0, max = 6", "max = 3"]) {
    const column =
      `{ gen = "array", item = ${item}, ${ends}, distinct = true }`;
    const firsts = new Array(6).fill(0);
    const seconds = new Array(6).fill(0);
    for (const items of arrays(column, 12000)) {
      assertEquals(new Set(items).size, items.length);
      if (items.length < 2) continue;
      firsts[items[0] - 1]++;
      seconds[items[1] - 1]++;
    }
    assertCounts(firsts, firsts.map(() => 1 / 6));
    assertCounts(seconds, seconds.map(() => 1 / 6));
  }
});

Deno.test("distinct items may be values, texts, dates and decimals", () => {
  for (
    const item of [
      `["a", "b", "c", "d"]`,
      `{ pattern = "[a-d]" }`,
      `{ gen = "date", from = 2020-01-01, to = 2020-01-04 }`,
      `{ gen = "string", length = 1, alphabet = "abcd" }`,
      `{ gen = "decimal", min = 0, max = 0.3, scale = 1 }`,
    ]
  ) {
    const column =
      `{ gen = "array", item = ${item}, min = 4, max = 4, distinct = true }`;
    const orders = new Set<string>();
    for (const items of arrays(column)) {
      assertEquals(new Set(items).size, 4);
      orders.add(String(items));
    }
    assertEquals(orders.size, 24);
  }
});

Deno.test("arrays of arrays of distinct items differ from each other", () => {
  const item =
    `{ gen = "array", item = { gen = "int", min = 1, max = 4 }, min = 4, max = 4, distinct = true }`;
  let same = 0;
  for (
    const [a, b] of arrays(
      `{ gen = "array", item = ${item}, min = 2, max = 2 }`,
      2400,
    )
  ) {
    assertEquals(new Set(a).size, 4);
    if (String(a) === String(b)) same++;
  }
  assertCounts([same, 2400 - same], [1 / 24, 23 / 24]);
});

Deno.test("distinct items may be references to rows of a table, and identifiers", () => {
  const text = `
[table.tags]
rows = 7
[table.tags.columns]
id = { gen = "sequence", start = 10, primary = true }
code = { gen = "string", length = 3, unique = true }
[table.t]
rows = 2000
[table.t.columns]
all = { gen = "array", item = { ref = "tags.id" }, min = 7, max = 7, distinct = true }
some = { gen = "array", item = { ref = "tags.code" }, min = 0, max = 5, distinct = true }
u = { gen = "array", item = "uuid", min = 3, max = 3, distinct = true }
l = { gen = "array", item = "ulid", min = 3, max = 3, distinct = true }
`;
  assertEquals(reports(text), []);
  const tables = new Tables(text);
  const lists = (name: string) =>
    tables.values(name, 2000, { table: "t", step: 700 })
      .map((one) => JSON.parse(String(one)) as (number | string)[]);
  const all = lists("all");
  for (const one of all) {
    assertEquals(one.toSorted(), [10, 11, 12, 13, 14, 15, 16]);
  }
  // Every tag is as often the first as any other.
  const first = new Map<number | string, number>();
  for (const [tag] of all) first.set(tag, (first.get(tag) ?? 0) + 1);
  for (const count of first.values()) assert(Math.abs(count - 286) < 80);
  const codes = new Set(tables.values("code", 7, { table: "tags" }));
  for (const one of lists("some")) {
    assertEquals(new Set(one).size, one.length);
    assert(one.every((code) => codes.has(code as string)));
  }
  for (const name of ["u", "l"]) {
    assertEquals(new Set(lists(name).flat()).size, 6000);
  }
});
