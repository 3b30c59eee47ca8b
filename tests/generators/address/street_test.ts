import { assert } from "@std/assert";
import { tableOf } from "../_tables.ts";

Deno.test("streets are written as their country does", () => {
  for (
    const [locale, form] of [
      ["en_US", /^[1-9]\d{0,3} [\w .]+ (St|Ave|Rd|Dr|Ln|Blvd|Ct|Way|Pl|Cir)$/],
      ["pt_BR", /^(Rua|Avenida|Travessa|Alameda|Praça) [^,]+, [1-9]\d{0,3}$/],
      ["id_ID", /^Jl\. .+ No\. [1-9]\d{0,3}$/],
      ["de", /^.+ [1-9]\d{0,3}$/],
    ] as const
  ) {
    const streets = tableOf(
      `{ gen = "address.street", locale = "${locale}" }`,
    ).texts("c", 5000);
    assert(streets.every((street) => form.test(street)), streets[0]);
    assert(new Set(streets).size > 3000);
  }
});
