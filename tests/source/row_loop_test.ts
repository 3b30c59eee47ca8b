// The row loop against a naive writer that goes cell by cell and joins strings.
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { ThrustError } from "../../core/errors.ts";
import type { Cell, RowLayout } from "../../core/format.ts";
import type { Storage } from "../../core/value_type.ts";
import { valueType } from "../../core/value_type.ts";
import { Strings } from "../../core/values/strings.ts";
import { Vector } from "../../core/values/vector.ts";
import { compileRowLoop, Scratch } from "../../source/row_loop.ts";
import { copyText } from "../../source/formats/write/text.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A column of a random table: its cell without the writer, and a value for each row. */
interface Column {
  storage: Storage;
  nullable: boolean;
  before: string;
  null: string;
  open?: string;
  close?: string;
  /** numbers and words: whole numbers of 32 bits. */
  numbers: number[];
  texts: string[];
  nulls: boolean[];
}

interface Table {
  group: number;
  first: string;
  next: string;
  end: string;
  close: string;
  columns: Column[];
  firstRow: number;
  rows: number;
  /** Rows of the table beyond the last that is encoded. */
  more: number;
}

const literal = fc.oneof(
  fc.string({ maxLength: 5 }),
  fc.string({ maxLength: 90, unit: "grapheme" }),
);
const text = fc.oneof(
  fc.string({ maxLength: 9 }),
  fc.string({ maxLength: 40, unit: "grapheme" }),
);

const ROWS = 7;

const column: fc.Arbitrary<Column> = fc.record({
  storage: fc.constantFrom<Storage>("numbers", "words", "entries", "slices"),
  nullable: fc.boolean(),
  before: literal,
  null: literal,
  open: fc.option(literal, { nil: undefined }),
  close: fc.option(literal, { nil: undefined }),
  numbers: fc.array(fc.nat(4294967295), { minLength: ROWS, maxLength: ROWS }),
  texts: fc.array(text, { minLength: ROWS, maxLength: ROWS }),
  nulls: fc.array(fc.boolean(), { minLength: ROWS, maxLength: ROWS }),
});

const table: fc.Arbitrary<Table> = fc.record({
  group: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 5 })),
  first: literal,
  next: literal,
  end: literal,
  // A row is never without bytes.
  close: literal.map((one) => one + "\n"),
  columns: fc.array(column, { maxLength: 6 }),
  firstRow: fc.oneof(fc.nat(12), fc.constant(2 ** 40)),
  rows: fc.integer({ min: 0, max: ROWS }),
  more: fc.nat(2),
});

function writeDigits(out: DataView, at: number, value: number): number {
  for (const digit of String(value)) {
    out.setUint8(at++, digit.charCodeAt(0));
  }
  return at;
}

/** What all writers may do: spoil what is behind. */
function spoil(out: DataView, at: number): number {
  for (let i = 0; i < 16; i++) out.setUint8(at + i, 0xee);
  return at;
}

function cellOf(column: Column): Cell {
  const around = {
    before: encoder.encode(column.before),
    null: encoder.encode(column.null),
    open: column.open === undefined ? undefined : encoder.encode(column.open),
    close: column.close === undefined
      ? undefined
      : encoder.encode(column.close),
  };
  switch (column.storage) {
    case "numbers":
      return {
        ...around,
        storage: "numbers",
        write: (out, at, value) => spoil(out, writeDigits(out, at, value)),
        maxBytes: 10,
      };
    case "words":
      return {
        ...around,
        storage: "words",
        write: (out, at, words, i) =>
          spoil(out, writeDigits(out, at, words[4 * i + 3])),
        maxBytes: 10,
      };
    case "entries":
      return {
        ...around,
        storage: "entries",
        strings: Strings.from(column.texts),
      };
    case "slices":
      return {
        ...around,
        storage: "slices",
        write(out, at, bytes, start, end) {
          at = copyText(out, at, bytes, start, end);
          return spoil(out, copyText(out, at, bytes, start, end));
        },
        growth: 2,
        extra: 0,
      };
  }
}

function layoutOf(table: Table): RowLayout {
  return {
    group: table.group,
    first: encoder.encode(table.first),
    next: encoder.encode(table.next),
    end: encoder.encode(table.end),
    close: encoder.encode(table.close),
    cells: table.columns.map(cellOf),
  };
}

