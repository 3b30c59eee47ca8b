import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  civilFromDays,
  daysFromCivil,
  daysInMonth,
  FIRST_DAY,
  formatDate,
  formatTime,
  formatTimestamp,
  isLeapYear,
  LAST_DAY,
  parseDate,
  parseTime,
  parseTimestamp,
} from "../../../core/values/calendar.ts";

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

Deno.test("days and civil dates agree with the platform's calendar over all years", () => {
  for (let days = FIRST_DAY; days <= LAST_DAY; days += 13) {
    const date = new Date(days * 86400000);
    const civil = civilFromDays(days);
    assertEquals(civil, {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    });
    assertEquals(daysFromCivil(civil.year, civil.month, civil.day), days);
  }
  assertEquals(civilFromDays(FIRST_DAY), { year: 1, month: 1, day: 1 });
  assertEquals(civilFromDays(LAST_DAY), { year: 9999, month: 12, day: 31 });
});

Deno.test("leap years follow the Gregorian rule", () => {
  assertEquals([1900, 2000, 2023, 2024].map(isLeapYear), [
    false,
    true,
    false,
    true,
  ]);
  assertEquals([2, 4, 12].map((month) => daysInMonth(2024, month)), [
    29,
    30,
    31,
  ]);
});

Deno.test("every day from 1890 to 2110 is written as the platform writes it and reads back", () => {
  for (let days = daysFromCivil(1890, 1, 1); days < 51500; days++) {
    const text = formatDate(days);
    assertEquals(text, new Date(days * 86400000).toISOString().slice(0, 10));
    assertEquals(parseDate(text), days);
  }
});

Deno.test("dates of all years read back", () => {
  fc.assert(fc.property(anyDay, (days) => {
    assertEquals(parseDate(formatDate(days)), days);
  }));
  assertEquals(formatDate(FIRST_DAY), "0001-01-01");
  assertEquals(formatDate(LAST_DAY), "9999-12-31");
});

Deno.test("a day outside the calendar cannot be written", () => {
  for (const days of [FIRST_DAY - 1, LAST_DAY + 1, NaN, Infinity]) {
    assertThrows(() => formatDate(days), RangeError, "Cannot write day");
  }
});

Deno.test("texts that are no dates are refused", () => {
  for (
    const text of [
      "",
      "2024",
      "2024-2-1",
      "2024-00-10",
      "2024-13-01",
      "2024-01-00",
      "2024-04-31",
      "2023-02-29",
      "1900-02-29",
      "0000-01-01",
      "12024-01-01",
      "2024-01-01 ",
      "2024/01/01",
    ]
  ) assertEquals(parseDate(text), undefined, text);
});

Deno.test("times read with the digits they are written with", () => {
  assertEquals(parseTime("00:00"), { value: 0, scale: 0 });
  assertEquals(parseTime("23:59:59"), { value: 86399, scale: 0 });
  assertEquals(parseTime("12:30:45.678"), { value: 45045678, scale: 3 });
  assertEquals(parseTime("00:00:00.1234567891"), {
    value: 123456789,
    scale: 9,
  });
  for (
    const text of ["24:00", "12:60", "12:00:60", "1:00", "12", "12:00:00.", ""]
  ) {
    assertEquals(parseTime(text), undefined, text);
  }
});

Deno.test("times of every scale read back", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9 }),
      fc.double({
        min: 0,
        max: 1,
        maxExcluded: true,
        noNaN: true,
      }),
      (scale, at) => {
        const value = Math.floor(at * 86400 * 10 ** scale);
        const text = formatTime(value, scale);
        assertEquals(parseTime(text), { value, scale });
        assertEquals(text.length, scale === 0 ? 8 : 9 + scale);
      },
    ),
  );
});

Deno.test("timestamps agree with the platform's, before 1970 too", () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date("0001-01-01T00:00:00Z"),
        max: new Date("9999-12-31T23:59:59.999Z"),
        noInvalidDate: true,
      }),
      (date) => {
        const milliseconds = date.getTime();
        const text = date.toISOString();
        assertEquals(formatTimestamp(milliseconds, 3), text);
        assertEquals(parseTimestamp(text), { value: milliseconds, scale: 3 });
      },
    ),
  );
  assertEquals(formatTimestamp(-1, 0), "1969-12-31T23:59:59Z");
  assertEquals(formatTimestamp(-1, 6), "1969-12-31T23:59:59.999999Z");
});

Deno.test("timestamps take offsets, spaces and no offset at all", () => {
  const noon = parseTimestamp("2024-02-29T12:00:00Z");
  for (
    const text of [
      "2024-02-29 12:00",
      "2024-02-29t12:00:00z",
      "2024-02-29T12:00:00",
      "2024-02-29T14:30:00+02:30",
      "2024-02-29T00:00:00-12:00",
    ]
  ) assertEquals(parseTimestamp(text), noon, text);
  for (
    const text of [
      "2024-02-29",
      "2024-02-30T00:00:00Z",
      "2024-02-29T24:00:00Z",
      "2024-02-29T12:00:00+24:00",
      "0001-01-01T00:00:00+00:01",
      "9999-12-31T23:59:59-00:01",
      "2024-02-29T12:00:00 Z",
    ]
  ) assertEquals(parseTimestamp(text), undefined, text);
});

Deno.test("a timestamp keeps as many digits as 2^53 has room for", () => {
  assertEquals(parseTimestamp("2024-01-01T00:00:00.123456789Z"), {
    value: 1704067200123456,
    scale: 6,
  });
  assertEquals(parseTimestamp("9999-12-31T00:00:00.999999Z"), {
    value: 2534022144009999,
    scale: 4,
  });
});
