import { assert, assertEquals, assertThrows } from "@std/assert";
import { ThrustError } from "../../core/errors.ts";
import { Rows } from "../../core/values/rows.ts";
import { assertCounts } from "../statistics.ts";
import { NOW, reportOf, tableOf } from "./_tables.ts";

const FORM =
  /^[\da-f]{8}-[\da-f]{4}-([47])[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

Deno.test("uuids have the form of their version", () => {
  for (const version of ["4", "7"]) {
    const texts = tableOf(`{ gen = "uuid", version = ${version} }`).texts("c");
    for (const text of texts) assertEquals(FORM.exec(text)?.[1], version, text);
  }
});

/** Whether a million rows, and some far away, have different lower halves: those alone make uuids unique. */
function assertUnique(column: string): void {
  const tables = tableOf(column);
  const rows = new Rows(4096);
  const seen = new Set<bigint>();
  const starts = Array.from({ length: 245 }, (_, i) => i * 4096);
  starts.push(2 ** 32 - 2048, 2 ** 33, 2 ** 52);
  for (const start of starts) {
    const { words } = tables.vector("c", rows.range(start, 4096));
    for (let i = 0; i < 4096; i++) {
      seen.add(BigInt(words[4 * i + 2]) << 32n | BigInt(words[4 * i + 3]));
    }
  }
  assertEquals(seen.size, starts.length * 4096);
}

Deno.test("a million uuids of version 4 differ", () => {
  assertUnique(`"uuid"`);
});

Deno.test("a million uuids of version 7 differ", () => {
  assertUnique(`{ gen = "uuid", version = 7 }`);
});

Deno.test("every free bit of a uuid is as often set as not", () => {
  const tables = tableOf(`"uuid"`);
  const rows = 20000;
  const { words } = tables.vector("c", new Rows(rows).range(0, rows));
  for (let bit = 0; bit < 128; bit++) {
    if (bit >= 48 && bit < 52 || bit === 64 || bit === 65) continue;
    let ones = 0;
    for (let i = 0; i < rows; i++) {
      ones += words[4 * i + (bit >> 5)] >>> 31 - (bit & 31) & 1;
    }
    assertCounts([ones, rows - ones], [0.5, 0.5]);
  }
});

function milliseconds(uuid: string): number {
  return parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
}

Deno.test("uuids of version 7 rise from the start of the run, 4096 a millisecond", () => {
  const tables = tableOf(`{ gen = "uuid", version = 7 }`);
  const texts = tables.texts("c", 10000);
  assertEquals(texts, texts.toSorted());
  assertEquals(milliseconds(texts[0]), NOW);
  assertEquals(milliseconds(texts[4095]), NOW);
  assertEquals(milliseconds(texts[4096]), NOW + 1);
});

Deno.test("uuids of version 7 carry their column's time", () => {
  for (
    const [column, unit] of [
      [`{ gen = "timestamp", null = 0.1 }`, 1000],
      [`{ gen = "timestamp", precision = 3 }`, 1],
      [`{ gen = "timestamp", precision = 6 }`, 0.001],
      [`{ gen = "date", from = 1970-01-01 }`, 86400000],
    ] as const
  ) {
    const tables = tableOf(
      `at = ${column}\nc = { gen = "uuid", version = 7, time = "at" }`,
    );
    const at = tables.values("at");
    tables.values("c").forEach((uuid, i) => {
      if (at[i] === null) assertEquals(uuid, null);
      else {
        const time = Math.floor((at[i] as number) * unit);
        assertEquals(milliseconds(uuid as string), time);
      }
    });
  }
});

Deno.test("a uuid of version 7 from before 1970 is refused with its row", () => {
  const tables = tableOf(`
at = { value = 1969-12-31 }
c = { gen = "uuid", version = 7, time = "at" }
`);
  const error = assertThrows(() => tables.at("c", [7]), ThrustError);
  assertEquals(error.fields, { table: "t", field: "c", row: 7 });
  assert(error.message.includes("before 1970"));
});

Deno.test("versions that are not there, and a time where none goes, are refused", () => {
  assertEquals(
    reportOf(`{ gen = "uuid", version = 5 }`).hint,
    "expected 4 or 7",
  );
  const text = `at = "timestamp"\nc = { gen = "uuid", time = "at" }`;
  assertEquals(reportOf(text).hint, "add version = 7");
  const wrong = `at = "int"\nc = { gen = "uuid", version = 7, time = "at" }`;
  assertEquals(
    reportOf(wrong).message,
    `time is taken from "at", which is a whole number`,
  );
});
