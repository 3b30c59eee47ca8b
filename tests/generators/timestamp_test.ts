import { assert, assertEquals } from "@std/assert";
import { parseTimestamp } from "../../core/values/calendar.ts";
import { generators } from "../../source/registry.ts";
import { NOW, reportOf, reports, tableOf } from "./_tables.ts";

generators.zones!.find("UTC");
await generators.load();

function oneColumn(column: string): string {
  return `version = 1\n[table.t]\nrows = 9\ncolumns.c = ${column}\n`;
}

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

Deno.test("ends that say no offset are local times of the zone", () => {
  const ends = [
    "from = 2025-03-01, to = 2025-03-01T00:00:02",
    'from = "2025-03-01 00:00", to = "2025-03-01T00:00:02"',
    "from = 2025-02-28T17:00:00Z, to = 2025-02-28T14:00:02-03:00",
  ];
  const first = parseTimestamp("2025-03-01T00:00:00+07:00")!.value;
  for (const said of ends) {
    const column = `{ gen = "timestamp", zone = "+07:00", ${said} }`;
    const found = new Set(tableOf(column).numbers("c"));
    assertEquals([...found].sort(), [first, first + 1], said);
  }
});

Deno.test("a column of dates is a column of local midnights", () => {
  const tables = tableOf(`
day = { gen = "date", from = 2020-01-01, to = 2024-12-31 }
c = { gen = "timestamp", zone = "-09:30", from = "day", to = "day + days(1)" }
`);
  const days = tables.numbers("day");
  tables.numbers("c").forEach((at, i) => {
    assertEquals(Math.floor((at - 9.5 * 3600) / 86400), days[i]);
  });
});

Deno.test("a zone changes how values are said, not which there are", () => {
  const ends = "from = 2020-01-01T00:00:00Z, to = 2025-01-01T00:00:00Z";
  const plain = tableOf(`{ gen = "timestamp", ${ends} }`).numbers("c");
  const zoned = tableOf(`{ gen = "timestamp", zone = "+07:00", ${ends} }`);
  assertEquals(zoned.numbers("c"), plain);
  assertEquals(zoned.type("c").zone?.name, "+07:00");
});

Deno.test("the mean and the bins of a distribution are local times of the zone", () => {
  const bins = `[[2025-03-01, 2025-03-02, 1]]`;
  const column =
    `{ gen = "timestamp", zone = "+10:00", from = 2025-01-01, to = 2026-01-01, dist = { type = "histogram", bins = ${bins} } }`;
  const first = parseTimestamp("2025-03-01T00:00:00+10:00")!.value;
  const found = tableOf(column).numbers("c");
  assert(found.every((at) => at >= first && at < first + 86400));
});

Deno.test("a mean that follows a date stands at its midnight, local time", () => {
  for (const [zone, hours] of [["+10:00", 10], ["-03:00", -3]] as const) {
    const tables = tableOf(`
day = { gen = "date", from = 2025-01-01, to = 2025-12-31 }
c = { gen = "timestamp", zone = "${zone}", from = 2024-01-01, to = 2027-01-01, dist = { type = "normal", mean = "day", stddev = "1 second" } }
d = { gen = "timestamp", zone = "${zone}", from = 2024-01-01, to = 2027-01-01, dist = { type = "normal", mean = "day + days(1)", stddev = "1 second" } }
e = { gen = "timestamp", from = 2024-01-01, to = 2027-01-01, dist = { type = "normal", mean = "day", stddev = "1 second" } }
`);
    const days = tables.numbers("day");
    const off = (name: string, shift: number) =>
      Math.max(
        ...tables.numbers(name).map((one, i) =>
          Math.abs(one - days[i] * 86400 - shift)
        ),
      );
    assert(off("c", -3600 * hours) < 10);
    assert(off("d", 86400 - 3600 * hours) < 10);
    assert(off("e", 0) < 10);
  }
});

Deno.test("alternatives in several zones are in UTC", () => {
  const both = (zone: string) =>
    tableOf(`
id = "sequence"
c = [{ when = "id > 3", gen = "timestamp", zone = "+01:00" }, { gen = "timestamp", zone = "${zone}" }]
`).type("c").zone?.name;
  assertEquals(both("+02:00"), undefined);
  assertEquals(both("+01:00"), "+01:00");
});

Deno.test("local times without an offset are unique only where the clock is never put back", () => {
  const column = (zone: string, more = "") =>
    `{ gen = "timestamp", zone = "${zone}", from = 2025-01-01, to = 2026-01-01, unique = true ${more} }`;
  const bare = `, type = "timestamp"`;
  assertEquals(reports(oneColumn(column("Europe/Berlin"))), []);
  assertEquals(reports(oneColumn(column("Asia/Jakarta", bare))), []);
  assertEquals(
    reports(oneColumn(column("Europe/Berlin", bare)))[0].message,
    `the values of generator "timestamp" cannot be unique`,
  );
});

Deno.test("a pinned value without an offset is local time of the zone", () => {
  const tables = tableOf(`
c = { gen = "timestamp", zone = "-03:00" }
[[table.t.row]]
c = "2025-03-01 09:00"
[[table.t.row]]
c = 2025-03-01T09:00:00Z
`);
  assertEquals(tables.numbers("c").slice(0, 2), [
    parseTimestamp("2025-03-01T12:00:00Z")!.value,
    parseTimestamp("2025-03-01T09:00:00Z")!.value,
  ]);
});
