import { assert, assertEquals, assertThrows } from "@std/assert";
import { ThrustError } from "../../core/errors.ts";
import { reportOf, tableOf } from "./_tables.ts";

const BESIDE = `
a = { gen = "int", min = -20, max = 100 }
b = { gen = "int", min = 1, max = 9, null = 0.3 }
price = { gen = "decimal", min = 1, max = 50, scale = 2 }
day = { gen = "date", from = 1990-01-01, to = 2010-12-31 }
name = "person.full_name"
`;

function table(expr: string, rest = "") {
  return tableOf(`c = { expr = '''${expr}'''${rest} }\n${BESIDE}`);
}

Deno.test("expr computes with the row's columns", () => {
  const tables = table("a * 2 + row");
  const a = tables.numbers("a");
  assertEquals(tables.numbers("c"), a.map((one, row) => one * 2 + row));
});

Deno.test("expr is NULL where a column of it is, and only then", () => {
  const tables = table("a + b");
  const a = tables.numbers("a");
  const b = tables.values("b");
  assertEquals(
    tables.values("c"),
    b.map((one, row) => one === null ? null : a[row] + (one as number)),
  );
  assert(tables.type("c").nullable);
  assert(!table("coalesce(b, 0)").type("c").nullable);
});

Deno.test("numeric(p,s) rounds the value half away from zero, once", () => {
  const tables = table("price / 8", `, type = "numeric(12,2)"`);
  const { kind, scale, sql } = tables.type("c");
  assertEquals([kind, scale, sql], ["decimal", 2, "numeric(12,2)"]);
  const prices = tables.numbers("price");
  assertEquals(
    tables.numbers("c"),
    prices.map((cents) => Math.floor((cents * 2 + 8) / 16)),
  );
});

Deno.test("the types of integers know their ends, so that SQL's integer is enough", () => {
  const { kind, min, max } = table("a * 2 - 1").type("c");
  assertEquals([kind, min, max], ["int", -41, 199]);
});

Deno.test("a number beyond 2^53 ends the run with table, column and row", () => {
  const tables = table("9007199254740900 + row");
  assertEquals(
    tables.values("c", 92),
    Array.from({ length: 92 }, (_, i) => 9007199254740900 + i),
  );
  const error = assertThrows(
    () => tables.values("c", 100),
    ThrustError,
    `Cannot make "t.c" of row 93`,
  );
  assertEquals(error.fields, { table: "t", field: "c", row: 93 });
});

Deno.test("a number that rounding brings back to 2^53 is beyond it too", () => {
  const made = (expression: string) =>
    tableOf(`c = { expr = "${expression}" }
x = { gen = "int", min = 1, max = 1 }
most = { value = 9007199254740992 }
half = { value = 4503599627370497 }`).values("c", 1);
  for (
    const beyond of [
      ...["most + x", "half + half - x", "0 - most - x", "x - (-most)"],
      "most + x - x",
    ]
  ) {
    assertThrows(() => made(beyond), ThrustError, "beyond 2^53", beyond);
  }
  assertEquals(made("most - x + x"), [9007199254740992]);
  assertEquals(made("most + 0"), [9007199254740992]);
});

Deno.test("what is not used may be beyond 2^53", () => {
  assertEquals(
    table("row < 10 ? row : row * 9007199254740991 * 0").values("c", 5),
    [0, 1, 2, 3, 4],
  );
});

Deno.test("texts may have characters by their numbers", () => {
  const made = (text: string) =>
    tableOf(`c = { expr = '"${text}" + ""' }`).values("c", 1)[0];
  assertEquals(made("caf\\u00e9"), "café");
  assertEquals(made("\\u{1F600}\\xe9\\n"), "😀é\n");
  assertEquals(made("\\ud83d\\uDE00"), "😀");
  assertEquals(made('\\\\u0041\\"'), '\\u0041"');
  assertEquals(made("\\q"), "q");
});

Deno.test("texts are made and compared as characters", () => {
  assertEquals(
    table(`substr("a🙂é" + "x", 1, 2)`).values("c", 1),
    ["🙂é"],
  );
  assertEquals(table(`len("a🙂é")`).values("c", 1), [3]);
  assertEquals(table(`"b" > "a🙂"`).values("c", 1), [true]);
});

Deno.test("an expression's place in the file is told", () => {
  assertEquals(
    reportOf(`c = { expr = "a + nam" }\n${BESIDE}`),
    {
      message: `unknown column "nam"`,
      hint: `did you mean "name"?`,
      marked: "nam",
    },
  );
  assertEquals(
    reportOf(`c = { expr = "1 + name" }\n${BESIDE}`),
    {
      message: "a whole number + text",
      hint: "concat(a, b) joins any values as text",
      marked: "1 + name",
    },
  );
});

Deno.test("names of JavaScript are columns like any other, or unknown", () => {
  assertEquals(
    tableOf(
      `constructor = { value = 3 }\n__proto__ = { value = 4 }\nc = { expr = "constructor + __proto__" }`,
    ).values("c", 1),
    [7],
  );
  for (
    const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]
  ) {
    assertEquals(
      reportOf(`c = { expr = "${name} + 1" }`).message,
      `unknown column "${name}"`,
    );
    assertEquals(
      reportOf(`c = { expr = "${name}(1)" }`).message,
      `unknown function "${name}"`,
    );
  }
});

Deno.test("when leaves a value out where the condition does not hold", () => {
  const tables = tableOf(
    `c = { gen = "int", min = 1, max = 9, when = "b > 4" }\n${BESIDE}`,
  );
  const b = tables.values("b");
  tables.values("c").forEach((value, row) => {
    assertEquals(value !== null, b[row] !== null && (b[row] as number) > 4);
  });
  assert(tables.type("c").nullable);
});

