import { assert, assertEquals } from "@std/assert";
import { tableOf } from "./_tables.ts";

/** The rules as the tax office tells them: letters by their ASCII code less 48. */
function isSound(cnpj: string): boolean {
  const values = [...cnpj].map((one) => one.charCodeAt(0) - 48);
  const digit = (weights: number[]) => {
    const rest = weights.reduce((sum, w, i) => sum + w * values[i], 0) % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  const first = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  return digit(first) === values[12] && digit([6, ...first]) === values[13];
}

Deno.test("the checker knows right numbers from a wrong one", () => {
  assert(isSound("11222333000181") && isSound("12ABC34501DE35"));
  assert(!isSound("11222333000182"));
});

Deno.test("CNPJs are head offices with right check digits", () => {
  for (const [flag, own] of [[false, "\\d{8}"], [true, "[\\dA-Z]{8}"]]) {
    const text = `{ gen = "cnpj", formatted = false, alphanumeric = ${flag}`;
    const form = new RegExp(`^${own}0001\\d\\d$`);
    for (const unique of ["", ", unique = true"]) {
      const numbers = tableOf(`${text}${unique} }`).texts("c", 5000);
      assert(numbers.every((one) => form.test(one) && isSound(one)));
      if (unique !== "") assertEquals(new Set(numbers).size, 5000);
    }
  }
});

Deno.test("a formatted CNPJ has its punctuation", () => {
  const plain = tableOf(`{ gen = "cnpj", formatted = false }`).texts("c");
  assertEquals(
    tableOf(`"cnpj"`).texts("c"),
    plain.map((one) =>
      one.replace(/^(..)(...)(...)(....)(..)$/, "$1.$2.$3/$4-$5")
    ),
  );
});
