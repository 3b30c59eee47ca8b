import { assert, assertEquals } from "@std/assert";
import { parseTimestamp } from "../../core/values/calendar.ts";
import { NOW, reportOf, tableOf } from "./_tables.ts";

Deno.test("timestamps are whole seconds before their end", () => {
  const first = parseTimestamp("2024-01-01T00:00:00Z")!.value;
  const column =
    `{ gen = "timestamp", from = 2024-01-01, to = 2024-01-01T00:00:03Z }`;
  const found = new Set(tableOf(column).numbers("c"));
  assertEquals([...found].sort(), [first, first + 1, first + 2]);
});

Deno.test("an end within a second leaves that second's beginning in", () => {
  const column =
    `{ gen = "timestamp", from = 2024-01-01T00:00:00.5Z, to = 2024-01-01T00:00:02.5Z }`;
  const first = parseTimestamp("2024-01-01T00:00:00Z")!.value;
  const found = new Set(tableOf(column).numbers("c"));
  assertEquals([...found].sort(), [first + 1, first + 2]);
});

Deno.test("a timestamp's precision is the digits of its second", () => {
  for (const precision of [0, 3, 6]) {
    const tables = tableOf(`{ gen = "timestamp", precision = ${precision} }`);
    assertEquals(tables.type("c").scale, precision);
    const seconds = tables.numbers("c").map((at) => at / 10 ** precision);
    assert(seconds.every((at) => at >= 946684800 && at < 1767225600));
    assertEquals(seconds.every(Number.isInteger), precision === 0);
  }
});

Deno.test("timestamps between a column and now are NULL where it is later", () => {
  const tables = tableOf(`
joined = { gen = "timestamp", from = 2025-06-01, to = 2026-06-01 }
c = { gen = "timestamp", from = "joined", to = "now" }
`);
  const joined = tables.numbers("joined");
  let nulls = 0;
  tables.values("c").forEach((at, i) => {
    if (joined[i] > NOW / 1000) {
      nulls++;
      assertEquals(at, null);
    } else {
      assert((at as number) >= joined[i] && (at as number) < NOW / 1000);
    }
  });
  assert(nulls > 100);
});

Deno.test("a timestamp between equal ends is their value", () => {
  const tables = tableOf(`
a = "timestamp"
c = { gen = "timestamp", from = "a", to = "a" }
`);
  assertEquals(tables.values("c", 50), tables.values("a", 50));
});

Deno.test("microseconds that would not be exact are refused", () => {
  const column = `{ gen = "timestamp", to = 2300-01-01, precision = 6 }`;
  assertEquals(reportOf(column).message, "to is too large to be exact");
});

Deno.test("an end before the beginning is refused", () => {
  assertEquals(
    reportOf(`{ gen = "timestamp", from = 2026-06-01, to = "now" }`).hint,
    "no value is from 2026-06-01 to now",
  );
});

Deno.test("ends may have an offset from UTC, in TOML and in a text", () => {
  const seconds = Date.UTC(2025, 11, 31, 17) / 1000;
  for (
    const from of [
      "2026-01-01T00:00:00+07:00",
      `"2026-01-01T00:00:00+07:00"`,
      "2025-12-31T13:30:00-03:30",
      "2025-12-31T17:00:00",
    ]
  ) {
    const column =
      `{ gen = "timestamp", from = ${from}, to = 2026-01-01T00:00:03+07:00 }`;
    assertEquals(
      [...new Set(tableOf(column).numbers("c"))].sort(),
      [seconds, seconds + 1, seconds + 2],
    );
  }
});
