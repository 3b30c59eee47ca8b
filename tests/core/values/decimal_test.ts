import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  formatDecimal,
  parseDecimal,
  rescale,
  toScaled,
  writeDecimal,
  writeInteger,
} from "../../../core/values/decimal.ts";
import { writeFloat } from "../../../core/values/float_text.ts";

const safe = fc.maxSafeInteger();
const decoder = new TextDecoder();

function written(write: (out: Uint8Array, at: number) => number): string {
  const out = new Uint8Array(40).fill(33);
  const end = write(out, 3);
  assertEquals(decoder.decode(out.subarray(0, 3)), "!!!");
  assertEquals(out[end], 33, "a byte behind the end was touched");
  return decoder.decode(out.subarray(3, end));
}

Deno.test("decimals are read exactly and rounded half away from zero", () => {
  for (
    const [text, scale, value] of [
      ["0", 0, 0],
      ["12.345", 2, 1235],
      ["-12.345", 2, -1235],
      ["12.3449999999999999999999", 2, 1234],
      ["1.005", 2, 101],
      ["0.5", 0, 1],
      ["-0.5", 0, -1],
      ["-0.4", 0, 0],
      ["1e3", 2, 100000],
      ["1.5E-3", 3, 2],
      ["1_000.25", 1, 10003],
      ["+7", 1, 70],
      [".5", 1, 5],
      ["5.", 1, 50],
      ["0.04", 1, 0],
      ["0.05", 1, 1],
      ["9007199254740991", 0, 9007199254740991],
      ["000000000000000000000000000001", 0, 1],
      ["1e-400", 2, 0],
    ] as const
  ) assertEquals(parseDecimal(text, scale), value, text);
});

Deno.test("texts that are no decimals, or too large, are refused", () => {
  for (
    const text of [
      "",
      ".",
      "-",
      "1,5",
      "1e",
      "0x10",
      "NaN",
      "Infinity",
      "1__0",
      "_1",
      "9007199254740992",
      "1e400",
      " 1",
    ]
  ) assertEquals(parseDecimal(text, 0), undefined, text);
  assertEquals(parseDecimal("90071992547409.92", 2), undefined);
});

Deno.test("decimals of every scale read back as they were written", () => {
  fc.assert(
    fc.property(safe, fc.nat(15), (value, scale) => {
      const text = formatDecimal(value, scale);
      assertEquals(parseDecimal(text, scale), value);
      assertEquals(
        written((out, at) => writeDecimal(out, at, value, scale)),
        text,
      );
    }),
    { numRuns: 2000 },
  );
});

Deno.test("integers of every length are written as JavaScript writes them", () => {
  const check = (value: number) =>
    assertEquals(
      written((out, at) => writeInteger(out, at, value)),
      String(value),
    );
  for (let power = 1; power < 9e15; power *= 10) {
    for (const value of [power - 1, power, power + 1, 7 * power]) {
      check(value);
      if (value !== 0) check(-value);
    }
  }
  check(Number.MAX_SAFE_INTEGER);
  check(Number.MIN_SAFE_INTEGER);
  fc.assert(fc.property(safe, check), { numRuns: 2000 });
});

Deno.test("decimals keep their zeros and their sign", () => {
  for (
    const [value, scale, text] of [
      [0, 2, "0.00"],
      [-5, 2, "-0.05"],
      [5, 3, "0.005"],
      [100, 2, "1.00"],
      [123456789012, 2, "1234567890.12"],
      [999999999, 2, "9999999.99"],
      [1000000000, 2, "10000000.00"],
      [7, 0, "7"],
    ] as const
  ) {
    assertEquals(
      written((out, at) => writeDecimal(out, at, value, scale)),
      text,
    );
    assertEquals(formatDecimal(value, scale), text);
  }
});

Deno.test("rescale rounds half away from zero", () => {
  assertEquals(rescale(125, 2, 1), 13);
  assertEquals(rescale(-125, 2, 1), -13);
  assertEquals(rescale(124, 2, 1), 12);
  assertEquals(rescale(-4, 1, 0), 0);
  assertEquals(rescale(12, 1, 4), 12000);
  assertEquals(rescale(9007199254740991, 15, 0), 9);
  assertEquals(toScaled(1.005, 2), 101);
  assertEquals(toScaled(1e21, 2), undefined);
});

Deno.test("floats are written as JavaScript writes them", () => {
  const check = (value: number) =>
    assertEquals(
      written((out, at) => writeFloat(out, at, value)),
      String(value),
    );
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      check,
    ),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(safe, fc.nat(20), (value, scale) => check(value / 10 ** scale)),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), check),
    { numRuns: 3000 },
  );
  for (const value of [0.1, 0.3, 1 / 3, 1e21, 1e-7, 123456.789, 5e-324]) {
    check(value);
  }
  assertEquals(written((out, at) => writeFloat(out, at, -0)), "0");
});

Deno.test("what is no number is never written", () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    assertThrows(
      () => writeFloat(new Uint8Array(40), 0, value),
      RangeError,
      "Cannot write a number",
    );
  }
});
