import { assert, assertEquals, assertRejects } from "@std/assert";
import { bunCommand } from "../../../scripts/bun.ts";
import { readCells } from "../../../cli/cells.ts";
import { checkGenfile, createSource, generators } from "../../../engine.ts";
import { assertCounts } from "../../statistics.ts";
import { testLaws } from "../_laws.ts";
import { reportOf, tableOf } from "../_tables.ts";

await generators.loadFor(
  ["en_US", "pt_BR", "de", "ja", "id_ID"].map((locale) => ({
    generator: "faker.person.firstName",
    locales: [{ locale, weight: 1 }],
  })),
);

testLaws({ column: `"faker.person.fullName"` });
testLaws({ column: `{ gen = "faker.number.float", locale = "de" }` });
testLaws({
  column: `{ gen = "faker.location.city", locale = { ja = 1, pt_BR = 2 } }`,
});
testLaws({
  column:
    `{ gen = "faker.helpers.fake", args = ["{{person.firstName}} {{number.int}}"] }`,
});
testLaws({ column: `{ gen = "faker.date.birthdate", type = "date" }` });
testLaws({ column: `{ gen = "faker.commerce.price", null = 0.2 }` });

Deno.test("values are of the kind that the method gives", () => {
  const kinds = {
    "music.genre": ["text", 0],
    "number.int": ["int", 0],
    "number.float": ["float", 0],
    "number.bigInt": ["text", 0],
    "datatype.boolean": ["bool", 0],
    "date.past": ["timestamp", 3],
    "location.latitude": ["float", 0],
    "commerce.price": ["text", 0],
  };
  for (const [name, expected] of Object.entries(kinds)) {
    const { kind, scale } = tableOf(`"faker.${name}"`).type("c");
    assertEquals([name, kind, scale], [name, ...expected]);
  }
});

Deno.test("the column's type in SQL has a say", () => {
  const kindOf = (name: string, type: string) => {
    const column = `{ gen = "faker.${name}", type = "${type}" }`;
    const { kind, scale, sql } = tableOf(column).type("c");
    return [kind, scale, sql];
  };
  assertEquals(kindOf("date.past", "date"), ["date", 0, "date"]);
  assertEquals(kindOf("number.int", "text"), ["text", 0, "text"]);
  assertEquals(kindOf("number.int", "real"), ["float", 0, "real"]);
  assertEquals(kindOf("number.float", "numeric(8, 3)"), [
    "decimal",
    3,
    "numeric(8, 3)",
  ]);
  assertEquals(kindOf("number.int", "bigint"), ["int", 0, "bigint"]);
});

Deno.test("a method whose kind varies by row is text, its times ISO 8601", () => {
  const column =
    `{ gen = "faker.helpers.arrayElement", args = [[1, "a", true, 2.5]] }`;
  const tables = tableOf(column);
  assertEquals(tables.type("c").kind, "text");
  assertEquals(
    new Set(tables.texts("c", 200)),
    new Set(["1", "a", "true", "2.5"]),
  );
  const [text] = tableOf(`{ gen = "faker.date.past", type = "text" }`).texts(
    "c",
    1,
  );
  assert(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text), text);
});

Deno.test("chance is even, and arguments are obeyed", () => {
  const column = `{ gen = "faker.number.int", args = [{ min = 1, max = 6 }] }`;
  const counts = [0, 0, 0, 0, 0, 0];
  for (const number of tableOf(column).numbers("c", 30000)) {
    counts[number - 1]++;
  }
  assertCounts(counts, counts.map(() => 1 / 6));
  const doubles = tableOf(`"faker.number.float"`).numbers("c", 20000);
  const deciles = new Array(10).fill(0);
  for (const one of doubles) deciles[Math.floor(one * 10)]++;
  assertCounts(deciles, deciles.map(() => 0.1));
  assertEquals(new Set(doubles).size, doubles.length);
});

Deno.test("draws of one row are independent of each other", () => {
  const column = `{ gen = "faker.helpers.fromRegExp", args = ["[01]{4}"] }`;
  const counts = new Array(16).fill(0);
  for (const text of tableOf(column).texts("c", 20000)) {
    counts[parseInt(text, 2)]++;
  }
  assertCounts(counts, counts.map(() => 1 / 16));
});

Deno.test("each row of a mix speaks its locale", () => {
  const column =
    `{ gen = "faker.person.lastName", locale = { ja = 1, de = 3 } }`;
  const texts = tableOf(column).texts("c", 4000);
  const japanese = texts.filter((text) => /\p{Script=Han}/u.test(text)).length;
  assertCounts([japanese, 4000 - japanese], [0.25, 0.75]);
});

