// Lengths of time as text: what is read, what is written, and that one undoes the other.
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  formatInterval,
  INTERVAL_BYTES,
  parseInterval,
} from "../../../core/values/interval.ts";

Deno.test("lengths of time are read from words and from ISO 8601", () => {
  const seconds: [string, number, number][] = [
    ["30 days", 30 * 86400, 0],
    ["1 day", 86400, 0],
    ["2 weeks", 14 * 86400, 0],
    ["1.5 hours", 54000, 1],
    ["-90 seconds", -90, 0],
    ["1 day 12 hours", 129600, 0],
    ["1 day -1 hour", 82800, 0],
    ["0.000001 seconds", 1, 6],
    ["  5 minutes ", 300, 0],
    ["5minutes", 300, 0],
    ["P1D", 86400, 0],
    ["PT1H30M", 5400, 0],
    ["P1DT-2H", 79200, 0],
    ["-P1DT2H", -93600, 0],
    ["P1W", 604800, 0],
    ["PT0.5S", 5, 1],
    ["PT0S", 0, 0],
  ];
  for (const [text, value, scale] of seconds) {
    assertEquals(parseInterval(text), { value, scale }, text);
  }
});

Deno.test("what is no length of time is not read", () => {
  for (
    const text of [
      ...["", "days", "30", "1 month", "2 years", "P", "PT", "P1DT", "P1Y"],
      ...[
        "P1M",
        "1 day,",
        "1e3 seconds",
        "1 dayhour",
        "day 1",
        "1.2345678 days",
      ],
      ...["9007199254740993 seconds", "PT1S1H", "1 Day", "--1 day", "now"],
    ]
  ) assertEquals(parseInterval(text), undefined, text);
});

Deno.test("lengths of time are written without parts of 0, each part with its sign", () => {
  const texts: [number, number, string][] = [
    [0, 0, "PT0S"],
    [0, 3, "PT0S"],
    [86400, 0, "P1D"],
    [93784, 0, "P1DT2H3M4S"],
    [-93784, 0, "P-1DT-2H-3M-4S"],
    [60500, 3, "PT1M0.500S"],
    [-1, 6, "PT-0.000001S"],
    [3600, 0, "PT1H"],
    [36000, 1, "PT1H"],
  ];
  for (const [value, scale, text] of texts) {
    assertEquals(formatInterval(value, scale), text);
  }
});

Deno.test("what is written is read back, and takes no more than it may", () => {
  fc.assert(fc.property(fc.maxSafeInteger(), fc.nat(6), (value, scale) => {
    const text = formatInterval(value, scale);
    const read = parseInterval(text)!;
    assertEquals(
      read.value * 10 ** (scale - read.scale),
      value === 0 ? 0 : value,
    );
    assertEquals(text.length <= INTERVAL_BYTES, true);
  }));
});