Deno.test("a reference that stands nowhere by its condition gives nothing", () => {
  const tables = tableOf(
    `
customer = { ref = "u.id", when = "row % 3 == 0" }
name = { ref = "u.name", of = "customer" }
`,
    `[table.u]\nrows = 50\n[table.u.columns]\nid = "sequence"\nname = "person.full_name"`,
  );
  const names = tables.values("name", 100);
  tables.values("customer", 100).forEach((one, row) => {
    assertEquals(one !== null, row % 3 === 0);
    assertEquals(names[row] !== null, row % 3 === 0);
  });
  assert(tables.type("name").nullable);
});

Deno.test("bounds are expressions over the row", () => {
  const tables = tableOf(`
c = { gen = "date", from = "day + days(1)", to = "day + days(30)" }
d = { gen = "int", min = "a", max = "a + 2" }
e = { gen = "string", length = "abs(a) % 5" }
f = { gen = "bool", p = "a > 0 ? 1 : 0" }
now = { gen = "timestamp", from = "now - days(30)", to = "now" }
${BESIDE}`);
  const days = tables.numbers("day");
  const a = tables.numbers("a");
  tables.numbers("c").forEach((one, row) => {
    assert(one > days[row] && one <= days[row] + 30);
  });
  tables.numbers("d").forEach((one, row) => {
    assert(one >= a[row] && one <= a[row] + 2);
  });
  tables.texts("e").forEach((one, row) => {
    assertEquals(one.length, Math.abs(a[row]) % 5);
  });
  tables.values("f").forEach((one, row) => assertEquals(one, a[row] > 0));
  assert(!tables.type("now").nullable, "constant bounds cannot cross");
});

Deno.test("where bounds cross the value is NULL, and what always crosses is refused", () => {
  const tables = tableOf(`c = { gen = "int", min = "a", max = 50 }\n${BESIDE}`);
  const a = tables.numbers("a");
  tables.values("c").forEach((one, row) => {
    assertEquals(one === null, a[row] > 50);
  });
  assertEquals(
    reportOf(`c = { gen = "int", min = "a + 200", max = "a - 200" }\n${BESIDE}`)
      .message,
    "min is always above max",
  );
  assertEquals(
    reportOf(`c = { gen = "date", from = "now - days(3)", to = 2020-01-01 }`)
      .message,
    "from is above to",
  );
});

Deno.test("a duration is an interval, and months are none", () => {
  assertEquals(table(`day - "2000-01-01"`).type("c").kind, "interval");
  assertEquals(
    reportOf(`c = { expr = "months(3)" }`).message,
    "months have no length of their own",
  );
});

Deno.test("parameters of a distribution follow the row", () => {
  const tables = tableOf(`
centre = { gen = "int", min = 100, max = 900 }
c = { gen = "int", min = 0, max = 1000, dist = { type = "normal", mean = "centre", stddev = "centre / 1000" } }
day = { gen = "date", from = 2000-06-01, to = 2000-07-01 }
d = { gen = "date", from = 2000-01-01, to = 2001-01-01, dist = { type = "normal", mean = "day + days(10)", stddev = "hours(6)" } }
e = { gen = "float", min = 0, max = 1e6, dist = { type = "exponential", mean = "centre > 500 ? 1 : -1" } }
v = { values = ["a", "b", "c"], dist = { type = "poisson", mean = "centre > 500 ? 0.001 : null" } }
`);
  const centre = tables.numbers("centre");
  tables.numbers("c").forEach((one, row) => {
    assert(Math.abs(one - centre[row]) < 7);
  });
  const day = tables.numbers("day");
  tables.numbers("d").forEach((one, row) => {
    assert(Math.abs(one - day[row] - 10) <= 2);
  });
  tables.values("e").forEach((one, row) => {
    assertEquals(one !== null, centre[row] > 500);
  });
  const v = tables.values("v");
  v.forEach((one, row) => assertEquals(one !== null, centre[row] > 500));
  assert(v.filter((one) => one === "a").length > 300);
  assert(tables.type("v").nullable);
});

Deno.test("what cannot follow the row says so", () => {
  const c = (dist: string, rest = `gen = "date"`) =>
    reportOf(`c = { ${rest}, dist = ${dist} }\nn = "int"`).message;
  assertEquals(
    c(`{ type = "normal", stddev = "n" }`),
    "stddev follows a whole number",
  );
  assertEquals(
    c(`{ type = "normal", mean = "n" }`),
    "mean follows a whole number",
  );
  assertEquals(
    c(`{ type = "zipf", exponent = "n" }`, `gen = "int"`),
    "exponent cannot follow the row",
  );
  assertEquals(
    c(`{ type = "poisson", mean = "n" }`, `gen = "int", order = "asc"`),
    "mean cannot follow the row in an order",
  );
});

Deno.test("bounds that cannot cross give no NULL, and may stand in a key", () => {
  const tables = tableOf(`
id = { gen = "uuid", version = 7, time = "c", primary = true }
joined = { gen = "timestamp", from = 2022-01-01, to = 2025-06-30 }
c = { gen = "timestamp", from = "joined", to = "now" }
day = { gen = "date", from = "joined + days(1)", to = "joined + days(400)" }
late = { gen = "date", from = "joined", to = 2025-06-01 }
`);
  assert(tables.type("c").neverNull && tables.type("id").neverNull);
  assert(!tables.type("day").neverNull, "not seen: both ends move together");
  assert(!tables.type("late").neverNull);
  tables.values("c").forEach((one) => assert(one !== null));
});
