import { assertEquals } from "@std/assert";
import {
  byteSize,
  clockTime,
  duration,
  grouped,
  percent,
} from "../../core/quantities.ts";

Deno.test("whole numbers are grouped in thousands", () => {
  assertEquals(
    [0, 7, 999, 1000, 1234567, -1234567, 2 ** 53].map(grouped),
    [
      "0",
      "7",
      "999",
      "1,000",
      "1,234,567",
      "-1,234,567",
      "9,007,199,254,740,992",
    ],
  );
});

Deno.test("bytes have the unit that keeps them below a thousand", () => {
  assertEquals(
    [0, 999, 1000, 999_949, 999_950, 12_345_678, 5e9, 1e18].map(byteSize),
    [
      "0 B",
      "999 B",
      "1.0 kB",
      "999.9 kB",
      "1.0 MB",
      "12.3 MB",
      "5.0 GB",
      "1000.0 PB",
    ],
  );
});

Deno.test("durations are exact where they are short and a clock's where they are long", () => {
  assertEquals(
    [0, 0.123, 9.99, 9.996, 59.9, 59.96, 125, 3725.4].map(duration),
    [
      "0.00 s",
      "0.12 s",
      "9.99 s",
      "10.0 s",
      "59.9 s",
      "1:00",
      "2:05",
      "1:02:05",
    ],
  );
  assertEquals([0.4, 59.6, 3599.7].map(clockTime), ["0:00", "1:00", "1:00:00"]);
});

Deno.test("100 per cent means all", () => {
  assertEquals(
    [percent(999_999, 1_000_000), percent(5, 5), percent(0, 0), percent(0, 3)],
    ["99%", "100%", "100%", "0%"],
  );
});
