import { assert, assertEquals } from "@std/assert";
import { tableOf } from "./_tables.ts";

/** Lengths as in the registry of ISO 13616, and the structure behind the check digits. */
const REGISTRY: Record<string, [number, RegExp]> = {
  ...{ AD: [24, /^\d{8}[\dA-Z]{12}$/], AE: [23, /^\d{19}$/] },
  ...{ AT: [20, /^\d{16}$/], BE: [16, /^\d{12}$/] },
  ...{ BG: [22, /^[A-Z]{4}\d{6}[\dA-Z]{8}$/] },
  ...{ BR: [29, /^\d{23}[A-Z][\dA-Z]$/], CH: [21, /^\d{5}[\dA-Z]{12}$/] },
  ...{ CY: [28, /^\d{8}[\dA-Z]{16}$/], CZ: [24, /^\d{20}$/] },
  ...{ DE: [22, /^\d{18}$/], DK: [18, /^\d{14}$/], EE: [20, /^\d{16}$/] },
  ...{ ES: [24, /^\d{20}$/], FI: [18, /^\d{14}$/] },
  ...{ FR: [27, /^\d{10}[\dA-Z]{11}\d\d$/], GB: [22, /^[A-Z]{4}\d{14}$/] },
  ...{ GR: [27, /^\d{7}[\dA-Z]{16}$/], HR: [21, /^\d{17}$/] },
  ...{ HU: [28, /^\d{24}$/], IE: [22, /^[A-Z]{4}\d{14}$/] },
  ...{ IL: [23, /^\d{19}$/], IS: [26, /^\d{22}$/] },
  ...{ IT: [27, /^[A-Z]\d{10}[\dA-Z]{12}$/] },
  ...{ LI: [21, /^\d{5}[\dA-Z]{12}$/], LT: [20, /^\d{16}$/] },
  ...{ LU: [20, /^\d{3}[\dA-Z]{13}$/], LV: [21, /^[A-Z]{4}[\dA-Z]{13}$/] },
  ...{ MC: [27, /^\d{10}[\dA-Z]{11}\d\d$/] },
  ...{ MT: [31, /^[A-Z]{4}\d{5}[\dA-Z]{18}$/], NL: [18, /^[A-Z]{4}\d{10}$/] },
  ...{ NO: [15, /^\d{11}$/], PL: [28, /^\d{24}$/], PT: [25, /^\d{21}$/] },
  ...{ RO: [24, /^[A-Z]{4}[\dA-Z]{16}$/], RS: [22, /^\d{18}$/] },
  ...{ SA: [24, /^\d\d[\dA-Z]{18}$/], SE: [24, /^\d{20}$/] },
  ...{ SI: [19, /^\d{15}$/], SK: [24, /^\d{20}$/] },
  ...{ SM: [27, /^[A-Z]\d{10}[\dA-Z]{12}$/] },
  ...{ TR: [26, /^\d{6}[\dA-Z]{16}$/], UA: [29, /^\d{6}[\dA-Z]{19}$/] },
};

/** By whole numbers of any size, digits for letters. */
function isSound(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  const digits = [...moved].map((one) => parseInt(one, 36)).join("");
  return BigInt(digits) % 97n === 1n;
}

Deno.test("the checker knows a right number from a wrong one", () => {
  assert(
    isSound("DE89370400440532013000") && isSound("GB82WEST12345698765432"),
  );
  assert(!isSound("DE88370400440532013000"));
});

Deno.test("IBANs of every country are well formed, and their digits right", () => {
  const seen = new Set<string>();
  for (const iban of tableOf(`"iban"`).texts("c", 5000)) {
    const country = iban.slice(0, 2);
    seen.add(country);
    const [length, structure] = REGISTRY[country];
    assertEquals(iban.length, length);
    assert(structure.test(iban.slice(4)), iban);
    assert(isSound(iban), iban);
  }
  assertEquals(seen, new Set(Object.keys(REGISTRY)));
});

Deno.test("an IBAN is of its country, and unique where that is asked", () => {
  for (const country of ["NO", "PL", "MT", "BR"]) {
    const ibans = tableOf(
      `{ gen = "iban", country = "${country}", unique = true }`,
    ).texts("c", 5000);
    assertEquals(new Set(ibans).size, 5000);
    assert(ibans.every((one) => one.startsWith(country) && isSound(one)));
  }
});

Deno.test("a formatted IBAN stands in groups of four", () => {
  const plain = tableOf(`"iban"`).texts("c");
  assertEquals(
    tableOf(`{ gen = "iban", formatted = true }`).texts("c"),
    plain.map((one) => one.match(/.{1,4}/g)!.join(" ")),
  );
});
