import { assert, assertEquals } from "@std/assert";
import { NOW, reportOf, tableOf } from "./_tables.ts";

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function timeOf(ulid: string): number {
  return [...ulid.slice(0, 10)].reduce(
    (time, digit) => time * 32 + DIGITS.indexOf(digit),
    0,
  );
}

Deno.test("ULIDs rise from the start of the run, and none occurs twice", () => {
  const texts = tableOf(`"ulid"`).texts("c", 20000);
  for (const [i, text] of texts.entries()) {
    assert(ULID.test(text), text);
    assertEquals(timeOf(text), NOW + Math.floor(i / 4096));
    assert(i === 0 || text > texts[i - 1], "they rise");
  }
  assertEquals(new Set(texts).size, texts.length);
});

Deno.test("a ULID carries the time of a column", () => {
  const tables = tableOf(`at = { gen = "timestamp", precision = 3, null = 0.1 }
day = "date"
a = { gen = "ulid", time = "at" }
b = { gen = "ulid", time = "day" }`);
  const at = tables.values("at", 2000) as (number | null)[];
  for (const [i, text] of tables.values("a", 2000).entries()) {
    assertEquals(text === null ? null : timeOf(text as string), at[i]);
  }
  const days = tables.numbers("day", 500);
  for (const [i, text] of tables.texts("b", 500).entries()) {
    assert(ULID.test(text));
    assertEquals(timeOf(text), days[i] * 86400000);
  }
});

Deno.test("all that is not time is different in every row, however far", () => {
  const tables = tableOf(`at = { value = 2026-01-01T00:00:00Z }
c = { gen = "ulid", time = "at" }`);
  const rows = Array.from({ length: 5000 }, (_, i) => i * 1e11);
  const texts = tables.at("c", rows) as string[];
  assertEquals(new Set(texts.map((text) => text.slice(13))).size, rows.length);
});

Deno.test("every digit behind the time takes every value", () => {
  const tables = tableOf(`at = { value = 2026-01-01T00:00:00Z }
c = { gen = "ulid", time = "at" }`);
  const texts = tables.texts("c", 3000);
  for (let place = 14; place < 26; place++) {
    const digits = new Set(texts.map((text) => text[place]));
    assert(digits.size === 32, `place ${place} has ${digits.size}`);
  }
});

Deno.test("a time that is none is refused", () => {
  assertEquals(
    reportOf(`n = "int"\nc = { gen = "ulid", time = "n" }`).message,
    `time is taken from "n", which is a whole number`,
  );
});
