// Columns inside columns, with two generators made for the purpose.
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { generator } from "../../core/generator.ts";
import { type InnerColumn, optional, required } from "../../core/parameters.ts";
import { valueType } from "../../core/value_type.ts";
import { generators } from "../../generators/registry.ts";
import { genfileOf, reports, Tables } from "../generators/_tables.ts";

/** The sum of columns of numbers. */
const sum = generator({
  name: "sum",
  group: "structured",
  summary: "The sum of its columns",
  example: `{ sum = { a = 1 } }`,
  main: "sum",
  params: {
    sum: required("inners", "The columns"),
    only: optional("text", "The one column to show"),
  },
  type: () => valueType("int"),
  prepare({ sum, only }, site) {
    const readers = (sum as InnerColumn[])
      .filter(({ key }) => only === undefined || key === only)
      .map(({ column }) => site.reader(column));
    return {
      storage: "numbers",
      fill(record, out) {
        out.numbers.fill(0, 0, record.rows.count);
        for (const reader of readers) {
          const { numbers } = reader.read(record);
          for (let i = 0; i < record.rows.count; i++) {
            out.numbers[i] += numbers[i];
          }
        }
      },
    };
  },
});

/** The i-th of a column made many times. */
const nth = generator({
  name: "nth",
  group: "structured",
  summary: "One of many",
  example: `{ gen = "nth", item = 1, i = 3 }`,
  params: {
    item: required("inner", "The column"),
    i: required("integer", "Which"),
  },
  type: (_, scope) => valueType("int", { nullable: scope.table === "" }),
  prepare({ item, i }, site) {
    const reader = site.item(item, i);
    return {
      storage: "numbers",
      fill: (record, out) => out.show(reader.read(record)),
    };
  },
});

const known = new Map([
  ...generators,
  ...[sum, nth].map((one) => [one.name, one] as const),
]);

function valuesOf(columns: string, column = "c", count = 50) {
  return new Tables(genfileOf(columns), "0", known).values(column, count);
}

function messages(columns: string): string[] {
  return reports(genfileOf(columns), known).map(({ message, marked }) =>
    `${message} @ ${marked}`
  );
}

Deno.test("inner columns read the row, and the outer one reads them", () => {
  assertEquals(
    valuesOf(`id = "sequence"\nc = { sum = { a = 7, b = { ref = "t.id" } } }`)
      .length,
    50,
  );
  assertEquals(valuesOf(`{ sum = { a = 7, b = { value = 2 } } }`, "c", 2), [
    9,
    9,
  ]);
});

Deno.test("an inner column's values depend on the outer column and the key alone", () => {
  const die = `{ gen = "int", min = 1, max = 1000000 }`;
  const one = valuesOf(`{ sum = { a = ${die} } }`);
  const both = valuesOf(`{ sum = { b = ${die}, a = ${die} }, only = "a" }`);
  assertEquals(both, one);
  assertNotEquals(
    valuesOf(`{ sum = { b = ${die} } }`),
    one,
  );
});

Deno.test("items have words of their own, with all that stands inside them", () => {
  const die = `{ gen = "int", min = 1, max = 1000000 }`;
  for (const item of [die, `{ sum = { a = ${die}, b = ${die} } }`]) {
    const made = [0, 1, 2].map((i) =>
      valuesOf(`{ gen = "nth", item = ${item}, i = ${i} }`)
    );
    assertNotEquals(made[0], made[1]);
    assertNotEquals(made[1], made[2]);
    assertEquals(
      valuesOf(
        `d = { gen = "nth", item = ${item}, i = 0 }\nc = { sum = { x = { gen = "nth", item = ${item}, i = 1 } } }`,
        "d",
      ).length,
      50,
    );
  }
});

Deno.test("inner columns cannot be named", () => {
  const c = `c = { sum = { a = 1 } }\n`;
  assertEquals(messages(`${c}d = { template = "{a}{c.a}" }`), [
    `unknown column "a" @ a`,
    `unknown column "c.a" @ c.a`,
  ]);
  const tables = new Tables(genfileOf(c), "0", known);
  assert(tables.table("t").plan.columns.slice(1).every((one) => one.inner));
});

Deno.test("what is wrong in an inner column is told at its place", () => {
  assertEquals(messages(`c = { sum = { a = "sequense" } }`), [
    `unknown generator "sequense" @ "sequense"`,
  ]);
  assertEquals(
    messages(`c = { sum = { a = { gen = "int", primary = true } } }`),
    [
      `primary stands on a column inside "c.a" @ true`,
    ],
  );
  assertEquals(
    messages(`c = { sum = { a = { gen = "int", min = 3, max = 1 } } }`),
    [
      `min is above max @ 3`,
    ],
  );
  assertEquals(messages(`c = { sum = 3 }`), [`sum is 3 @ 3`]);
  assertEquals(
    messages(`c = { gen = "nth", item = { gen = "int", mim = 3 }, i = 1 }`),
    [
      `unknown parameter "mim" of "int" @ mim`,
    ],
  );
});

Deno.test("a circle through an inner column says the user's names", () => {
  assertEquals(
    messages(
      `c = { sum = { a = { gen = "int", min = 0, max = "d" } } }\nd = { gen = "int", min = 0, max = "c" }`,
    ),
    ["columns need each other in a circle: t.c -> t.c.a -> t.d -> t.c @ c"],
  );
});
