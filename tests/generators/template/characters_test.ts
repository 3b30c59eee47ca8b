import { assertEquals } from "@std/assert";
import { changeCharacters } from "../../../generators/template/_characters.ts";
import { compileFilters } from "../../../generators/template/_filters.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** All characters of the first plane, and one in so many of the others. */
const FIRST_PLANE = 0x10000;
const STEP = 37;
/** As many bytes as `filteredPart` leaves for each of a text. */
const GROWTH = 3;

/** Single characters, alone, inside words and between them. */
function* texts(): Generator<string> {
  for (let point = 0; point < 0x110000;) {
    const character = String.fromCodePoint(point);
    if (point < 0xd800 || point > 0xdfff) {
      yield character;
      yield `Ab${character}Cd ${character}e${character}`;
    }
    point += point < FIRST_PLANE ? 1 : STEP;
  }
  yield "José Gonçalves-d'Ávila & Søn, Straße 12 ﬃ İzmir Ǆ’ŉ ΐ ა";
}

for (const name of ["lower", "upper", "title", "slug"] as const) {
  Deno.test(`${name} of bytes is ${name} of texts, for every character`, () => {
    const filter = { name, width: 0 };
    const change = compileFilters([filter]);
    for (const text of texts()) {
      const bytes = encoder.encode(` ${text} `);
      const room = 2 + GROWTH * (bytes.length - 2);
      const out = new Uint8Array(room).fill(1);
      const end = changeCharacters(filter, bytes, 1, bytes.length - 1, out, 2);
      const expected = change(text);
      if (decoder.decode(out.subarray(2, end)) !== expected) {
        assertEquals(decoder.decode(out.subarray(2, end)), expected, text);
      }
    }
  });
}
