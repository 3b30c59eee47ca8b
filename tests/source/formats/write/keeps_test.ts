import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { valueType } from "../../../../core/value_type.ts";
import { Strings } from "../../../../core/values/strings.ts";
import { entriesWriter } from "../../../../source/formats/cells.ts";
import { formats } from "../../../../source/formats/registry.ts";
import { jsonWriter } from "../../../../source/formats/write/json_text.ts";
import { spellingWriter } from "../../../../source/formats/write/text.ts";

/** A list of texts as a format writes them, by itself and together with one that it has to change. */
function written(format: string, texts: string[], more: string[]): string[] {
  const strings = Strings.from([...texts, ...more]);
  const column = {
    name: "c",
    type: valueType("text"),
    storage: "entries" as const,
    strings,
    plain: false,
  };
  const [cell] = formats.get(format)!.layout(
    { name: "t", columns: [column], index: 0, count: 1 },
    [column],
    {},
  ).cells;
  if (cell.storage !== "entries") throw new TypeError("no entries");
  return cell.strings.toArray().slice(0, texts.length);
}

Deno.test("texts are written alike whether the list as a whole is kept or not", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 3 });
  const texts = fc.array(fc.oneof(text, fc.constantFrom("", "\\.", "a,b")), {
    maxLength: 4,
  });
  for (const format of ["csv", "tsv", "ndjson"]) {
    fc.assert(
      fc.property(texts, (texts) => {
        assertEquals(
          written(format, texts, []),
          written(format, texts, ['"', "\t"]),
        );
      }),
      { numRuns: 500, seed: 1 },
    );
  }
});

Deno.test("JSON is never kept without a look for the NUL character", () => {
  let refused = 0;
  const writer = jsonWriter(spellingWriter(new Map([[39, "''"]])), () => {
    refused++;
    throw new RangeError("NUL");
  });
  const strings = Strings.from([String.raw`"\u0000"`]);
  try {
    entriesWriter({
      name: "c",
      type: valueType("json"),
      storage: "entries",
      strings,
      plain: false,
    }, writer);
  } catch { /* counted */ }
  assertEquals(refused, 1);
});
