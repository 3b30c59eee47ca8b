import { assert, assertEquals } from "@std/assert";
import { tableOf } from "./_tables.ts";

/** As the traffic department's rule is told: a first digit of 10 or more is 0 and takes 2 off the second. */
function isSound(cnh: string): boolean {
  const digits = [...cnh].map(Number);
  const sum = (weight: (i: number) => number) =>
    digits.slice(0, 9).reduce((sum, digit, i) => sum + digit * weight(i), 0);
  const first = sum((i) => 9 - i) % 11;
  const second = sum((i) => i + 1) % 11;
  const less = first > 9 ? 2 : 0;
  return digits[9] === (first > 9 ? 0 : first) &&
    digits[10] === (second > 9 ? 0 : second - less);
}

Deno.test("licence numbers have right check digits, and those that checkers disagree on are left out", () => {
  for (const column of [`"cnh"`, `{ gen = "cnh", unique = true }`]) {
    const numbers = tableOf(column).texts("c", 20000);
    for (const number of numbers) {
      assert(/^\d{11}$/.test(number) && isSound(number), number);
      assert(!/^(\d)\1{8}/.test(number));
      const falling = [...number.slice(0, 9)].reduce(
        (sum, digit, i) => sum + Number(digit) * (9 - i),
        0,
      );
      assert(falling % 11 !== 10);
    }
    if (column.includes("unique")) assertEquals(new Set(numbers).size, 20000);
  }
});
