import { assert } from "@std/assert";
import { CEP_RANGES, ISLAND_DIGITS, placesOf, ZIP_DIGITS } from "./_places.ts";

const ROWS = 20000;

Deno.test("a ZIP code begins with its state's digit", () => {
  const tables = placesOf(`"en_US"`);
  const codes = tables.texts("state_code", ROWS);
  tables.texts("postcode", ROWS).forEach((zip, i) => {
    assert(/^\d{5}$/.test(zip) && ZIP_DIGITS[zip[0]].includes(codes[i]), zip);
  });
});

Deno.test("a CEP is in its state's range", () => {
  const tables = placesOf(`"pt_BR"`);
  const codes = tables.texts("state_code", ROWS);
  tables.texts("postcode", ROWS).forEach((cep, i) => {
    assert(/^\d{5}-\d{3}$/.test(cep), cep);
    const ranges = CEP_RANGES[codes[i]];
    const first = Number(cep.slice(0, 5));
    assert(
      ranges.some(([from, to]) => first >= from && first <= to),
      `${cep} ${codes[i]}`,
    );
  });
});

Deno.test("an Indonesian postcode begins with its islands' digit", () => {
  const tables = placesOf(`"id_ID"`);
  const codes = tables.texts("state_code", ROWS);
  tables.texts("postcode", ROWS).forEach((code, i) => {
    assert(/^\d{5}$/.test(code), code);
    assert(ISLAND_DIGITS[code[0]].split(" ").includes(codes[i]), code);
  });
});
