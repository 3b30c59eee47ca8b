// What holds for all formats: hostile tables read back equal through a reader that somebody else wrote.
import { assert, assertEquals, assertThrows } from "@std/assert";
// @ts-types="./std_csv.d.ts"
import { parse as parseCsv } from "@std/csv";
import fc from "fast-check";
import { DatabaseSync } from "node:sqlite";
import { ThrustError } from "../../../core/errors.ts";
import type { Format, FormatOptions } from "../../../core/format.ts";
import { quoteName, quoteTable } from "../../../core/sql/names.ts";
import { formats } from "../../../source/formats/registry.ts";
import { withoutLiterals } from "./_literals.ts";
import { sorted } from "./_sorted.ts";
import { entriesOf, type Sample, sample, textSample } from "./_sample.ts";
import {
  expectedRows,
  fileOf,
  joined,
  rowsOf,
  tableOf,
  textOf,
} from "./_written.ts";

type Rows = (string | null)[][];

interface Conformance {
  options: FormatOptions;
  /** Whether a NUL character can be written. */
  nul: boolean;
  /** Each table's rows, found in a file. */
  read(file: string, samples: Sample[]): Rows[];
  /** What the reader cannot tell apart. Default: nothing. */
  expected?(rows: Rows, sample: Sample): Rows;
}

/** One for each registered format. */
const CONFORMANCE: Record<string, Conformance> = {
  csv: {
    options: {},
    nul: true,
    read: (file, [sample]) => [
      withoutLiterals(withoutHeader(parseCsv(file), sample), sample)
        .map((row) => row.map((cell) => cell.replaceAll("\\r\\n", "\\n"))),
    ],
    // The reader has no NULL and makes CR LF in a text to LF; csv_test.ts and postgres_test.ts see the difference.
    expected: (rows) =>
      rows.map((row) =>
        row.map((cell) =>
          (cell ?? "").replaceAll("\r\n", "\n")
            .replaceAll("\\r\\n", "\\n")
        )
      ),
  },
  tsv: {
    options: {},
    nul: false,
    read: (file, [sample]) => [
      withoutLiterals(withoutHeader(parseTsv(file), sample), sample),
    ],
  },
  ndjson: {
    options: {},
    nul: true,
    expected: withSortedKeys,
    read: (file, [sample]) => [
      file.split("\n").slice(0, -1).map((line) =>
        cellsOf(parseJson(line), sample)
      ),
    ],
  },
  json: {
    options: {},
    nul: true,
    expected: withSortedKeys,
    read(file, samples) {
      const content = parseJson(file);
      return samples.map((sample) => {
        const rows = samples.length === 1 ? content : content[sample.name];
        return rows.map((row: unknown) => cellsOf(row, sample));
      });
    },
  },
  sql: {
    options: { dialect: "sqlite", rows_per_insert: 3 },
    nul: false,
    read(file, samples) {
      using database = new DatabaseSync(":memory:");
      database.exec(file);
      return samples.map((sample) => readTable(database, sample));
    },
  },
};

function withSortedKeys(rows: Rows, { columns }: Sample): Rows {
  return rows.map((row) =>
    row.map((cell, i) => {
      const { kind } = columns[i].shape.type;
      const isJson = kind === "json" || kind === "array";
      return isJson && cell !== null
        ? JSON.stringify(sorted(JSON.parse(cell)))
        : cell;
    })
  );
}

function withoutHeader<T>(lines: T[][], sample: Sample): T[][] {
  assertEquals(
    lines[0].map((name) => String(name).replaceAll("\r\n", "\n")),
    sample.columns.map(({ shape }) => shape.name.replaceAll("\r\n", "\n")),
  );
  return lines.slice(1);
}

/** As PostgreSQL's COPY reads its text format. */
function parseTsv(file: string): (string | null)[][] {
  const letters: Record<string, string> = { t: "\t", n: "\n", r: "\r" };
  return file.split("\n").slice(0, -1).map((line) =>
    line.split("\t").map((cell) =>
      cell === "\\N"
        ? null
        : cell.replace(/\\(.)/gs, (_, letter) => letters[letter] ?? letter)
    )
  );
}

/** Stands for a number in an object of its own. */
const NUMBER = "a number as it is written";

/**
 * Parses JSON, keeping numbers as they are written. Not by the source text that a reviver is told: once in many
 * thousands of runs, V8 tells none.
 */
// deno-lint-ignore no-explicit-any
function parseJson(text: string): any {
  const marked = text.replace(
    /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g,
    (token) =>
      token.startsWith('"') ? token : JSON.stringify({ [NUMBER]: token }),
  );
  return JSON.parse(marked, (_key, value) => {
    const number = value?.[NUMBER];
    return number === undefined ? value : rawJson(number);
  });
}

// The types do not know them yet.
const { rawJSON: rawJson, isRawJSON: isRawJson } = JSON as unknown as {
  rawJSON(text: string): { rawJSON: string };
  isRawJSON(value: unknown): value is { rawJSON: string };
};

function cellsOf(row: unknown, { columns }: Sample): (string | null)[] {
  const object = row as Record<string, unknown>;
  assertEquals(
    new Set(Object.keys(object)),
    new Set(columns.map(({ shape }) => shape.name)),
  );
  return columns.map(({ shape }) => {
    const value = object[shape.name];
    if (value === null) return null;
    switch (shape.type.kind) {
      case "bytes":
        return `\\x${Uint8Array.fromBase64(String(value)).toHex()}`;
      case "json":
      case "array":
        return JSON.stringify(sorted(value));
      default:
        return isRawJson(value) ? value.rawJSON : String(value);
    }
  });
}

