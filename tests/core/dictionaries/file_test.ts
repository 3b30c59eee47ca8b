// Dictionaries read from bytes: what another reader of CSV finds, and errors with their line.
import { assert, assertEquals, assertThrows } from "@std/assert";
// @ts-types="../../source/formats/std_csv.d.ts"
import { parse as parseCsv } from "@std/csv";
import fc from "fast-check";
import {
  type DictionaryContent,
  readEntries,
  readWords,
} from "../../../core/dictionaries/file.ts";
import type { PackedTexts } from "../../../core/dictionaries/packed_texts.ts";

const COMMA = 44;
const encode = (text: string) => new TextEncoder().encode(text);

function textsOf({ bytes, offsets }: PackedTexts): string[] {
  return Array.from(
    { length: offsets.length - 1 },
    (_, i) =>
      new TextDecoder("utf-8", { ignoreBOM: true }).decode(
        bytes.slice(offsets[i], offsets[i + 1]),
      ),
  );
}

/** A row for each entry. */
function rowsOf({ texts }: DictionaryContent): string[][] {
  const columns = texts.map(textsOf);
  return columns[0].map((_, i) => columns.map((column) => column[i]));
}

Deno.test("words are lines that are not empty, whatever ends them", () => {
  const read = (text: string) => rowsOf(readWords(encode(text))).flat();
  assertEquals(read('a\nb c\r\n\r\n\n é,"x" \n'), ["a", "b c", ' é,"x" ']);
  assertEquals(read("\ufeffa\nb"), ["a", "b"]);
  assertEquals(read("only"), ["only"]);
  assertThrows(() => readWords(encode("\r\n\n")), SyntaxError, "has no words");
});

const field = fc.oneof(
  fc.constantFrom(
    "",
    "a",
    '"',
    '""',
    ",",
    "\n",
    "a\r",
    "x\ny",
    " ",
    "é🙂",
    ";",
  ),
  fc.string({ unit: "grapheme", maxLength: 8 }),
);

Deno.test("entries are those that another reader finds", () => {
  const table = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.nat(6))
    .chain(([columns, rows]) =>
      fc.array(fc.array(field, { minLength: columns, maxLength: columns }), {
        minLength: rows + 1,
        maxLength: rows + 1,
      })
    );
  const endings = fc.constantFrom("\n", "\r\n");
  fc.assert(
    fc.property(table, endings, fc.boolean(), fc.boolean(), (
      rows,
      ending,
      last,
      always,
    ) => {
      const names = rows[0].map((_, i) => `n${i}`);
      const quoted = (text: string) =>
        always || /[",\r\n]/.test(text)
          ? `"${text.replaceAll('"', '""')}"`
          : text;
      const file = [names, ...rows].map((row) => row.map(quoted).join())
        .join(ending) + (last ? ending : "");
      const found = readEntries(encode(file), COMMA);
      assertEquals(found.columns, names);
      assertEquals(rowsOf(found), rows);
      // That reader makes CR LF to LF even within quotes.
      const other = (parseCsv(file) as string[][]).slice(1);
      const same = (all: string[][]) =>
        all.map((row) => row.map((text) => text.replaceAll("\r\n", "\n")));
      assertEquals(same(rowsOf(found)), other);
    }),
  );
});

Deno.test("weights are numbers of any spelling, and their column is taken out", () => {
  const { columns, texts, weights } = readEntries(
    encode(
      `a,weight,b\nx,3,y\n"p",0,q\n\n"",2.50,"r ""s"""\nz, 1e3 ,\n` +
        `w,"7",9007199254740993\nv,123456789012345678,""\n`,
    ),
    COMMA,
  );
  assertEquals(columns, ["a", "b"]);
  assertEquals(texts.map(textsOf), [
    ["x", "p", "", "z", "w", "v"],
    ["y", "q", 'r "s"', "", "9007199254740993", ""],
  ]);
  assertEquals([...weights!], [3, 0, 2.5, 1000, 7, 123456789012345678]);
});

Deno.test("what is wrong is told with its line", () => {
  const wrong: [string, string][] = [
    ["", "has no entries"],
    ["a,b\n", "has no entries"],
    ["a,a\n1,2\n", `has two columns "a"`],
    ["weight\n1\n", `has no column beside "weight"`],
    ["a,b\n1,2\n\n3\n", "has 1 field in line 4 under 2 columns"],
    ['a,b\n"x\ny",2\n3,4,5\n', "has 3 fields in line 4 under 2 columns"],
    ['"a\n1",b\n3\n', "has 1 field in line 3 under 2 columns"],
    ["a,weight\nx,1\ny,\n", `has weight "" in line 3`],
    ["a,weight\nx,-1\n", `has weight "-1" in line 2`],
    ["a,weight\nx,Infinity\n", `has weight "Infinity" in line 2`],
    ["a,weight\nx,0\ny,0.0\n", "has no weight above 0"],
    ['a\nx"y\n', `is no CSV: line 2 has a " in a field`],
    ['a\n"x"y\n', `is no CSV: line 2 has something behind a field in "`],
    ['a\nx\n"y\n\n', `is no CSV: line 3 has a field in " that does not end`],
  ];
  for (const [file, message] of wrong) {
    assertThrows(
      () => readEntries(encode(file), COMMA),
      SyntaxError,
      message,
      file,
    );
  }
});

Deno.test("what is read is in memory that workers share", () => {
  const { texts, weights } = readEntries(encode("a,weight\nx,1\n"), COMMA);
  assert(texts[0].bytes.buffer instanceof SharedArrayBuffer);
  assert(texts[0].offsets.buffer instanceof SharedArrayBuffer);
  assert(weights!.buffer instanceof SharedArrayBuffer);
});
