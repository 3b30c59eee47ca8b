import { filterEntries } from "../../generators/template/_entries.ts";
import { compileFilters } from "../../generators/template/_filters.ts";
import { Strings } from "../../core/values/strings.ts";
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { NOW, reportOf, reports, tableOf } from "./_tables.ts";
import { generators } from "../../generators/registry.ts";

function written(template: string, columns = ""): (string | null)[] {
  const text = `c = { template = ${JSON.stringify(template)} }\n${columns}`;
  return tableOf(text).values("c", 300) as (string | null)[];
}

Deno.test("a template writes every kind of value as CSV does", () => {
  assertEquals(
    written(
      "{i} {f} {d} {b} {day} {t} {at} {s}",
      `
i = { value = -42 }
f = { value = 2.5e-7 }
d = { gen = "decimal", min = -0.05, max = -0.05 }
b = { value = true }
day = { value = 2024-02-29 }
t = { value = 07:05:09.250 }
at = { value = 2024-02-29T23:59:59.5Z }
s = { value = "é🙂" }
`,
    )[0],
    "-42 2.5e-7 -0.05 true 2024-02-29 07:05:09.250 2024-02-29T23:59:59.5Z é🙂",
  );
});

Deno.test("braces, the row, the run and the seed", () => {
  const tables = tableOf(
    `c = { template = "{{{row}}} {run.now} {run.epoch} {run.seed}" }`,
    "",
    "abc",
  );
  assertEquals(tables.at("c", [0, 12]), [
    `{0} 2026-01-01T00:00:00Z ${NOW / 1000} abc`,
    `{12} 2026-01-01T00:00:00Z ${NOW / 1000} abc`,
  ]);
});

Deno.test("filters work on entries, slices, numbers and uuids alike", () => {
  const columns = `
e = { value = " JOSÉ da Silva " }
s = { template = "{e}" }
n = { value = 7 }
u = "uuid"
`;
  for (const column of ["e", "s"]) {
    assertEquals(
      written(
        `<{${column}|lower}><{${column}|upper}><{${column}|title}>` +
          `<{${column}|slug}><{${column}|trim}><{${column}|trim|first|pad:3}>`,
        columns,
      )[0],
      "< josé da silva >< JOSÉ DA SILVA >< José Da Silva >" +
        "<jose-da-silva><JOSÉ da Silva><00J>",
    );
  }
  assertEquals(
    written("{n|pad:3}{n|lower|pad:2}{n|first}", columns)[0],
    "007077",
  );
  const upper = tableOf(`c = { template = "{u|upper}" }\n${columns}`);
  const plain = upper.texts("u", 5);
  assertEquals(
    upper.texts("c", 5),
    plain.map((text) => text.toUpperCase()),
  );
});

Deno.test("pad fills integers up behind their sign, and leaves longer ones", () => {
  const columns = (value: number) => `n = { value = ${value} }`;
  assertEquals(written("{n|pad:5}", columns(42))[0], "00042");
  assertEquals(written("{n|pad:5}", columns(-42))[0], "-0042");
  assertEquals(written("{n|pad:2}", columns(123456))[0], "123456");
  assertEquals(written("{n|pad:1}", columns(-5))[0], "-5");
  assertEquals(
    written("{n|pad:20}", columns(9007199254740991))[0],
    "00009007199254740991",
  );
  assertEquals(
    written("{n|pad:40}", columns(-1))[0],
    "-" + "1".padStart(39, "0"),
  );
});

Deno.test("filters of texts that grow have room", () => {
  const columns = `e = { value = "ßßßßßßßßßß" }\ns = { template = "{e}ΐ" }`;
  assertEquals(written("{e|upper}", columns)[0], "SS".repeat(10));
  assertEquals(
    written("{s|upper|lower|pad:40}!", columns)[0],
    ("ss".repeat(10) + "ΐ".toUpperCase().toLowerCase()).padStart(40, "0") + "!",
  );
});

Deno.test("a NULL part makes the whole NULL, and only there", () => {
  for (
    const column of [
      `{ gen = "int", null = 0.5 }`,
      `{ gen = "person.first_name", null = 0.5 }`,
      `{ gen = "person.full_name", null = 0.5 }`,
      `{ gen = "uuid", null = 0.5 }`,
    ]
  ) {
    for (const part of ["{p}", "{p|upper}", "{p|pad:9}"]) {
      const tables = tableOf(
        `p = ${column}\nc = { template = "a ${part} {row}" }`,
      );
      assertEquals(tables.type("c").nullable, true);
      const parts = tables.values("p");
      tables.values("c").forEach((text, i) =>
        assertEquals(text === null, parts[i] === null)
      );
    }
  }
});

Deno.test("long and short entries, literals and slices stand beside each other", () => {
  const long = "x".repeat(50);
  assertEquals(
    written(
      `${long}{short}${long}{long}-{slice}é{short}{short}`,
      `
short = { value = "é" }
long = { value = "${"y".repeat(40)}" }
slice = { template = "{long}{long}" }
`,
    )[0],
    `${long}é${long}${"y".repeat(40)}-${"y".repeat(80)}ééé`,
  );
});

Deno.test("a template of nothing but text is that text, and of nothing is empty", () => {
  assertEquals(written("just text")[7], "just text");
  assertEquals(written("")[7], "");
});