Deno.test("times are taken from run.now", () => {
  const now = Date.UTC(2026, 0, 1);
  for (const time of tableOf(`"faker.date.recent"`).numbers("c", 500)) {
    assert(time <= now && time >= now - 86400000);
  }
});

Deno.test("texts with control characters, half pairs and astral characters are sound UTF-8", () => {
  const texts = String.raw`["a\u0000b", "x\ty\nz", "🙂é漢", "\u007f"]`;
  const column = `{ gen = "faker.helpers.arrayElement", args = [${texts}] }`;
  const seen = new Set(tableOf(column).texts("c", 300));
  assertEquals(seen, new Set(["a\0b", "x\ty\nz", "🙂é漢", "\x7f"]));
  // Faker itself cuts pairs in half.
  const cut = `{ gen = "faker.helpers.arrayElement", args = ["🙂"] }`;
  const halves = tableOf(cut).texts("c", 100);
  for (const text of halves) assert(/^\ufffd$/.test(text), text);
});

Deno.test("long texts are whole", () => {
  const column = `{ gen = "faker.lorem.paragraphs", args = [20] }`;
  const tables = tableOf(`c = ${column}\nd = { template = "{c}" }`);
  assertEquals(tables.texts("c", 40), tables.texts("d", 40));
  assert(tables.texts("c", 40).every((text) => text.split("\n").length === 20));
});

Deno.test("methods that give no value are refused, whatever is wrong with them", () => {
  assertEquals(
    reportOf(`"faker.science.unit"`).message,
    "faker.science.unit gives tables of values",
  );
  assertEquals(
    reportOf(`"faker.date.between"`).message,
    "faker.date.between needs arguments",
  );
  assertEquals(
    reportOf(`{ gen = "faker.person.prefix", locale = "id_ID" }`).message,
    `faker.person.prefix cannot be made in locale "id_ID"`,
  );
});

Deno.test("what changes after the rows that were tried fails with its row", async () => {
  // A value in ten thousand is a fraction.
  const items = `[[{ value = 1, weight = 9999 }, { value = 1.5, weight = 1 }]]`;
  const { plan } = await checkGenfile(`version = 1
[table.t]
rows = 100_000
[table.t.columns]
c = { gen = "faker.helpers.weightedArrayElement", args = ${items} }`);
  const source = await createSource(plan!);
  const rows = Array.from({ length: 100000 }, (_, row) => row);
  await assertRejects(
    () =>
      Promise.resolve().then(() => readCells(source, plan!.tables[0], rows)),
    Error,
    "it gave 1.5, other than in the rows that were tried",
  );
});

Deno.test("a Genfile is checked with locales that come from the environment", async () => {
  const { plan, diagnostics } = await checkGenfile(`version = 1
[run]
locale = "\${NO_SUCH_VARIABLE:-fr}"
now = 2026-01-01T00:00:00Z
[table.t]
rows = 3
[table.t.columns]
a = "faker.person.firstName"
b = { gen = "faker.person.firstName", locale = "hu" }`);
  assertEquals(diagnostics, []);
  const source = await createSource(plan!);
  assertEquals(readCells(source, plan!.tables[0], [0, 1]).rows.length, 2);
});

Deno.test("columns that read the clock are warned of, others are not", async () => {
  const { diagnostics } = await checkGenfile(`version = 1
[table.t]
rows = 3
[table.t.columns]
a = "faker.date.past"
b = "faker.string.ulid"
c = "faker.person.fullName"`);
  assertEquals(
    diagnostics.map(({ message }) => message.split(" ")[0]),
    [`"a"`, `"b"`],
  );
});

async function valuesOn(command: string[], zone: string): Promise<string[]> {
  const path = new URL("../../fixtures/faker_values.ts", import.meta.url);
  const [program, ...args] = command;
  const { stdout, stderr, success } = await new Deno.Command(program, {
    args: [...args, path.pathname],
    env: { TZ: zone },
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout).split("\n");
}

Deno.test("every method gives the same in every locale on every runtime and in every time zone", async () => {
  const here = await valuesOn([Deno.execPath(), "run", "-A"], "UTC");
  assert(here.length > 15000, `${here.length}`);
  const there = await valuesOn(bunCommand(), "Asia/Tokyo");
  assertEquals(there.filter((line, i) => line !== here[i]), []);
});
