import { assertEquals, assertNotEquals } from "@std/assert";
import { assertCounts } from "../../statistics.ts";
import { reportOf, tableOf } from "../_tables.ts";

Deno.test("half of all people are male", () => {
  const counts = { male: 0, female: 0 } as Record<string, number>;
  for (const text of tableOf(`"person.gender"`).texts("c", 20000)) {
    counts[text]++;
  }
  assertCounts(Object.values(counts), [0.5, 0.5]);
});

Deno.test("the gender is what its column says, however that is written", () => {
  const words = [
    ...["m", "M", "Male", "MAN", "masculino", "Homem", "laki-laki", "L"],
    ...["f", "F", "Female", "Woman", "feminino", "MULHER", "perempuan", "P"],
  ];
  for (const stored of ["entries", "slices"]) {
    words.forEach((word, i) => {
      const said = stored === "entries"
        ? `{ value = "${word}" }`
        : `{ template = "${word}" }`;
      const tables = tableOf(
        `said = ${said}\nc = { gen = "person.gender", gender = "said" }`,
      );
      assertEquals(
        new Set(tables.texts("c", 20)),
        new Set([i < 8 ? "male" : "female"]),
        word,
      );
    });
  }
});

Deno.test("where the column says neither, the gender is the drawn one", () => {
  const drawn = tableOf(`"person.gender"`).texts("c");
  for (const said of [`{ value = "other" }`, `{ value = "M", null = 1 }`]) {
    const tables = tableOf(
      `said = ${said}\nc = { gen = "person.gender", gender = "said" }`,
    );
    assertEquals(tables.texts("c"), drawn);
  }
});

Deno.test("another handle is another person", () => {
  const other = tableOf(`{ gen = "person.gender", of = "buyer" }`).texts("c");
  assertNotEquals(other, tableOf(`"person.gender"`).texts("c"));
});

Deno.test("a gender from a column of numbers is refused", () => {
  const report = reportOf(`
n = "int"
c = { gen = "person.gender", gender = "n" }
`);
  assertEquals(report.message, `gender is taken from "n", which is not text`);
});

Deno.test("genders are written as the column says", () => {
  const plain = tableOf(`"person.gender"`).texts("c");
  for (
    const [as, male, female] of [
      [`["L", "P"]`, "L", "P"],
      [`"M/F"`, "M", "F"],
      [`"homme/femme"`, "homme", "femme"],
    ]
  ) {
    assertEquals(
      tableOf(`{ gen = "person.gender", as = ${as} }`).texts("c"),
      plain.map((one) => one === "male" ? male : female),
    );
  }
});

Deno.test("a gender that thrust has written is read as it was meant", () => {
  // In Spanish, M is a woman.
  const tables = tableOf(`sex = { gen = "person.gender", as = ["H", "M"] }
plain = { gen = "person.gender", gender = "sex" }
`);
  const plain = tables.texts("plain");
  tables.texts("sex").forEach((sex, i) =>
    assertEquals(plain[i], sex === "H" ? "male" : "female")
  );
});

Deno.test("genders are two different texts", () => {
  for (const as of [`["M"]`, `"M"`, `["M", 3]`, `"M/F/X"`, `["M", "M"]`]) {
    assertEquals(
      reportOf(`{ gen = "person.gender", as = ${as} }`).message.length > 0,
      true,
    );
  }
});
