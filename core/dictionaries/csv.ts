// CSV after RFC 4180, a record at a time, as places in its bytes.

/**
 * Told of each field: where its text is, without the quotes around it, and how many quotes in it are doubled.
 */
export type FieldVisitor = (
  column: number,
  start: number,
  end: number,
  quotes: number,
) => void;

const LF = 10;
const CR = 13;
const QUOTE = 34;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export class CsvRecords {
  readonly #bytes: Uint8Array;
  readonly #separator: number;
  /** Behind the last record. */
  at: number;
  /** Where the last record begins: its line, from 1. */
  line = 0;
  #nextLine: number;

  constructor(
    bytes: Uint8Array,
    separator: number,
    at: number,
    nextLine = 1,
  ) {
    this.#bytes = bytes;
    this.#separator = separator;
    this.at = at;
    this.#nextLine = nextLine;
  }

  /** The line behind the last record. */
  get nextLine(): number {
    return this.#nextLine;
  }

  /**
   * Goes on to the next record; empty lines are none.
   *
   * @returns How many fields it has; 0 at the end.
   * @throws {SyntaxError} With the line.
   */
  next(visit: FieldVisitor): number {
    const bytes = this.#bytes;
    const { length } = bytes;
    let at = this.#skipEmpty();
    this.line = this.#nextLine;
    if (at >= length) {
      this.at = at;
      return 0;
    }
    for (let column = 0;; column++) {
      at = bytes[at] === QUOTE
        ? this.#quoted(at + 1, column, visit)
        : this.#bare(at, column, visit);
      if (bytes[at] === this.#separator) {
        at++;
        if (at < length) continue;
        visit(++column, at, at, 0);
      }
      this.#nextLine++;
      this.at = at + (bytes[at] === CR ? 2 : 1);
      return column + 1;
    }
  }

  #skipEmpty(): number {
    const bytes = this.#bytes;
    let { at } = this;
    while (bytes[at] === LF || bytes[at] === CR && bytes[at + 1] === LF) {
      at += bytes[at] === CR ? 2 : 1;
      this.#nextLine++;
    }
    return at;
  }

  /** Gives where the separator or the end of the line stands. */
  #bare(at: number, column: number, visit: FieldVisitor): number {
    const bytes = this.#bytes;
    const separator = this.#separator;
    const { length } = bytes;
    const start = at;
    for (; at < length; at++) {
      const byte = bytes[at];
      if (byte === separator || byte === LF) break;
      if (byte === QUOTE) {
        this.#refuse(`a " in a field that does not begin with one`);
      }
    }
    if (at < length && bytes[at] === LF && at > start && bytes[at - 1] === CR) {
      at--;
    }
    visit(column, start, at, 0);
    return at;
  }

  #quoted(at: number, column: number, visit: FieldVisitor): number {
    const bytes = this.#bytes;
    const { length } = bytes;
    const start = at;
    let quotes = 0;
    let lines = 0;
    for (; at < length; at++) {
      if (bytes[at] === LF) lines++;
      if (bytes[at] !== QUOTE) continue;
      if (bytes[at + 1] !== QUOTE) break;
      quotes++;
      at++;
    }
    if (at >= length) this.#refuse(`a field in " that does not end`);
    const end = at++;
    const isOver = at >= length || bytes[at] === this.#separator ||
      bytes[at] === LF || bytes[at] === CR && bytes[at + 1] === LF;
    if (!isOver) this.#refuse(`something behind a field in "`);
    visit(column, start, end, quotes);
    this.#nextLine += lines;
    return at;
  }

  #refuse(what: string): never {
    throw new SyntaxError(`is no CSV: line ${this.line} has ${what}`);
  }
}

/** A field's text. */
export function fieldText(
  bytes: Uint8Array,
  start: number,
  end: number,
  quotes: number,
): string {
  const text = decoder.decode(bytes.subarray(start, end));
  return quotes > 0 ? text.replaceAll('""', '"') : text;
}
