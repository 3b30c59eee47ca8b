// Keys of several columns: no combination comes twice, and what cannot be kept is refused.
import { assert, assertEquals } from "@std/assert";
import { reports, Tables } from "./_tables.ts";

const SCHOOL = `
[table.students]
rows = 30
[table.students.columns]
id = { gen = "sequence", primary = true }
[table.courses]
rows = 20
[table.courses.columns]
id = { gen = "sequence", primary = true, start = 100 }
name = { gen = "string", length = 3 }
`;

/** Asserts that no combination of the columns comes twice in the table's rows; gives them. */
function assertKey(text: string, table: string, columns: string[]): string[] {
  const tables = new Tables(text);
  const { rows } = tables.table(table).plan;
  const made = columns.map((column) =>
    tables.values(column, rows, { table, step: 100 }).slice()
  );
  const keys = made[0].map((_, i) => JSON.stringify(made.map((one) => one[i])));
  assertEquals(new Set(keys).size, rows, columns.join());
  return keys;
}

function only(text: string): string {
  const found = reports(text);
  assertEquals(found.length, 1, JSON.stringify(found));
  return found[0].message;
}

const ENROLMENTS = `${SCHOOL}
[table.e]
rows = 600
unique = [["s", "c"]]
[table.e.columns]
s = { ref = "students.id" }
c = { ref = "courses.id" }
name = { ref = "courses.name", of = "c" }
`;

Deno.test("a key of references has every pair once when there are as many rows as pairs", () => {
  assertKey(ENROLMENTS, "e", ["s", "c"]);
  assertEquals(
    only(ENROLMENTS.replace("600", "601")),
    'the key ["s", "c"] needs 601 different combinations, and there are 600',
  );
  // What follows a reference sees the row that it picked.
  const tables = new Tables(ENROLMENTS);
  const courses = tables.values("c", 100, { table: "e" }) as number[];
  const names = tables.values("name", 100, { table: "e" });
  assertEquals(
    names,
    tables.at("name", courses.map((id) => id - 100), "courses"),
  );
});

Deno.test("keys over every kind of column are kept", () => {
  const text = `
[dict.d]
values = ["p", "q", "p", "r"]
[table.t]
rows = 216
unique = [["a", "b", "c", "d", "e"]]
[table.t.columns]
a = { gen = "bool" }
b = { values = ["x", "y", "x"] }
c = { gen = "date", from = 2020-01-01, to = 2020-01-03 }
d = { dict = "d" }
e = { pattern = '[a-c]|d|e|f' }
`;
  assertKey(text, "t", ["a", "b", "c", "d", "e"]);
  assertEquals(
    only(text.replace("216", "217")),
    'the key ["a", "b", "c", "d", "e"] needs 217 different combinations, and there are 216',
  );
});

Deno.test("a key of columns with huge domains takes values from everywhere", () => {
  const text = `
[table.t]
rows = 3000
primary_key = ["a", "b", "c"]
[table.t.columns]
a = { gen = "int", max = 9_000_000 }
b = { gen = "int", max = 999_999_999 }
c = { gen = "int", min = 0, max = 4_000_000_000 }
`;
  assertKey(text, "t", ["a", "b", "c"]);
  const tables = new Tables(text);
  for (const [column, max] of [["a", 9e6], ["b", 1e9], ["c", 4e9]] as const) {
    const values = tables.values(column, 3000, { step: 1000 }) as number[];
    const mean = values.reduce((sum, value) => sum + value) / 3000 / max;
    assert(Math.abs(mean - 0.5) < 0.03, `${column}: ${mean}`);
  }
});

const CHILDREN = `${SCHOOL}
[table.e]
per = { table = "students", min = 0, max = 20 }
primary_key = ["s", "c"]
unique = [["s", "day"], ["s", "a", "b"], ["n", "s"]]
[table.e.columns]
s = { ref = "students.id" }
c = { ref = "courses.id" }
day = { gen = "date", from = 2020-01-01, to = 2020-01-20 }
w = { gen = "int", min = 1, max = 20, distinct = true }
a = { gen = "bool" }
b = { gen = "int", min = 1, max = 10 }
n = "counter"
`;

