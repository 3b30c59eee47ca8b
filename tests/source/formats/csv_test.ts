// CSV byte by byte: what is quoted, and what its options change.
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { csv } from "../../../source/formats/csv.ts";
import { withoutLiterals } from "./_literals.ts";
import { expectedRows, fileOf, textOf } from "./_written.ts";
import { type Sample, sample, textSample } from "./_sample.ts";

function written(
  texts: (string | null)[],
  options: Record<string, unknown> = {},
): string {
  const slices = textOf(fileOf(csv, [textSample(texts)], options));
  const entries = textOf(
    fileOf(csv, [textSample(texts, { entries: true })], options),
  );
  assertEquals(entries, slices);
  return slices;
}

/** RFC 4180, strictly; a cell that is nothing is NULL. */
function parseStrictly(
  file: string,
  delimiter: string,
  newline: string,
): (string | null)[][] {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  for (let at = 0; at < file.length;) {
    let cell: string | null = "";
    if (file[at] === '"') {
      let close = at + 1;
      while (file[close] !== '"' || file[close + 1] === '"') {
        close += file[close] === '"' ? 2 : 1;
      }
      cell = file.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    } else {
      while (at < file.length && !/[\r\n"]/.test(file[at])) {
        if (file[at] === delimiter) break;
        cell += file[at++];
      }
      if (cell === "") cell = null;
    }
    row.push(cell);
    if (file[at] === delimiter) {
      at++;
      continue;
    }
    assertEquals(file.slice(at, at + newline.length), newline);
    at += newline.length;
    rows.push(row);
    row = [];
  }
  return rows;
}

Deno.test("csv quotes only what needs it", () => {
  assertEquals(
    written([
      "plain",
      " spaces stay ",
      "a;b|c'd\\",
      "a,b",
      'say "hi"',
      "two\nlines",
      "lone\rCR",
      "nul\0",
      "",
      null,
      "\\.",
    ]),
    [
      "note",
      "plain",
      " spaces stay ",
      "a;b|c'd\\",
      '"a,b"',
      '"say ""hi"""',
      '"two\nlines"',
      '"lone\rCR"',
      "nul\0",
      '""',
      "",
      '"\\."',
      "",
    ].join("\n"),
  );
});

Deno.test("csv names stand in the header, quoted where needed", () => {
  const names = ["a", "a,b", 'a"b', "", "\ufeff"];
  const columns = names.map((name) => textSample([], { name }).columns[0]);
  const empty: Sample = { name: "t", rows: 0, columns };
  assertEquals(
    textOf(fileOf(csv, [empty])),
    'a,"a,b","a""b","","\ufeff"\n',
  );
  assertEquals(textOf(fileOf(csv, [empty], { header: false })), "");
});

Deno.test("csv reads back exactly with every delimiter and newline, NULL apart from the empty text", () => {
  const options = fc.record({
    delimiter: fc.constantFrom(",", ";", "|", "\t"),
    newline: fc.constantFrom("lf", "crlf"),
  });
  fc.assert(
    fc.property(sample({ nul: true }), options, (sample, options) => {
      const file = textOf(fileOf(csv, [sample], options));
      const newline = options.newline === "lf" ? "\n" : "\r\n";
      const [header, ...rows] = parseStrictly(
        file,
        options.delimiter,
        newline,
      );
      assertEquals(header, sample.columns.map(({ shape }) => shape.name));
      assertEquals(withoutLiterals(rows, sample), expectedRows(sample));
    }),
    { numRuns: 200 },
  );
});
