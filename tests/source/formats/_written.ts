// Samples as vectors, as formats write them, and as what a reader should find.
import type {
  Format,
  FormatOptions,
  TableShape,
} from "../../../core/format.ts";
import { Vector } from "../../../core/values/vector.ts";
import { compileRowLoop, Scratch } from "../../../source/row_loop.ts";
import { bytesOf, type Sample, type SampleColumn } from "./_sample.ts";

export const encoder = new TextEncoder();

/** The values of rows `from` to `until`. */
export function vectorOf(
  column: SampleColumn,
  from: number,
  until: number,
): Vector {
  const { shape, texts, numbers } = column;
  const vector = new Vector();
  vector.prepare(shape.storage, until - from);
  if (shape.strings !== undefined) vector.strings = shape.strings;
  let used = 0;
  for (let row = from; row < until; row++) {
    const i = row - from;
    const text = texts[row];
    if (text === null) {
      vector.nulls[i] = 1;
      if (shape.storage === "slices") vector.starts[i] = 99;
      continue;
    }
    if (shape.storage === "numbers") vector.numbers[i] = numbers[row];
    if (shape.storage === "entries") vector.indexes[i] = row;
    if (shape.storage === "words") {
      vector.words.set(numbers.slice(4 * row, 4 * row + 4), 4 * i);
    }
    if (shape.storage === "slices") {
      const bytes = bytesOf(shape.type, text);
      vector.reserve(used + bytes.length, used).set(bytes, used);
      vector.starts[i] = used;
      vector.ends[i] = used += bytes.length;
    }
  }
  return vector;
}

/** A file of these tables, encoded a few rows at a time. */
export function fileOf(
  format: Format,
  samples: Sample[],
  options: FormatOptions = {},
): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [index, sample] of samples.entries()) {
    const table = tableOf(sample, index, samples.length);
    const frame = format.frame(table, options);
    parts.push(frame.prologue, rowsOf(format, sample, table, options));
    parts.push(frame.epilogue);
  }
  return joined(parts);
}

export function tableOf(
  { name, columns }: Sample,
  index = 0,
  count = 1,
): TableShape {
  return { name, columns: columns.map(({ shape }) => shape), index, count };
}

const STEP = 4;

/** The rows alone. */
export function rowsOf(
  format: Format,
  { rows, columns }: Sample,
  table: TableShape,
  options: FormatOptions,
): Uint8Array {
  const shapes = columns.map(({ shape }) => shape);
  const loop = compileRowLoop(format.layout(table, shapes, options), shapes);
  const out = new Scratch();
  const parts: Uint8Array[] = [];
  for (let row = 0; row < rows; row += STEP) {
    const until = Math.min(row + STEP, rows);
    const vectors = columns.map((column) => vectorOf(column, row, until));
    const bytes = loop(vectors, until - row, row, rows, out);
    parts.push(out.bytes.slice(0, bytes));
  }
  return joined(parts);
}

export function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(
    parts.reduce((sum, part) => sum + part.length, 0),
  );
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes as text; a BOM is part of it. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
    bytes,
  );
}

/** Row by row what a reader must find. */
export function expectedRows({ rows, columns }: Sample): (string | null)[][] {
  return Array.from(
    { length: rows },
    (_, row) => columns.map(({ texts }) => texts[row]),
  );
}