Deno.test("the e-mail of the whole example", () => {
  const tables = tableOf(`
id = "sequence"
first = "person.first_name"
last = "person.last_name"
c = { template = "{first|slug}.{last|slug}.{id}@example.com" }
`);
  const first = tables.texts("first");
  const last = tables.texts("last");
  tables.texts("c").forEach((text, i) => {
    const simple = (name: string) => name.toLowerCase().replace(/'/g, "");
    assertEquals(
      text,
      `${simple(first[i])}.${simple(last[i])}.${i + 1}@example.com`,
    );
  });
});

Deno.test("a template says whether its texts are plain", () => {
  const plain = (template: string) =>
    tableOf(`
n = "int"
name = { values = ["Ana", "Bia"] }
quoted = { values = ["O'Neil"] }
blank = { values = [""] }
c = { template = "${template}" }
`).table("t").column("c").prepared.plain;
  assertEquals(plain("{name} {n} x"), true);
  assertEquals(plain(" {name}"), false, "begins with a space");
  assertEquals(plain("{name}, {n}"), false, "has a comma");
  assertEquals(plain("{quoted}"), false, "has an apostrophe");
  assertEquals(plain("{quoted|slug}"), true);
  assertEquals(plain("{blank}"), false, "is empty");
  assertEquals(plain(""), false, "is empty");
});

Deno.test("only what reads the clock says so", () => {
  const reads = (template: string) =>
    generators.get("template")!.readsClock!({ template } as never);
  assertEquals(reads("{run.now}"), true);
  assertEquals(reads("{run.epoch}"), true);
  assertEquals(reads("{row} {run.seed} run.now"), false);
});

Deno.test("what is wrong in a template is reported at its place", () => {
  const cases: [string, string, string, string][] = [
    ["a {row", "{ is not closed", "write {{ for the character", "{row"],
    ["a } b", "} closes nothing", "write }} for the character", "}"],
    [
      "a {} b",
      "no column stands between the braces",
      "write {{ and }} for the characters",
      "{}",
    ],
    ["{row|uper}", `unknown filter "uper"`, `did you mean "upper"?`, "uper"],
    [
      "{row| x }",
      `unknown filter "x"`,
      "expected one of lower, upper, title, slug, trim, first, pad",
      "x",
    ],
    [
      "{row|pad}",
      `filter "pad" needs a width from 1 to 1000`,
      "write pad:6",
      "pad",
    ],
    [
      "{row|pad:0}",
      `filter "pad" needs a width from 1 to 1000`,
      "write pad:6",
      "pad:0",
    ],
    [
      "{row|lower:3}",
      `filter "lower" takes no number`,
      "write lower",
      "lower:3",
    ],
    ["{rwo}", `unknown column "rwo"`, `did you mean "row"?`, "rwo"],
    [
      "é { street } ",
      `unknown column "street"`,
      `table "t" has none of that name`,
      "street",
    ],
  ];
  for (const [template, message, hint, stretch] of cases) {
    const report = reportOf(`{ template = ${JSON.stringify(template)} }`);
    assertEquals([report.message, report.hint], [message, hint]);
    assertEquals(report.marked, stretch);
  }
});

Deno.test("all that is wrong in a template is reported at once", () => {
  const found = reports(`
[table.t]
rows = 1
[table.t.columns]
c = { template = "{x} {y|nope} }" }
`);
  assertEquals(found.length, 4);
  assertEquals(found.map(({ marked }) => marked), ["x", "y", "nope", "}"]);
});

Deno.test("filters do the same to any text, wherever it comes from", () => {
  const filters = ["lower", "upper", "title", "slug", "trim", "first", "pad:7"];
  const character = fc.oneof(
    fc.constantFrom(..." aZm9-'_.\téßΣ漢🙂"),
    fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(
      fc.array(character, { maxLength: 9 }).map((letters) => letters.join("")),
      fc.array(fc.constantFrom(...filters), { minLength: 1, maxLength: 3 }),
      (text, filters) => {
        const tables = tableOf(`
entry = { value = ${JSON.stringify(text).replace(/\u007f/g, "\\u007F")} }
slice = { template = "{entry}" }
a = { template = "<{entry|${filters.join("|")}}>" }
b = { template = "<{slice|${filters.join("|")}}>" }
`);
        assertEquals(tables.texts("b", 2), tables.texts("a", 2));
      },
    ),
    { numRuns: 500, seed: 1 },
  );
});

Deno.test("a unique text of known width is told from what stands before it", () => {
  const before = `first = "person.first_name"
s = { gen = "string", length = 9, unique = true }
p = { pattern = '[A-F]{3}(-\\d\\d){2}', unique = true }
v = { pattern = '\\d{3,9}', unique = true }
`;
  for (const column of ["s", "p"]) {
    const text =
      `${before}c = { template = "{first}{${column}}", unique = true }`;
    const texts = tableOf(text).texts("c");
    assertEquals(new Set(texts).size, texts.length);
  }
  const { message } = reportOf(
    `${before}c = { template = "{first}{v}", unique = true }`,
  );
  assertEquals(message, "this template may give a value twice");
});

Deno.test("a whole list is changed as its entries are one by one", () => {
  const texts = ["Anna", "O'Neil", "", "Mary Ann", "-", "Zed9", "--x", "'"];
  for (const list of [texts, [...texts, "É"], ["B", "c"], []]) {
    for (const name of ["slug", "lower", "upper"] as const) {
      const filters = [{ name, width: 0 }];
      const made = filterEntries(Strings.from(list), filters);
      assertEquals(made.toArray(), list.map(compileFilters(filters)));
    }
  }
});
