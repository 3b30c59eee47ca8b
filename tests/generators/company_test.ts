import { assert } from "@std/assert";
import { tableOf } from "./_tables.ts";

Deno.test("companies are named as in their country", () => {
  for (
    const [locale, form] of [
      ["en_US", /^[A-Z][\w']+( (Inc|LLC|Group|Corp|\w+|& Sons)|-|, | & )/],
      ["pt_BR", /^\p{L}+ (e \p{L}+ )?|& Filhos$|^Grupo /u],
      ["id_ID", /^(PT|CV|UD) \p{Lu}/u],
      ["de", /\p{Lu}/u],
    ] as const
  ) {
    const names = tableOf(`{ gen = "company", locale = "${locale}" }`)
      .texts("c", 3000);
    for (const name of names) {
      assert(form.test(name) && name.trim() === name, name);
      assert(!/(^| )[LS]( |,|$)/.test(name), name);
    }
    assert(new Set(names).size > 400);
  }
});