Deno.test("with the parent in a key, the other columns differ among siblings", () => {
  for (
    const key of [["s", "c"], ["s", "day"], ["s", "w"], ["s", "a", "b"], [
      ...["s", "n"],
    ]]
  ) assertKey(CHILDREN, "e", key);
  assertEquals(
    only(CHILDREN.replace("2020-01-20", "2020-01-19")),
    'the key ["s", "day"] needs 20 different values'.replace(
      "values",
      "combinations",
    ) + " for one parent, and there are 19",
  );
  assertEquals(
    only(CHILDREN.replace("max = 20, distinct", "max = 9, distinct")),
    '"w" needs 20 different values for one parent, and there are 9',
  );
});

Deno.test("each parent has a permutation of its own", () => {
  const tables = new Tables(CHILDREN.replace("min = 0", "min = 20"));
  const values = tables.values("w", 600, { table: "e" });
  const orders = new Set<string>();
  for (let parent = 0; parent < 30; parent++) {
    const own = values.slice(parent * 20, parent * 20 + 20) as number[];
    assertEquals(own.toSorted((x, y) => x - y).map((x) => x - 1), [
      ...own.keys(),
    ]);
    orders.add(own.join());
  }
  assertEquals(orders.size, 30);
});

Deno.test("a child of one parent each is as unique as the parent", () => {
  const text = `${SCHOOL}
[table.p]
per = { table = "students", count = 1 }
[table.p.columns]
s = { ref = "students.id", primary = true }
[table.q]
per = { table = "p", max = 1 }
[table.q.columns]
p = { ref = "p.s", unique = true }
s = { ref = "students.id", unique = true }
`;
  assertKey(text, "p", ["s"]);
  assertKey(text, "q", ["s"]);
  assertKey(text, "q", ["p"]);
  assertEquals(
    reports(text.replace("max = 1", "max = 2")).length,
    2,
  );
});

const STAR = `
[table.t]
rows = 60
unique = [["a", "b"], ["c", "a"], ["x"], ["a", "d", "e"]]
[table.t.columns]
a = { gen = "int", min = 1, max = 6 }
b = { gen = "int", min = 1, max = 10 }
c = { gen = "int", min = 1, max = 13 }
d = { gen = "int", min = 1, max = 4 }
e = { gen = "int", min = 1, max = 4 }
x = { gen = "int", min = 1, max = 61 }
`;

Deno.test("several keys share a column where that is possible", () => {
  for (const key of [["a", "b"], ["a", "c"], ["a", "d", "e"], ["x"]]) {
    assertKey(STAR, "t", key);
  }
  const round = STAR.replace('["a", "d", "e"]', '["c", "b"]');
  for (const key of [["a", "b"], ["a", "c"], ["c", "b"]]) {
    assertKey(round, "t", key);
  }
  // With the parent in one of them, and not in the other, their rows are counted otherwise.
  assertEquals(
    only(`${SCHOOL}
[table.e]
per = { table = "students", count = 3 }
unique = [["s", "a"], ["a", "b"]]
[table.e.columns]
s = { ref = "students.id" }
a = { gen = "int", min = 1, max = 60 }
b = { gen = "int", min = 1, max = 60 }`),
    'the key ["s", "a"] and the key ["a", "b"] cannot both be kept',
  );
});

Deno.test("a unique reference stands on a different row in every row", () => {
  const text = `${SCHOOL}
[table.t]
rows = 20
[table.t.columns]
c = { ref = "courses.id", unique = true }
n = { ref = "courses.name", of = "c" }
h = { ref = "courses.id", of = "other", unique = true }
i = { ref = "courses.id", of = "other" }
half = { ref = "courses.id", unique = true, null = 0.5 }
`;
  assertKey(text, "t", ["c"]);
  assertKey(text, "t", ["h"]);
  const tables = new Tables(text);
  assertEquals(
    tables.values("h", 20),
    tables.values("i", 20),
  );
  const half = tables.values("half", 20).filter((value) => value !== null);
  assertEquals(half.length, 10);
  assertEquals(new Set(half).size, 10);
  assertEquals(
    only(
      text.replace("rows = 20\n[table.t.", "rows = 21\n[table.t.").replace(
        /^[hi] = .*\n/gm,
        "",
      ),
    ),
    '"c" needs 21 different values, and there are 20',
  );
  assertEquals(
    only(
      text.replace(
        /c = .*\n/,
        '$&bad = { ref = "courses.name", unique = true }\n',
      ),
    ),
    'a unique reference to "courses.name", which is not unique itself',
  );
});

/** A table of integer columns, as many values each as said, with keys over them. */
function crossed(
  sizes: Record<string, number>,
  keys: string[],
  rows: number,
): string {
  return `
[table.t]
rows = ${rows}
unique = [${keys.map((key) => JSON.stringify(key.split(""))).join(", ")}]
[table.t.columns]
${
    Object.entries(sizes).map(([name, size]) =>
      `${name} = { gen = "int", min = 1, max = ${size} }`
    ).join("\n")
  }`;
}

