// Dictionaries from files: a CSV file or one word a line, packed straight from its bytes into memory that all workers
// share. No text of an entry is ever made, so files of millions of lines take about twice their size.
import { CsvRecords, fieldText, type FieldVisitor } from "./csv.ts";
import { type PackedTexts, TextPacker } from "./packed_texts.ts";

/** What a dictionary has. */
export interface DictionaryContent {
  columns: string[];
  /** For each column, the texts. */
  texts: PackedTexts[];
  weights: Float64Array<SharedArrayBuffer> | undefined;
}

/** The column of a dictionary that has no header. */
export const ONLY_COLUMN = "value";
/** The column that says how likely an entry is. */
const WEIGHT = "weight";

const LF = 10;
const CR = 13;

/**
 * The words of a text, one a line; empty lines are none.
 *
 * @throws {SyntaxError} What is wrong, as what follows the file's name.
 */
export function readWords(bytes: Uint8Array): DictionaryContent {
  const begin = contentStart(bytes);
  let words = 0;
  let total = 0;
  eachLine(bytes, begin, (start, end) => {
    words++;
    total += end - start;
  });
  if (words === 0) throw new SyntaxError("has no words in it");
  const packer = new TextPacker(words, total);
  eachLine(bytes, begin, (start, end) => packer.add(bytes, start, end));
  return { columns: [ONLY_COLUMN], texts: [packer], weights: undefined };
}

function eachLine(
  bytes: Uint8Array,
  at: number,
  visit: (start: number, end: number) => void,
): void {
  while (at < bytes.length) {
    const found = bytes.indexOf(LF, at);
    const next = found < 0 ? bytes.length : found;
    const end = next > at && bytes[next - 1] === CR && found >= 0
      ? next - 1
      : next;
    if (end > at) visit(at, end);
    at = next + 1;
  }
}

/** Behind a byte order mark. */
function contentStart(bytes: Uint8Array): number {
  const isMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMark ? 3 : 0;
}

/**
 * A CSV's entries, header first; its column `weight` is taken out.
 *
 * @throws {SyntaxError} What is wrong, as what follows the file's name.
 */
export function readEntries(
  bytes: Uint8Array,
  separator: number,
): DictionaryContent {
  const begin = contentStart(bytes);
  const header = new CsvRecords(bytes, separator, begin);
  const names: string[] = [];
  header.next((_, start, end, quotes) => {
    names.push(fieldText(bytes, start, end, quotes));
  });
  if (names.length === 0) throw new SyntaxError(NO_ENTRIES);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) {
    throw new SyntaxError(`has two columns "${twice}"`);
  }
  const { totals, entries } = measure(bytes, separator, header, names.length);
  const weight = names.indexOf(WEIGHT);
  const columns = names.filter((_, i) => i !== weight);
  if (columns.length === 0) {
    throw new SyntaxError(`has no column beside "${WEIGHT}"`);
  }
  const packers = totals.map((total) => new TextPacker(entries, total));
  const weights = weight < 0 ? undefined : new Float64Array(
    new SharedArrayBuffer(entries * Float64Array.BYTES_PER_ELEMENT),
  );
  const records = new CsvRecords(
    bytes,
    separator,
    header.at,
    header.nextLine,
  );
  let entry = 0;
  const visit: FieldVisitor = (column, start, end, quotes) => {
    if (column !== weight) packers[column].add(bytes, start, end, quotes > 0);
    else weights![entry] = weightOf(bytes, start, end, quotes, records.line);
  };
  for (; entry < entries; entry++) records.next(visit);
  if (weights?.every((value) => value === 0)) {
    throw new SyntaxError("has no weight above 0");
  }
  if (weights && !Number.isFinite(weights.reduce((sum, one) => sum + one, 0))) {
    throw new SyntaxError("has weights whose sum is beyond 1.8e308");
  }
  return {
    columns,
    texts: packers.filter((_, i) => i !== weight),
    weights,
  };
}

export const NO_ENTRIES = "has no entries";

/** Bytes of each column, and how many entries there are. */
function measure(
  bytes: Uint8Array,
  separator: number,
  { at, nextLine }: CsvRecords,
  columns: number,
): { totals: number[]; entries: number } {
  const records = new CsvRecords(bytes, separator, at, nextLine);
  const totals = Array<number>(columns).fill(0);
  const visit: FieldVisitor = (column, start, end, quotes) => {
    totals[column] += end - start - quotes;
  };
  let entries = 0;
  for (let fields = records.next(visit); fields > 0; entries++) {
    if (fields !== columns) {
      throw new SyntaxError(
        `has ${plural(fields, "field")} in line ${records.line} under ` +
          `${plural(columns, "column")}`,
      );
    }
    fields = records.next(visit);
  }
  if (entries === 0) throw new SyntaxError(NO_ENTRIES);
  return { totals, entries };
}

function plural(n: number, what: string): string {
  return n === 1 ? `1 ${what}` : `${n} ${what}s`;
}

const ZERO = 48;
/** So many digits are a whole number that is exact. */
const EXACT_DIGITS = 15;

/** Digits alone, which most weights are, need no text. */
function weightOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  quotes: number,
  line: number,
): number {
  let value = end - start > 0 && end - start <= EXACT_DIGITS ? 0 : NaN;
  for (let i = start; i < end && value === value; i++) {
    const digit = bytes[i] - ZERO;
    value = digit >= 0 && digit <= 9 ? 10 * value + digit : NaN;
  }
  if (value === value) return value;
  const text = fieldText(bytes, start, end, quotes);
  const number = text.trim() === "" ? NaN : Number(text);
  if (number >= 0 && number < Infinity) return number;
  throw new SyntaxError(`has weight "${text}" in line ${line}`);
}
