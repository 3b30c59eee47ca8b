// The writers of numbers and times against what the language and core's calendar say.
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  FIRST_DAY,
  formatDate,
  formatTime,
  formatTimestamp,
  LAST_DAY,
} from "../../../../core/values/calendar.ts";
import {
  decimalBytes,
  decimalWriter,
} from "../../../../source/formats/write/decimal.ts";
import {
  FLOAT_BYTES,
  writeFloat,
} from "../../../../source/formats/write/float.ts";
import {
  INTEGER_BYTES,
  writeFixed,
  writeInteger,
} from "../../../../source/formats/write/integer.ts";
import {
  DATE_BYTES,
  TIME_BYTES,
  TIMESTAMP_BYTES,
  timestampWriter,
  timeWriter,
  writeDate,
} from "../../../../source/formats/write/time.ts";
import { writeUuid } from "../../../../source/formats/write/uuid.ts";

const bytes = new Uint8Array(100);
const out = new DataView(bytes.buffer);

/** What is written between two guards, the one in front unharmed. */
function written(write: (at: number) => number): string {
  bytes.fill(35);
  const end = write(10);
  const text = new TextDecoder().decode(bytes.subarray(0, end));
  assertEquals(text.slice(0, 10), "##########");
  for (let i = end + 16; i < bytes.length; i++) assertEquals(bytes[i], 35);
  return text.slice(10);
}

const integer = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -200, max: 200 }),
  fc.integer({ min: 0, max: 16 }).chain((power) =>
    fc.integer({ min: -2, max: 2 }).map((step) =>
      Math.min(10 ** power + step, Number.MAX_SAFE_INTEGER)
    )
  ),
);

Deno.test("integers are written exactly to the ends of their range", () => {
  fc.assert(
    fc.property(integer, (value) => {
      const text = written((at) => writeInteger(out, at, value));
      assertEquals(text, String(BigInt(value)));
      assertEquals(text.length <= INTEGER_BYTES, true);
    }),
    { numRuns: 2000 },
  );
  assertEquals(written((at) => writeInteger(out, at, -0)), "0");
});

Deno.test("fixed numbers of digits keep their zeros in front", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 16 }),
      fc.maxSafeInteger(),
      (count, seed) => {
        const value = Math.min(Math.abs(seed), 10 ** 15) % 10 ** count;
        assertEquals(
          written((at) => writeFixed(out, at, value, count)),
          String(value).padStart(count, "0"),
        );
      },
    ),
  );
});

/** A scaled integer by way of its digits as text. */
function decimalText(value: number, scale: number): string {
  const digits = String(BigInt(Math.abs(value))).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const sign = value < 0 ? "-" : "";
  return scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-scale)}`;
}

Deno.test("decimals have all digits of their scale", () => {
  fc.assert(
    fc.property(integer, fc.integer({ min: 0, max: 18 }), (value, scale) => {
      const text = written((at) => decimalWriter(scale)(out, at, value));
      assertEquals(text, decimalText(value, scale));
      assertEquals(text.length <= decimalBytes(scale), true);
    }),
    { numRuns: 3000 },
  );
});

const LONGEST = -0.0000010054597685361262;

Deno.test("doubles read back as the same doubles", () => {
  assertEquals(String(LONGEST).length, FLOAT_BYTES);
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (value) => {
        const text = written((at) => writeFloat(out, at, value));
        assertEquals(Number(text), value === 0 ? 0 : value);
        assertEquals(text.length <= FLOAT_BYTES, true);
      },
    ),
    { numRuns: 1000 },
  );
});

const day = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

Deno.test("dates are the calendar's, also outside the years kept as text", () => {
  const edges = [-25568, -25567, 47846, 47847, FIRST_DAY, LAST_DAY];
  fc.assert(fc.property(fc.oneof(day, fc.constantFrom(...edges)), (value) => {
    const text = written((at) => writeDate(out, at, value));
    assertEquals(text, formatDate(value));
    assertEquals(text.length, DATE_BYTES);
  }));
  assertThrows(() => writeDate(out, 0, LAST_DAY + 1), RangeError);
});

Deno.test("times and timestamps are the calendar's, at every scale", () => {
  const scale = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(scale, day, fc.nat(86399), fc.nat(999_999_999), (
      scale,
      day,
      second,
      nanos,
    ) => {
      const unit = 10 ** scale;
      const fraction = Math.floor(nanos / 10 ** (9 - scale));
      const time = second * unit + fraction;
      const timeText = written((at) => timeWriter(scale)(out, at, time));
      assertEquals(timeText, formatTime(time, scale));
      assertEquals(timeText.length <= TIME_BYTES, true);

      const timestamp = (day * 86400 + second) * unit + fraction;
      fc.pre(Number.isSafeInteger(timestamp));
      const expected = formatTimestamp(timestamp, scale).slice(0, -1);
      const iso = written((at) =>
        timestampWriter(scale, "T")(out, at, timestamp)
      );
      assertEquals(iso, expected);
      assertEquals(iso.length <= TIMESTAMP_BYTES, true);
      assertEquals(
        written((at) => timestampWriter(scale, " ")(out, at, timestamp)),
        expected.replace("T", " "),
      );
    }),
    { numRuns: 2000 },
  );
});

Deno.test("a uuid's words are its digits, most significant first", () => {
  fc.assert(
    fc.property(fc.uint32Array({ minLength: 8, maxLength: 8 }), (words) => {
      const digits = Array.from(
        words.subarray(4),
        (word) => word.toString(16).padStart(8, "0"),
      ).join("");
      assertEquals(
        written((at) => writeUuid(out, at, words, 1)),
        digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
      );
    }),
  );
});