/** The vectors of rows `from` to `until`, of those that are encoded. */
function vectorsOf(table: Table, from: number, until: number): Vector[] {
  return table.columns.map((column) => {
    const vector = new Vector();
    vector.prepare(column.storage, until - from);
    vector.strings = Strings.from(column.texts);
    let used = 0;
    for (let row = from; row < until; row++) {
      const i = row - from;
      if (column.nullable) vector.nulls[i] = column.nulls[row] ? 1 : 0;
      if (column.storage === "numbers") vector.numbers[i] = column.numbers[row];
      if (column.storage === "words") {
        vector.words[4 * i + 3] = column.numbers[row];
      }
      if (column.storage === "entries") vector.indexes[i] = row;
      if (column.storage === "slices") {
        const bytes = encoder.encode(column.texts[row]);
        vector.reserve(used + bytes.length, used).set(bytes, used);
        vector.starts[i] = used;
        vector.ends[i] = used += bytes.length;
        if (vector.nulls[i] === 1) vector.starts[i] = 4_000_000_000;
      }
    }
    return vector;
  });
}

function naiveRow(table: Table, i: number): string {
  const row = table.firstRow + i;
  const last = table.firstRow + table.rows + table.more - 1;
  let text = row === 0 || row % table.group === 0 ? table.first : table.next;
  for (const column of table.columns) {
    text += column.before;
    if (column.nullable && column.nulls[i]) {
      text += column.null;
      continue;
    }
    text += column.open ?? "";
    if (column.storage === "entries") text += column.texts[i];
    else if (column.storage === "slices") text += column.texts[i].repeat(2);
    else text += column.numbers[i];
    text += column.close ?? "";
  }
  const closes = row === last || (row + 1) % table.group === 0;
  return text + (closes ? table.close : table.end);
}

function encoded(
  table: Table,
  parts: [from: number, until: number][],
  places: (Uint32Array | undefined)[] = [],
) {
  const loop = compileRowLoop(
    layoutOf(table),
    table.columns.map(({ storage, nullable }, c) => ({
      storage,
      type: valueType("int", { nullable }),
      repeats: places[c] !== undefined,
    })),
  );
  const out = new Scratch();
  const rows: string[] = [];
  for (const [from, until] of parts) {
    const bytes = loop(
      vectorsOf(table, from, until),
      until - from,
      table.firstRow + from,
      table.firstRow + table.rows + table.more,
      out,
      places,
    );
    let start = 0;
    for (let i = 0; i < until - from; i++) {
      rows.push(decoder.decode(out.bytes.slice(start, out.ends[i])));
      start = out.ends[i];
    }
    assertEquals(start, bytes);
  }
  return rows;
}

Deno.test("the row loop writes what a naive writer writes, with the end of each row", () => {
  fc.assert(
    fc.property(table, (table) => {
      const naive = Array.from(
        { length: table.rows },
        (_, i) => naiveRow(table, i),
      );
      assertEquals(encoded(table, [[0, table.rows]]), naive);
    }),
    { numRuns: 300 },
  );
});

Deno.test("rows encoded apart are the rows encoded together", () => {
  fc.assert(
    fc.property(table, fc.nat(ROWS), (table, cut) => {
      const middle = Math.min(cut, table.rows);
      assertEquals(
        encoded(table, [[0, middle], [middle, table.rows]]),
        encoded(table, [[0, table.rows]]),
      );
    }),
    { numRuns: 100 },
  );
});

Deno.test("a value that neighbours share is written for each of them", () => {
  const shared = fc.array(fc.array(fc.boolean(), {
    minLength: ROWS,
    maxLength: ROWS,
  }));
  fc.assert(
    fc.property(table, shared, (table, shared) => {
      const places = table.columns.map((_, c) => {
        if (shared[c] === undefined) return undefined;
        let place = 0;
        return Uint32Array.from(
          { length: table.rows },
          (_, i) => i > 0 && !shared[c][i] ? ++place : place,
        );
      });
      const columns = table.columns.map((column, c): Column => {
        const spread = <T>(values: T[]) =>
          places[c] === undefined
            ? values
            : Array.from(places[c], (place) => values[place]);
        return {
          ...column,
          numbers: spread(column.numbers),
          texts: spread(column.texts),
          nulls: spread(column.nulls),
        };
      });
      const naive = Array.from(
        { length: table.rows },
        (_, i) => naiveRow({ ...table, columns }, i),
      );
      assertEquals(encoded(table, [[0, table.rows]], places), naive);
    }),
    { numRuns: 300 },
  );
});

