// Unique columns: the whole domain is hit exactly once, and what cannot be unique is refused.
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { genfileOf, reportOf, reports, Tables, type Value } from "./_tables.ts";

const LETTERS = `
[dict.letters]
values = ["a", "b", "a", "c", "d", "b", "e"]
`;

/** Columns with few values, and how many those are; 0 where that is hard to tell. */
const SMALL: [column: string, domain: number, before?: string][] = [
  [`{ gen = "int", min = -3, max = 996 }`, 1000],
  [`{ gen = "int", min = 7, max = 7 }`, 1],
  [`{ gen = "decimal", min = -1, max = 1, scale = 3 }`, 2001],
  [`{ gen = "bool" }`, 2],
  [`{ gen = "bool", p = 1 }`, 1],
  [`{ gen = "date", from = 2019-12-31, to = 2021-01-01 }`, 368],
  [`{ gen = "time", from = 08:00:00, to = 08:16:40 }`, 1001],
  [`{ gen = "time", from = 08:00:00, to = 08:00:00.5, precision = 3 }`, 501],
  [
    `{ gen = "timestamp", from = 2020-01-01T00:00:00Z, to = 2020-01-01T00:10:00Z }`,
    600,
  ],
  [`{ gen = "string", length = 2, alphabet = "abcdefa" }`, 36],
  [`{ gen = "string", length = 3, alphabet = "aé🙂" }`, 27],
  [`{ gen = "string", length = 12, alphabet = "01" }`, 4096],
  [`{ gen = "string", length = 0 }`, 1],
  [`{ gen = "string", length = 5, alphabet = "x" }`, 1],
  [`{ pattern = '[ab]\\d-[x-z]' }`, 60],
  [`{ pattern = 'only' }`, 1],
  [`{ pattern = '(a|a|b)c?' }`, 4],
  [`{ pattern = 'a*a*' }`, 17],
  [`{ pattern = '(ab|a)(c|bc)' }`, 3],
  [`{ pattern = '\\d{1,2}|[a-c]{0,3}|5[0-9]' }`, 150],
  [`{ pattern = '(x|y|xy){1,3}' }`, 0],
  [`{ values = ["x", "y", "x", "z"] }`, 3],
  [`{ values = [1, 2.5, 1.0] }`, 2],
  [`{ value = "same" }`, 1],
  [`{ dict = "letters" }`, 5, LETTERS],
];

function uniqueTable(column: string, rows: number, before = ""): string {
  return genfileOf(column.replace(/\s*\}$/, ", unique = true }"), before)
    .replace("rows = 1000", `rows = ${rows}`);
}

/** The number that the error for too many rows says. */
function domainOf(column: string, before?: string): number {
  const [{ message }] = reports(uniqueTable(column, 1e15, before));
  return Number(
    /there (?:are|is) ([\d,]+)$/.exec(message)![1].replaceAll(",", ""),
  );
}

for (const [column, said, before] of SMALL) {
  Deno.test(`unique ${column} has every value of its domain once`, () => {
    const domain = domainOf(column, before);
    if (said > 0) assertEquals(domain, said);
    const text = uniqueTable(column, domain, before);
    const values = new Tables(text).values("c", domain);
    assertEquals(new Set(values).size, domain);
    assertEquals(reports(uniqueTable(column, domain + 1, before)).length, 1);
    // All that the column without `unique` makes is among them.
    const free = genfileOf(column, before);
    const all = new Set(values);
    for (const value of new Tables(free).values("c", 500)) {
      assert(all.has(value), `${value}`);
    }
    if (domain < 30) return;
    const other = new Tables(text, "another").values("c", domain);
    assertNotEquals(other, values);
    assertEquals(new Set(other), all);
  });
}

/** Columns with more values than anyone looks at: none of so many repeats. */
const LARGE = [
  `{ gen = "int" }`,
  `{ gen = "int", min = -4503599627370496, max = 4503599627370495 }`,
  `{ gen = "float" }`,
  `{ gen = "float", min = -5, max = 3 }`,
  `{ gen = "float", min = 1e9, max = 1000000000.5 }`,
  `{ gen = "float", min = 0, max = 3 }`,
  `{ gen = "decimal", min = 0, max = 1e9, scale = 4 }`,
  `{ gen = "timestamp", precision = 6 }`,
  `{ gen = "string" }`,
  `{ gen = "string", length = 40, alphabet = "01" }`,
  `{ gen = "string", alphabet = "aé🙂", length = 30 }`,
  `{ pattern = '[A-Z]{3}-\\d{5}' }`,
  `{ pattern = '[a-z]{60}' }`,
  `{ pattern = 'x|[ab]{40,300}(-\\d{1,9})?' }`,
  `{ gen = "cpf" }`,
  `{ gen = "cpf", formatted = false }`,
  `{ gen = "ssn" }`,
  `{ gen = "email" }`,
  `{ gen = "username", locale = "pt_BR" }`,
];

for (const column of LARGE) {
  Deno.test(`unique ${column} never repeats in the first 200,000 rows`, () => {
    const tables = new Tables(uniqueTable(column, 200000));
    const seen = new Set<Value>(tables.values("c", 200000, { step: 1024 }));
    assertEquals(seen.size, 200000);
  });
}

