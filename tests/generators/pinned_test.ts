// Pinned rows: given values first, the rest made as ever, and unique columns unique nevertheless.
import { assertEquals } from "@std/assert";
import { reports, Tables, type Value } from "./_tables.ts";

const TEXT = `
[dict.d]
values = ["a", "b", "c", "d", "e", "f"]
[[table.t.row]]
email = "demo@shop.example"
code  = 3
day   = "2020-01-02"
word  = { expr = "null" }
[[table.t.row]]
code  = 5
price = 9.5
u     = "0188F1B0-0000-7000-8000-000000000001"
letter = "c"
at    = 2020-05-06T07:08:09Z
[[table.t.row]]
email = "person, two"
letter = "zzz"
flag  = true
share = 3
[table.t]
rows = 100
[table.t.columns]
id     = "sequence"
email  = { template = "{id}@x.org", unique = true }
code   = { gen = "int", min = 1, max = 100, unique = true }
day    = { gen = "date", from = 2020-01-01, to = 2020-06-30, unique = true }
word   = { gen = "string", length = 3 }
price  = { gen = "decimal", max = 10 }
u      = "uuid"
letter = { dict = "d" }
at     = { gen = "timestamp", precision = 3 }
flag   = { gen = "bool", p = 0.01 }
share  = { gen = "float" }
shown  = { template = "{email} {code}" }
[table.r]
rows = 500
[table.r.columns]
t = { ref = "t.email", of = "h" }
c = { ref = "t.code", of = "h" }
l = { ref = "t.letter", of = "h" }
w = { ref = "t.word", of = "h" }
`;

function columns(tables: Tables, names: string[], rows = 3): Value[][] {
  return names.map((name) => tables.values(name, rows).slice());
}

Deno.test("pinned values stand in the first rows, and all else is made as without them", () => {
  const tables = new Tables(TEXT);
  const plain = new Tables(TEXT.replace(/\[\[table[^]*?(?=\[table\.t\])/, ""));
  assertEquals(columns(tables, ["email", "code", "letter", "flag"]), [
    ["demo@shop.example", "2@x.org", "person, two"],
    [3, 5, plain.values("code", 3)[2]],
    [plain.values("letter", 1)[0], "c", "zzz"],
    [...plain.values("flag", 2), true],
  ]);
  assertEquals(tables.values("word", 1), [null]);
  assertEquals(tables.values("day", 1), [18263]);
  assertEquals(
    tables.values("u", 2)[1],
    "0188f1b0-0000-7000-8000-000000000001",
  );
  assertEquals(tables.values("price", 2)[1], 950);
  assertEquals(tables.values("at", 2)[1], 1588748889000);
  assertEquals(tables.values("share", 3)[2], 3);
  assertEquals(tables.values("shown", 1), ["demo@shop.example 3"]);
  for (const name of ["price", "at", "flag", "share", "letter", "word"]) {
    assertEquals(
      tables.values(name, 100).slice(3),
      plain.values(name, 100).slice(3),
    );
  }
});

Deno.test("the same values come row by row, and in any order", () => {
  const tables = new Tables(TEXT);
  for (const name of ["email", "code", "day", "letter", "word", "u"]) {
    const values = tables.values(name, 100);
    assertEquals(new Tables(TEXT).values(name, 100, { step: 1 }), values);
    assertEquals(
      new Tables(TEXT).at(name, [99, 2, 0, 50, 2]),
      [99, 2, 0, 50, 2].map((row) => values[row]),
    );
  }
});

Deno.test("references reach pinned rows", () => {
  const tables = new Tables(TEXT);
  const seen = tables.values("t", 500, { table: "r", step: 100 });
  const codes = tables.values("c", 500, { table: "r", step: 100 });
  const letters = tables.values("l", 500, { table: "r", step: 100 });
  const demo = seen.indexOf("demo@shop.example");
  assertEquals(codes[demo], 3);
  assertEquals(letters[seen.indexOf("person, two")], "zzz");
});

Deno.test("a unique column over its whole domain stays one with any values pinned", () => {
  const columns = [
    [
      `{ gen = "int", min = 0, max = 19, unique = true }`,
      (x: number) => `${x}`,
    ],
    [`{ gen = "sequence", start = 0, primary = true }`, (x: number) => `${x}`],
    [
      `{ gen = "string", length = 2, alphabet = "0123456789", unique = true }`,
      (x: number) => `"${String(x).padStart(2, "0")}"`,
    ],
    [
      `{ dict = "n", unique = true }`,
      (x: number) => `"${x}"`,
    ],
    [
      `{ values = [${[...Array(20).keys()]}], unique = true }`,
      (x: number) => `${x}`,
    ],
  ] as const;
  for (const [column, write] of columns) {
    for (let round = 0; round < 30; round++) {
      const pinned = new Set(
        Array.from(
          { length: 1 + round % 20 },
          (_, i) => (i * 7 + round * 3) % 20,
        ),
      );
      const rows = [...pinned].map((x) => `[[table.t.row]]\nc = ${write(x)}\n`)
        .join("");
      const text = `
[dict.n]
values = [${[...Array(20).keys()].map((x) => `"${x}"`)}]
${rows}
[table.t]
rows = 20
[table.t.columns]
c = ${column}
`;
      const tables = new Tables(text, String(round));
      const values = tables.values("c", 20);
      assertEquals(new Set(values).size, 20, column);
      const made = new Tables(
        text.replace(rows, ""),
        String(round),
      ).values("c", 20);
      if (!column.includes("string")) {
        assertEquals(new Set(values), new Set(made));
      }
      // Only rows whose value was pinned elsewhere give way.
      const given = new Set(values.slice(0, pinned.size));
      for (let i = pinned.size; i < 20; i++) {
        if (!given.has(made[i])) assertEquals(values[i], made[i]);
      }
    }
  }
});

function only(change: [string, string]): string {
  const found = reports(TEXT.replace(...change));
  assertEquals(found.length, 1, JSON.stringify(found));
  return found[0].message;
}

Deno.test("what cannot be pinned is told with its place", () => {
  assertEquals(only(["code  = 3", `code = "x"`]), 'code is "x"');
  assertEquals(only(["price = 9.5", "price = 9.555"]), "price is 9.555");
  assertEquals(
    only(["code  = 5", "code = 3"]),
    '"code" is unique, and pinned to the same value twice',
  );
  assertEquals(only(['letter = "c"', 'leter = "c"']), 'unknown column "leter"');
  assertEquals(
    only(["rows = 100", "rows = 2"]),
    'table "t" has 3 pinned rows, and rows = 2',
  );
});
