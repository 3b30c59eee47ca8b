import { assert } from "@std/assert";
import { tableOf } from "../_tables.ts";

Deno.test("a prefix fits the gender and the locale", () => {
  for (
    const [locale, male, female] of [
      ["en_US", /^(Mr|Dr)\.$/, /^(Ms|Mrs|Dr)\.$|^Miss$/],
      ["pt_BR", /^(Sr|Dr)\.$/, /^(Sra|Srta|Dra)\.$/],
      ["id_ID", /^(Bapak|Tuan)$/, /^(Ibu|Nyonya|Nona)$/],
      ["ru", /^г-н$/, /^г-жа$/],
    ] as const
  ) {
    const tables = tableOf(`c = { gen = "person.prefix", locale = "${locale}" }
sex = "person.gender"
`);
    const sexes = tables.texts("sex");
    tables.texts("c").forEach((prefix, i) =>
      assert((sexes[i] === "male" ? male : female).test(prefix), prefix)
    );
  }
});