function readTable(database: DatabaseSync, sample: Sample): Rows {
  const names = sample.columns.map(({ shape }) =>
    quoteName(shape.name, "sqlite")
  );
  const statement = database.prepare(
    `SELECT ${names.join(", ")} FROM ${quoteTable(sample.name, "sqlite")}`,
  );
  const rows = statement.all() as Record<string, unknown>[];
  return rows.map((row) =>
    sample.columns.map(({ shape: { name, type } }) => {
      const value = row[name];
      if (value === null) return null;
      if (value instanceof Uint8Array) return `\\x${value.toHex()}`;
      if (type.kind === "bool") return String(value === 1);
      if (type.kind === "decimal") return Number(value).toFixed(type.scale);
      return String(value);
    })
  );
}

function samplesFor(
  format: Format,
  { nul }: Conformance,
): fc.Arbitrary<Sample[]> {
  if (!format.manyTables) return sample({ nul }).map((one) => [one]);
  return fc.integer({ min: 1, max: 3 }).chain((count) =>
    fc.tuple(
      ...["t", "o\"d`d's", "app.accounts"].slice(0, count).map((name) =>
        sample({ nul }, name)
      ),
    )
  );
}

Deno.test("every registered format is tested here, and stands under its name", () => {
  // What is for the way to a database only is tested with that database.
  const readable = [...formats].filter(([_, { wire }]) => !wire);
  assertEquals(
    Object.keys(CONFORMANCE).sort(),
    readable.map(([name]) => name).sort(),
  );
  for (const [name, format] of readable) {
    assertEquals(format.name, name);
    assertEquals(format.extension, name);
    assert(!format.summary.endsWith("."));
    for (const [option, parameter] of Object.entries(format.options)) {
      assert(/^[a-z_]+$/.test(option));
      assert(parameter.default !== undefined);
    }
  }
});

for (const [name, conformance] of Object.entries(CONFORMANCE)) {
  const format = formats.get(name)!;
  const { options, expected = (rows) => rows } = conformance;

  Deno.test(`${name} reads back equal, whatever is in the table`, () => {
    fc.assert(
      fc.property(samplesFor(format, conformance), (samples) => {
        const file = textOf(fileOf(format, samples, options));
        assertEquals(
          conformance.read(file, samples),
          samples.map((sample) => expected(expectedRows(sample), sample)),
        );
      }),
      { numRuns: 200 },
    );
  });

  Deno.test(`${name} options left out are the defaults`, () => {
    const defaults = Object.fromEntries(
      Object.entries(format.options).map((
        [key, parameter],
      ) => [key, parameter.default]),
    );
    fc.assert(
      fc.property(sample({ nul: false }), (sample) => {
        assertEquals(
          fileOf(format, [sample], {}),
          fileOf(format, [sample], defaults),
        );
      }),
      { numRuns: 20 },
    );
  });

  Deno.test(`${name} continues a file as its frame says`, () => {
    fc.assert(
      fc.property(sample({ nul: false }), fc.nat(9), (sample, cut) => {
        const before = someRows(sample, 0, Math.min(cut, sample.rows));
        const after = someRows(sample, before.rows, sample.rows);
        fc.pre(after.rows > 0);
        const file = resumed(format, before, after, options);
        assertEquals(
          conformance.read(textOf(file), [sample]),
          [expected(expectedRows(sample), sample)],
        );
      }),
      { numRuns: 50 },
    );
  });

  Deno.test(`${name} ${conformance.nul ? "writes" : "refuses"} a NUL character`, () => {
    for (const entries of [false, true]) {
      const sample = textSample(["a", "b\0c", "\0"], { name: "bio", entries });
      if (conformance.nul) {
        const file = textOf(fileOf(format, [sample], options));
        assertEquals(conformance.read(file, [sample]), [expectedRows(sample)]);
        continue;
      }
      const error = assertThrows(
        () => fileOf(format, [sample], options),
        ThrustError,
        `column "bio" of table "t" as ${name}: there is a NUL character`,
      );
      assertEquals(error.code, "VALUE_REFUSED");
      assertEquals(error.fields.field, "bio");
      assertEquals(error.fields.row, entries ? undefined : 1);
    }
  });
}

function someRows(sample: Sample, from: number, until: number): Sample {
  const columns = sample.columns.map(({ shape, texts, numbers }) => {
    const width = shape.storage === "words" ? 4 : 1;
    return {
      shape: shape.strings === undefined ? shape : {
        ...shape,
        strings: entriesOf(
          shape.type,
          texts.slice(from, until).map((text) => text ?? ""),
        ),
      },
      texts: texts.slice(from, until),
      numbers: numbers.slice(width * from, width * until),
    };
  });
  return { ...sample, rows: until - from, columns };
}

/** What a target does with `Frame.resume`. */
function resumed(
  format: Format,
  before: Sample,
  after: Sample,
  options: FormatOptions,
): Uint8Array {
  const old = fileOf(format, [before], options);
  const table = tableOf(after);
  const { prologue, epilogue, resume } = format.frame(table, options);
  const kept = old.subarray(0, old.length - resume!.cut.length);
  assertEquals(old.subarray(kept.length), resume!.cut);
  const hasRows = kept.length > prologue.length;
  return joined([
    kept,
    hasRows ? resume!.join : new Uint8Array(0),
    rowsOf(format, after, table, options),
    epilogue,
  ]);
}