Deno.test("a float with unique has as many values as its range has doubles for, to a power of two", () => {
  assertEquals(
    domainOf(`{ gen = "float", min = 1e9, max = 1000000000.5 }`),
    2 ** 19,
  );
  const text = uniqueTable(
    `{ gen = "float", min = 1e9, max = 1000000000.5 }`,
    2 ** 19,
  );
  const values = new Tables(text).values("c", 2 ** 19, { step: 1024 });
  assertEquals(new Set(values.map(String)).size, 2 ** 19);
  assert(values.every((x) => x as number >= 1e9 && x as number < 1e9 + 0.5));
});

Deno.test("unique with null has exactly the rounded share of NULLs, and the rest differ", () => {
  for (
    const [column, rows, nulls] of [
      [`{ gen = "int", min = 1, max = 70, null = 0.3 }`, 100, 30],
      [`{ gen = "int", min = 1, max = 67, null = 1 }`, 67, 67],
      [`{ gen = "sequence", null = 0.125 }`, 1000, 125],
      [`{ values = ["a", "b"], null = 0.5 }`, 3, 2],
      [`{ gen = "email", null = 0.01 }`, 340, 3],
    ] as const
  ) {
    const tables = new Tables(uniqueTable(column, rows));
    const values = tables.values("c", rows);
    assertEquals(values.filter((value) => value === null).length, nulls);
    assertEquals(new Set(values).size, rows - nulls + 1);
  }
});

Deno.test("NULLs of a unique column are spread over the table", () => {
  const column = `{ gen = "int", null = 0.5 }`;
  const values = new Tables(uniqueTable(column, 1000)).values("c", 1000);
  for (let from = 0; from < 1000; from += 100) {
    const nulls = values.slice(from, from + 100).filter((value) =>
      value === null
    ).length;
    assert(nulls > 25 && nulls < 75, `${nulls}`);
  }
});

Deno.test("a unique column of a dictionary chooses the entry that all its columns show", () => {
  const before = `
[dict.cities]
file = "cities.csv"
`;
  // The file has weights, which a permutation cannot follow.
  assertEquals(
    reportOf(`{ dict = "cities", unique = true }`, before).message,
    `unique, and dictionary "cities" has weights`,
  );
  const text = `
[dict.d]
values = ["a", "b", "c", "b"]
[table.t]
rows = 3
[table.t.columns]
c = { dict = "d" }
u = { dict = "d", unique = true }
o = { dict = "d", of = "other" }
`;
  const tables = new Tables(text);
  const values = tables.values("u", 3);
  assertEquals(values.toSorted(), ["a", "b", "c"]);
  assertEquals(tables.values("c", 3), values);
});

Deno.test("an e-mail and an account name with unique are still those of the person", () => {
  const tables = new Tables(`
[table.t]
rows = 300
[table.t.columns]
first = "person.first_name"
u = { gen = "username", unique = true }
e = { gen = "email", unique = true }
`);
  const emails = tables.values("e", 300) as string[];
  const names = tables.values("u", 300) as string[];
  const first = tables.values("first", 300) as string[];
  emails.forEach((email, i) => {
    assert(email.startsWith(`${names[i]}@`), `${email} ${names[i]}`);
    assert(names[i].endsWith(`${i + 1}`));
    assertEquals(names[i][0], first[i][0].toLowerCase());
  });
});

Deno.test("what a permutation cannot give is refused with what to do", () => {
  for (
    const [column, message, marked] of [
      [
        `{ gen = "int", dist = "zipf", unique = true }`,
        `unique and dist "zipf" together`,
        `"zipf"`,
      ],
      [
        `{ values = ["a", "b"], weights = [1, 2], unique = true }`,
        "unique and weights together",
        "[1, 2]",
      ],
      [
        `c = { gen = "int", min = "n", max = 9, unique = true }\nn = "sequence"`,
        "min of a unique column follows the row",
        `"n"`,
      ],
      [
        `{ gen = "int", min = 1, max = 999, unique = true }`,
        `"c" needs 1,000 different values, and there are 999`,
        "true",
      ],
      [
        `{ gen = "int", min = 1, max = 499, unique = true, null = 0.5 }`,
        `"c" needs 500 different values, and there are 499`,
        "true",
      ],
      [
        `{ gen = "person.full_name", unique = true }`,
        `the values of generator "person.full_name" cannot be unique`,
        "true",
      ],
      [
        `{ pattern = '((a|b|ab|ba){0,20}){0,20}', unique = true }`,
        `the values of generator "pattern" cannot be unique`,
        "true",
      ],
    ] as const
  ) {
    const report = reportOf(column);
    assertEquals(report.message, message);
    assertEquals(report.marked, marked);
    assert(report.hint !== undefined);
  }
});

Deno.test("uniform is a distribution that unique takes", () => {
  const column = `{ gen = "int", max = 999, dist = "uniform", unique = true }`;
  assertEquals(reports(genfileOf(column)), []);
});

Deno.test("more rows change no value of a unique column", () => {
  const column = `{ gen = "int", min = 1, max = 5000 }`;
  const few = new Tables(uniqueTable(column, 100)).values("c", 100);
  const many = new Tables(uniqueTable(column, 5000)).values("c", 100);
  assertEquals(many, few);
});

Deno.test("in a table made per a dictionary, the row's entry is unique where all are different", () => {
  const text = (values: string) => `
[dict.d]
values = ${values}
[table.t]
per = { dict = "d" }
[table.t.columns]
c = { dict = "d", primary = true }
`;
  const tables = new Tables(text(`["a", "b", "c"]`));
  assertEquals(tables.values("c", 3), ["a", "b", "c"]);
  assertEquals(
    reports(text(`["a", "b", "a"]`))[0].message,
    `the values of generator "dict" cannot be primary`,
  );
});
