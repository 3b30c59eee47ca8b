import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { reportOf, reports, tableOf } from "./_tables.ts";

Deno.test("integers reach both ends, all equally often", () => {
  const counts = new Array(7).fill(0);
  const dice = tableOf(`{ gen = "int", min = -3, max = 3 }`);
  for (const value of dice.numbers("c", 70000)) counts[value + 3]++;
  assertCounts(counts, counts.map(() => 1 / 7));
});

Deno.test("integers go to the ends of what is exact", () => {
  const wide = `{ gen = "int", min = 0, max = 9007199254740991 }`;
  const values = tableOf(wide).numbers("c", 20000);
  assert(values.every((value) => Number.isSafeInteger(value) && value >= 0));
  assert(values.some((value) => value > 2 ** 52));
  assert(values.some((value) => value % 2 === 1));
  const one =
    `{ gen = "int", min = -9007199254740991, max = -9007199254740991 }`;
  assertEquals(tableOf(one).numbers("c", 1), [-9007199254740991]);
});

Deno.test("integers follow the row's bounds, and are NULL where those cross", () => {
  const tables = tableOf(`
low = { gen = "int", min = 0, max = 20 }
high = { gen = "int", min = 0, max = 20, null = 0.2 }
c = { gen = "int", min = "low", max = "high" }
`);
  assertEquals(tables.type("c").nullable, true);
  const low = tables.numbers("low");
  const high = tables.values("high");
  tables.values("c").forEach((value, i) => {
    const end = high[i] as number | null;
    if (end === null || low[i] > end) assertEquals(value, null);
    else {assert(
        (value as number) >= low[i] && (value as number) <= end,
        `${value}`,
      );}
  });
});

Deno.test("an integer with constant bounds knows them, so that its SQL type fits", () => {
  const tables = tableOf(`{ gen = "int", min = 1.5, max = 9.5 }`);
  const { min, max, nullable } = tables.type("c");
  assertEquals({ min, max, nullable }, { min: 2, max: 9, nullable: false });
  assert(tables.numbers("c").every((value) => value >= 2 && value <= 9));
});

Deno.test("a normal distribution stands where it is told", () => {
  const column =
    `{ gen = "int", min = 0, max = 1000, dist = { type = "normal", mean = 300, stddev = 50 } }`;
  const values = tableOf(column).numbers("c", 20000);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  assert(Math.abs(mean - 300) < 2, `${mean}`);
});

Deno.test("bounds that cannot be are refused", () => {
  const crossed = reportOf(`{ gen = "int", min = 5, max = 2 }`);
  assertEquals(crossed.message, "min is above max");
  assertEquals(crossed.hint, "no value is from 5 to 2");
  assertEquals(
    reportOf(`{ gen = "int", min = 1.2, max = 1.8 }`).message,
    "no value fits between min and max",
  );
  assertEquals(
    reportOf(`{ gen = "int", min = -9007199254740991, max = 9007199254740991 }`)
      .message,
    "min and max are too far apart",
  );
  assertEquals(
    reportOf(`{ gen = "int", max = 2020-01-01 }`).message,
    "max is a date",
  );
  assertEquals(
    reports(`
[table.t]
rows = 1
[table.t.columns]
name = "person.first_name"
c = { gen = "int", max = "name" }
`).map(({ message }) => message),
    [`max follows "name", which is text`],
  );
});

Deno.test("a distribution that leaves nothing in the range is refused", () => {
  const column =
    `{ gen = "int", min = 0, max = 10, dist = { type = "normal", mean = 1000, stddev = 1 } }`;
  assertEquals(
    reportOf(column).message,
    `less than a millionth of this "normal" lies between the ends of the range`,
  );
});
