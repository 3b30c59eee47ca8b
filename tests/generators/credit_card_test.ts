import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { tableOf } from "./_tables.ts";

/** Luhn's sum from the right, by texts. */
function isSound(card: string): boolean {
  const sum = [...card].reverse().reduce((sum, digit, i) => {
    const doubled = String(Number(digit) * (i % 2 + 1));
    return sum + [...doubled].reduce((a, b) => a + Number(b), 0);
  }, 0);
  return sum % 10 === 0;
}

const ISSUERS: Record<string, RegExp> = {
  visa: /^4\d{15}$/,
  mastercard:
    /^(5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}$/,
  amex: /^3[47]\d{13}$/,
  discover: /^(6011|64[4-9]\d|65\d\d)\d{12}$/,
  diners: /^3(0[0-5]|6\d|8\d)\d{11}$/,
  jcb: /^35(2[89]|[3-8]\d)\d{12}$/,
};

Deno.test("the checker knows a right number from a wrong one", () => {
  assert(isSound("4111111111111111") && !isSound("4111111111111112"));
});

Deno.test("cards have their issuer's prefix and length, and a right check digit", () => {
  for (const [issuer, form] of Object.entries(ISSUERS)) {
    for (const unique of [false, true]) {
      const cards = tableOf(
        `{ gen = "credit_card", issuer = "${issuer}", unique = ${unique} }`,
      ).texts("c", 3000);
      assert(cards.every((card) => form.test(card) && isSound(card)), issuer);
      assertEquals(new Set(cards).size, 3000);
    }
  }
});

Deno.test("without an issuer, four are equally likely", () => {
  const names = ["visa", "mastercard", "amex", "discover"];
  const counts = [0, 0, 0, 0];
  for (const card of tableOf(`"credit_card"`).texts("c", 20000)) {
    counts[names.findIndex((name) => ISSUERS[name].test(card))]++;
  }
  assertCounts(counts, [0.25, 0.25, 0.25, 0.25]);
});

Deno.test("formatted cards are grouped as they are printed", () => {
  for (
    const [issuer, form] of [
      ["visa", /^\d{4} \d{4} \d{4} \d{4}$/],
      ["amex", /^\d{4} \d{6} \d{5}$/],
      ["diners", /^\d{4} \d{6} \d{4}$/],
    ] as const
  ) {
    const cards = tableOf(
      `{ gen = "credit_card", issuer = "${issuer}", formatted = true }`,
    ).texts("c", 100);
    assert(cards.every((card) => form.test(card)));
  }
});
