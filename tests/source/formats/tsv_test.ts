// TSV byte by byte.
import { assertEquals } from "@std/assert";
import { tsv } from "../../../source/formats/tsv.ts";
import { fileOf, textOf } from "./_written.ts";
import { textSample } from "./_sample.ts";

Deno.test("tsv spells tabs, line breaks and backslashes, and NULL apart from its look-alike", () => {
  const sample = textSample(
    ["plain, 'really'", "a\tb", "a\nb\rc", "\\N", null, "", '"'],
    { name: "a\tb" },
  );
  assertEquals(
    textOf(fileOf(tsv, [sample])),
    [
      "a\\tb",
      "plain, 'really'",
      "a\\tb",
      "a\\nb\\rc",
      "\\\\N",
      "\\N",
      "",
      '"',
      "",
    ].join("\n"),
  );
});

Deno.test("tsv without a header, in lines that end in CR LF", () => {
  assertEquals(
    textOf(fileOf(tsv, [textSample(["a", "b"])], {
      header: false,
      newline: "crlf",
    })),
    "a\r\nb\r\n",
  );
});
