// The text of a Genfile and its lines: turns offsets into places.
import type { Place } from "../../diagnostic.ts";

/** A Genfile's text without its byte order mark. */
export class SourceText {
  readonly text: string;
  readonly #lineStarts: number[] = [0];

  constructor(text: string) {
    this.text = text.startsWith("\ufeff") ? text.slice(1) : text;
    for (let i = 0; i < this.text.length; i++) {
      if (this.text[i] === "\n") this.#lineStarts.push(i + 1);
    }
  }

  /** The place of a stretch of the text, cut at the end of its first line. */
  place(start: number, end: number): Place {
    const line = this.#lineAt(start);
    const from = this.#lineStarts[line];
    const length = this.line(line + 1).length;
    const column = Math.min(start - from, length);
    return {
      line: line + 1,
      column: column + 1,
      length: Math.max(1, Math.min(end - from, length) - column),
    };
  }

  /** A line, counted from 1, without its end. */
  line(number: number): string {
    const start = this.#lineStarts[number - 1] ?? this.text.length;
    const end = this.#lineStarts[number] ?? this.text.length + 1;
    const line = this.text.slice(start, end - 1);
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  }

  /** The index of the line that an offset is in: the last that starts at or before it. */
  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lineStarts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
