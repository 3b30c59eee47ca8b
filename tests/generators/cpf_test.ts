import { assert, assertEquals } from "@std/assert";
import { tableOf } from "./_tables.ts";

/** The rule as the register's own publications state it: 11 less the weighted sum's remainder, 0 for 10 and 11. */
function checkDigit(digits: number[]): number {
  const sum = digits.reduce(
    (sum, digit, i) => sum + digit * (digits.length + 1 - i),
    0,
  );
  return (sum * 10) % 11 % 10;
}

Deno.test("a CPF's check digits are right, and it is never one digit repeated", () => {
  for (const text of tableOf(`"cpf"`).texts("c", 20000)) {
    assert(/^\d{3}\.\d{3}\.\d{3}-\d{2}$/.test(text), text);
    const digits = [...text.replace(/\D/g, "")].map(Number);
    assertEquals(digits[9], checkDigit(digits.slice(0, 9)), text);
    assertEquals(digits[10], checkDigit(digits.slice(0, 10)), text);
    assert(new Set(digits).size > 1, text);
  }
});

Deno.test("a CPF without punctuation has the same digits", () => {
  assertEquals(
    tableOf(`{ gen = "cpf", formatted = false }`).texts("c"),
    tableOf(`"cpf"`).texts("c").map((text) => text.replace(/\D/g, "")),
  );
});

Deno.test("the checker of this test knows a CPF that is right", () => {
  assertEquals(checkDigit([1, 1, 1, 4, 4, 4, 7, 7, 7]), 3);
  assertEquals(checkDigit([1, 1, 1, 4, 4, 4, 7, 7, 7, 3]), 5);
});