const CROSSED: [
  what: string,
  sizes: Record<string, number>,
  keys: string[],
  most: number,
][] = [
  ["a triangle of columns", { a: 9, b: 9, c: 9 }, ["ab", "bc", "ac"], 81],
  ["columns of different sizes", { a: 11, b: 4, c: 7 }, ["ab", "bc", "ac"], 28],
  ["many more values in one", { a: 5, b: 6, c: 997 }, ["ab", "bc", "ac"], 30],
  [
    "a key that holds another",
    { a: 6, b: 6, c: 6 },
    ["ab", "bc", "ac", "abc"],
    36,
  ],
  [
    "what all keys share",
    { x: 3, a: 4, b: 5, c: 6 },
    ["xab", "xbc", "xac"],
    60,
  ],
  ["a chain", { a: 5, b: 6, c: 7, d: 8 }, ["ab", "bc", "cd"], 30],
  ["a ring of four", { a: 5, b: 6, c: 7, d: 8 }, ["ab", "bc", "cd", "da"], 30],
  ["a ring of five", { a: 5, b: 6, c: 7, d: 8, e: 9 }, [
    "ab",
    "bc",
    "cd",
    "de",
    "ea",
  ], 30],
  ["all pairs of four", { a: 9, b: 9, c: 10, d: 8 }, [
    "ab",
    "ac",
    "ad",
    "bc",
    "bd",
    "cd",
  ], 49],
  [
    "keys of two and of three",
    { a: 4, b: 5, c: 6, d: 7 },
    ["ab", "bcd", "ad"],
    20,
  ],
];

for (const [what, sizes, keys, most] of CROSSED) {
  Deno.test(`keys that share columns crosswise are kept: ${what}`, () => {
    for (const rows of [most, Math.ceil(most / 2)]) {
      const text = crossed(sizes, keys, rows);
      for (const key of keys) assertKey(text, "t", key.split(""));
    }
    assert(
      only(crossed(sizes, keys, most + 1)).endsWith(
        `can be kept together for ${most} rows, and there are ${most + 1}`,
      ),
    );
  });
}

Deno.test("keys that share columns crosswise are kept among siblings, over references and lists", () => {
  const text = `${SCHOOL}
[table.e]
per = { table = "students", min = 12, max = 12 }
unique = [["s", "c", "d"], ["s", "d", "w"], ["s", "w", "c"]]
[table.e.columns]
s = { ref = "students.id" }
c = { ref = "courses.id" }
d = { gen = "date", from = 2024-01-01, to = 2024-01-04 }
w = { values = ["x", "y", "z"] }
`;
  for (const key of ["scd", "sdw", "swc"]) assertKey(text, "e", key.split(""));
  // Each parent has an arrangement of its own.
  const tables = new Tables(text);
  const days = tables.values("d", 360, { table: "e" });
  const families = new Set(
    Array.from(
      { length: 30 },
      (_, i) => days.slice(12 * i, 12 * i + 12).join(),
    ),
  );
  assert(families.size > 25);
  assertEquals(
    only(text.replace("min = 12, max = 12", "max = 13")),
    'the key ["s", "c", "d"] and the key ["s", "d", "w"] can be kept together for 12 children of one parent, and there are 13',
  );
});

Deno.test("any sizes and any keys crosswise: what is not refused is kept", () => {
  const names = ["a", "b", "c", "d", "e"];
  let kept = 0;
  for (let seed = 1; seed <= 120; seed++) {
    const draw = (k: number, most: number) =>
      (Math.imul(seed * 31 + k, 0x9e3779b1) >>> 8) % most;
    const used = names.slice(0, 3 + draw(1, 3));
    const sizes = Object.fromEntries(
      used.map((name, k) => [name, 2 + draw(10 + k, 30)]),
    );
    const keys = [
      ...new Set(Array.from({ length: 3 + draw(2, 3) }, (_, k) => {
        const key = used.filter((_, i) => draw(20 + 7 * k + i, 2) === 0);
        return (key.length < 2 ? used.slice(0, 2) : key).join("");
      })),
    ];
    const text = crossed(sizes, keys, 1 + draw(3, 60));
    if (reports(text).length > 0) continue;
    for (const key of keys) assertKey(text, "t", key.split(""));
    kept++;
  }
  assert(kept > 60, String(kept));
});
