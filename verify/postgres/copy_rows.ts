// Rows of a binary COPY from the server, as they come in pieces.
import { BATCH_ROWS, type Cells } from "../cells.ts";
import type { Decode } from "./decode.ts";

/** Bytes of the signature, the flags and an empty extension. */
const HEADER_BYTES = 19;
const FIRST_BYTES = 1 << 20;

export class CopyRows {
  readonly #cells: readonly Cells[];
  readonly #decoders: readonly Decode[];
  readonly #show: (count: number) => void;
  #bytes = new Uint8Array(FIRST_BYTES);
  #view = new DataView(this.#bytes.buffer);
  #end = 0;
  #isHeaderRead = false;
  #count = 0;

  /** @param show Called when a batch of rows stands in the cells. */
  constructor(
    cells: readonly Cells[],
    decoders: readonly Decode[],
    show: (count: number) => void,
  ) {
    this.#cells = cells;
    this.#decoders = decoders;
    this.#show = show;
    for (const one of cells) one.begin();
  }

  take(piece: Uint8Array): void {
    if (this.#end + piece.length > this.#bytes.length) {
      this.#read();
      this.#reserve(piece.length);
    }
    this.#bytes.set(piece, this.#end);
    this.#end += piece.length;
  }

  finish(): void {
    this.#read();
    this.#batch();
  }

  #reserve(more: number): void {
    if (this.#end + more <= this.#bytes.length) return;
    const grown = new Uint8Array(2 * (this.#end + more));
    grown.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }

  /** Reads the whole rows among the bytes, and moves the rest to the front. */
  #read(): void {
    const view = this.#view;
    const bytes = this.#bytes;
    const end = this.#end;
    const decoders = this.#decoders;
    const cells = this.#cells;
    let at = 0;
    if (!this.#isHeaderRead && end >= HEADER_BYTES) {
      at = HEADER_BYTES;
      this.#isHeaderRead = true;
    }
    for (;;) {
      if (at + 2 > end || view.getInt16(at) === -1) break;
      const next = this.#rowEnd(at, end);
      if (next === -1) break;
      const i = this.#count++;
      at += 2;
      for (let k = 0; k < decoders.length; k++) {
        const length = view.getInt32(at);
        at += 4;
        if (length === -1) {
          cells[k].setNull(i);
          continue;
        }
        decoders[k](view, bytes, at, length, cells[k], i);
        at += length;
      }
      at = next;
      if (this.#count === BATCH_ROWS) this.#batch();
    }
    bytes.copyWithin(0, at, end);
    this.#end = end - at;
  }

  /** Where the row ends; -1 where it has not all come. */
  #rowEnd(at: number, end: number): number {
    const view = this.#view;
    at += 2;
    for (let k = 0; k < this.#decoders.length; k++) {
      if (at + 4 > end) return -1;
      const length = view.getInt32(at);
      at += 4 + (length > 0 ? length : 0);
    }
    return at > end ? -1 : at;
  }

  #batch(): void {
    if (this.#count === 0) return;
    this.#show(this.#count);
    this.#count = 0;
    for (const one of this.#cells) one.begin();
  }
}
