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
