import { assert, assertEquals } from "@std/assert";
import { reportOf, tableOf } from "./_tables.ts";

Deno.test("times of day reach both ends", () => {
  const column = `{ gen = "time", from = 09:00:00, to = 09:00:03 }`;
  const seconds = new Set(tableOf(column).numbers("c"));
  assertEquals([...seconds].sort(), [32400, 32401, 32402, 32403]);
});

Deno.test("times of day stay within a day", () => {
  const seconds = tableOf(`"time"`).numbers("c", 20000);
  assert(seconds.every((second) => second >= 0 && second < 86400));
});

Deno.test("a time's precision is the digits of its second", () => {
  const tables = tableOf(`{ gen = "time", precision = 3 }`);
  assertEquals(tables.type("c").scale, 3);
  const times = tables.numbers("c");
  assert(times.some((time) => time % 1000 !== 0));
  assert(times.every((time) => time <= 86399000));
});

Deno.test("a time after the last is refused", () => {
  assertEquals(
    reportOf(`{ gen = "time", from = 10:00:00, to = 09:00:00 }`).message,
    "from is above to",
  );
  assertEquals(
    reportOf(`{ gen = "time", from = 2020-01-01 }`).hint,
    "expected a time of day",
  );
});
