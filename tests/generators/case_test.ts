import { assert, assertEquals } from "@std/assert";
import { reportOf, tableOf } from "./_tables.ts";

const AGE = `age = { gen = "int", min = 0, max = 90, null = 0.1 }`;

Deno.test("case takes the first alternative that holds", () => {
  const tables = tableOf(`
c = [
  { when = "age < 18", value = "child" },
  { when = "age < 65", values = ["adult", "grown"] },
  { value = "old" },
]
${AGE}`);
  const ages = tables.values("age");
  tables.texts("c").forEach((one, row) => {
    const age = ages[row] as number | null;
    if (age !== null && age < 18) assertEquals(one, "child");
    else if (age !== null && age < 65) assert(["adult", "grown"].includes(one));
    else assertEquals(one, "old");
  });
  assert(!tables.type("c").nullable);
});

Deno.test("case without a last word is NULL where nothing holds", () => {
  const tables = tableOf(
    `c = { case = [{ when = "age >= 18", gen = "cpf" }] }\n${AGE}`,
  );
  const ages = tables.values("age");
  tables.values("c").forEach((one, row) => {
    const age = ages[row] as number | null;
    assertEquals(one !== null, age !== null && age >= 18);
  });
});

Deno.test("an alternative of NULL goes with any kind", () => {
  const tables = tableOf(
    `c = [{ when = "age < 18", expr = "null" }, { gen = "int", min = 5, max = 6 }]\n${AGE}`,
  );
  assertEquals(tables.type("c").kind, "int");
  const ages = tables.values("age");
  tables.values("c").forEach((one, row) => {
    const age = ages[row] as number | null;
    assertEquals(one === null, age !== null && age < 18);
  });
});

Deno.test("an alternative's value is what the column would have alone", () => {
  const die = `{ gen = "int", min = 1, max = 1000 }`;
  const alone = tableOf(`c = ${die}`).values("c");
  const either = tableOf(
    `c = [{ when = "row % 2 == 0", value = 0 }, ${die}]`,
  ).values("c");
  either.forEach((one, row) => {
    assertEquals(one, row % 2 === 0 ? 0 : alone[row]);
  });
});

Deno.test("numbers come in the finest units of all alternatives", () => {
  const tables = tableOf(
    `c = [{ when = "row == 0", value = 3 }, { when = "row == 1", gen = "decimal", min = 1, max = 1, scale = 2 }, { gen = "decimal", min = 2, max = 2, scale = 1 }]`,
  );
  const { kind, scale } = tables.type("c");
  assertEquals([kind, scale], ["decimal", 2]);
  assertEquals(tables.values("c", 3), [300, 100, 200]);
  const times = tableOf(
    `c = [{ when = "row == 0", value = 1970-01-02 }, { value = 1970-01-01T00:00:01Z }]`,
  );
  assertEquals(times.values("c", 2), [86400, 1]);
});

Deno.test("uuids and texts of all storages are alternatives", () => {
  assertEquals(
    new Set(
      tableOf(`c = [{ when = "row % 2 == 0", gen = "uuid" }, "uuid"]`)
        .texts("c").map((one) => one.length),
    ),
    new Set([36]),
  );
  const mixed = tableOf(
    `c = [{ when = "row % 2 == 0", gen = "string", length = 4 }, { values = ["ab"], null = 0.5 }]`,
  ).values("c");
  mixed.forEach((one, row) => {
    if (row % 2 === 0) assertEquals((one as string).length, 4);
    else assert(one === "ab" || one === null);
  });
  assert(mixed.includes(null) && mixed.includes("ab"));
});

Deno.test("references and people are alternatives", () => {
  const tables = tableOf(
    `
c = [{ when = "row % 2 == 0", ref = "u.id" }, { ref = "u.id", dist = "zipf" }]
name = [{ when = "row % 2 == 0", gen = "person.first_name" }, "person.last_name"]
first = "person.first_name"
`,
    `[table.u]\nrows = 50\n[table.u.columns]\nid = "sequence"`,
  );
  const first = tables.texts("first");
  tables.texts("name").forEach((one, row) => {
    if (row % 2 === 0) assertEquals(one, first[row]);
  });
  const ids = tables.numbers("c");
  assert(ids.every((one) => one >= 1 && one <= 50));
  const ones = (rest: number) =>
    ids.filter((one, row) => row % 2 === rest && one === 1).length;
  assert(ones(1) > 4 * ones(0), "only one of them is skewed");
});

Deno.test("alternatives of different kinds are refused", () => {
  assertEquals(
    reportOf(`c = [{ when = "row == 0", value = 1 }, { value = "a" }]`).message,
    "the alternatives are a whole number and text",
  );
});

Deno.test("alternatives may stand in alternatives", () => {
  const tables = tableOf(
    `c = [{ when = "row < 2", case = [{ when = "row == 0", value = 10 }, { value = 11 }] }, { value = 12 }]`,
  );
  assertEquals(tables.values("c", 3), [10, 11, 12]);
});