const plainColumn = { type: valueType("int"), storage: "numbers" } as const;
const nothing = new Uint8Array(0);

function digits(write: (value: number) => void): RowLayout {
  const cell: Cell = {
    before: nothing,
    null: nothing,
    storage: "numbers",
    maxBytes: 10,
    write(out, at, value) {
      write(value);
      return writeDigits(out, at, value);
    },
  };
  const end = encoder.encode("\n");
  return {
    group: Infinity,
    first: nothing,
    next: nothing,
    end,
    close: end,
    cells: [cell],
  };
}

Deno.test("a refused value is reported with its row", () => {
  const layout = digits((value) => {
    if (value === 9) {
      throw new ThrustError("VALUE_REFUSED", "Cannot write 9: it is odd", {
        table: "t",
      });
    }
  });
  const loop = compileRowLoop(layout, [plainColumn]);
  const vector = new Vector();
  vector.prepare("numbers", 4);
  vector.numbers.set([1, 2, 9, 3]);
  const error = assertThrows(
    () => loop([vector], 4, 5000, 10_000, new Scratch()),
    ThrustError,
    "Cannot write 9: it is odd in row 5002",
  );
  assertEquals(error.code, "VALUE_REFUSED");
  assertEquals(error.fields, { table: "t", row: 5002 });
  const repeating = compileRowLoop(layout, [{ ...plainColumn, repeats: true }]);
  const places = [Uint32Array.of(1, 1, 1, 2, 2)];
  const repeated = assertThrows(
    () => repeating([vector], 5, 5000, 10_000, new Scratch(), places),
    ThrustError,
  );
  assertEquals(repeated.fields, { table: "t", row: 5003 });
});

Deno.test("any other error passes through as it is", () => {
  const layout = digits(() => {
    throw new RangeError("broken");
  });
  const loop = compileRowLoop(layout, [plainColumn]);
  const vector = new Vector();
  vector.prepare("numbers", 1);
  assertThrows(() => loop([vector], 1, 0, 1, new Scratch()), RangeError);
});

Deno.test("a layout that does not fit the columns is refused", () => {
  const layout = digits(() => {});
  assertThrows(() => compileRowLoop(layout, []), TypeError, "1 cells for 0");
  assertThrows(
    () =>
      compileRowLoop(layout, [{ type: valueType("uuid"), storage: "words" }]),
    TypeError,
    "column 0 has words",
  );
});

Deno.test("measured cells stand behind the length of all that they write", () => {
  const column = (storage: Storage, texts: string[]): Column => ({
    storage,
    nullable: false,
    before: "<",
    null: "",
    close: ">",
    numbers: [7, 12345],
    texts,
    nulls: [],
  });
  const table: Table = {
    group: Infinity,
    first: "",
    next: "",
    end: "\n",
    close: "\n",
    columns: [
      column("numbers", []),
      column("entries", ["a", "x".repeat(200)]),
      column("words", []),
      column("slices", ["é", ""]),
    ],
    firstRow: 0,
    rows: 2,
    more: 0,
  };
  const layout = layoutOf(table);
  layout.cells[0].measured = 1;
  layout.cells[1].measured = 2;
  const loop = compileRowLoop(
    layout,
    table.columns.map(({ storage }) => ({ storage, type: valueType("int") })),
  );
  const out = new Scratch();
  loop(vectorsOf(table, 0, 2), 2, 0, 2, out);
  const row = (digits: string, entry: string, slice: string) => {
    const first = encoder.encode(`<${digits}>`);
    const second = encoder.encode(`<${entry}><${digits}>`);
    return [
      ...[0, 0, 0, first.length, ...first],
      ...[0, 0, 0, second.length, ...second],
      ...encoder.encode(`<${slice}>\n`),
    ];
  };
  const rows = [row("7", "a", "éé"), row("12345", "x".repeat(200), "")];
  assertEquals(
    [...out.ends],
    rows.map((_, i) => rows.slice(0, i + 1).flat().length),
  );
  assertEquals([...out.bytes.slice(0, out.ends[1])], rows.flat());
});
