// Writes the rows of a new table as pages of SQLite's file format ("Database File Format", sections 1.3 to 1.6): leaves
// one after another behind the end of the file, then the pages that lead to them. SQLite itself has made the file and the
// table, whose root page stays where it is, and makes the indexes afterwards. It must not have the file open meanwhile.
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { ThrustError } from "../../core/errors.ts";
import type { Run } from "../../core/ring/ring_buffer.ts";
import {
  ROW_NUMBER_BYTES,
  SERIAL_BLOB,
  SERIAL_BYTES,
  SERIAL_REAL,
  varintBytes,
  writeVarint,
} from "../../core/wire/sqlite_records.ts";
import { attempt } from "../output.ts";
import { wholeBytes } from "./run_bytes.ts";

/** What SQLite gives files by default; the file must have it. */
const PAGE = 4096;
const LEAF = 0x0d;
const INTERIOR = 0x05;
const LEAF_HEADER = 8;
const INTERIOR_HEADER = 12;
/** A record of up to this length stands in its leaf; of a longer one, the rest is in pages of its own. */
const MOST_LOCAL = PAGE - 35;
const LEAST_LOCAL = Math.floor((PAGE - 12) * 32 / 255) - 23;
const OVERFLOW_HEADER = 4;
/** Children of a page whose row numbers take the most bytes. */
const MOST_CHILDREN = Math.floor((PAGE - INTERIOR_HEADER) / (4 + 9 + 2));
/** The page with the byte at 2^30 holds locks and never rows. */
const LOCK_PAGE = 2 ** 30 / PAGE + 1;
/** Places in the file's header. */
const PAGE_SIZE_AT = 16;
const PAGES_AT = 28;
/** Pages that are written at once. */
const TOGETHER = 64;
/** Copies may spoil so many bytes behind what they copy. */
const SLACK = 8;

/** A page, and the last row that can be reached through it. */
interface Child {
  page: number;
  row: number;
}

export class PageWriter {
  readonly #name: string;
  readonly #fd: number;
  readonly #root: number;
  readonly #columns: number;
  readonly #hasKey: boolean;
  /** Pages of the file so far. */
  #pages: number;
  /** Pages that follow one another and have yet to be written, and the number of the first. */
  readonly #out = new Uint8Array(TOGETHER * PAGE);
  readonly #outView = new DataView(this.#out.buffer);
  #held = 0;
  #firstHeld = 0;
  /** The leaf in the making: its cells in order, and where each begins. */
  readonly #cells = new Uint8Array(PAGE + SLACK);
  readonly #cellsView = new DataView(this.#cells.buffer);
  readonly #starts = new Uint16Array(PAGE);
  #count = 0;
  #used = 0;
  #row = 0;
  #leaves: Child[] = [];

  /**
   * @param name The file's name in messages.
   * @param root The table's root page.
   * @param hasKey Rows bring their numbers.
   */
  constructor(
    path: string,
    name: string,
    root: number,
    columns: number,
    hasKey: boolean,
  ) {
    this.#name = name;
    this.#root = root;
    this.#columns = columns;
    this.#hasKey = hasKey;
    this.#fd = attempt("write to", name, () => openSync(path, "r+"));
    const header = new DataView(new ArrayBuffer(100));
    attempt("read", name, () => readSync(this.#fd, header, 0, 100, 0));
    if (header.getUint16(PAGE_SIZE_AT) !== PAGE) {
      throw new TypeError(`Cannot write pages: the file's are not of ${PAGE}`);
    }
    this.#pages = header.getUint32(PAGES_AT);
  }

  /** Adds records (see core/wire/sqlite_records.ts). */
  add(run: Run): void {
    const bytes = wholeBytes(run);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = 0;
    for (let i = 0; i < run.count; i++) {
      let row = this.#row + 1;
      if (this.#hasKey) {
        row = view.getFloat64(at, true);
        at += ROW_NUMBER_BYTES;
      }
      const start = at;
      let values = 0;
      for (let c = 0; c < this.#columns; c++) {
        let type = bytes[at++];
        if (type >= 0x80) {
          type &= 0x7f;
          let byte;
          do {
            byte = bytes[at++];
            type = type * 0x80 + (byte & 0x7f);
          } while (byte >= 0x80);
        }
        values += type <= SERIAL_REAL
          ? SERIAL_BYTES[type]
          : Math.floor((type - SERIAL_BLOB) / 2);
      }
      const types = at - start;
      at += values;
      this.#addRow(row, view, start, types, at);
    }
  }

  #addRow(
    row: number,
    view: DataView,
    start: number,
    types: number,
    end: number,
  ): void {
    if (row <= this.#row && this.#count + this.#leaves.length > 0) {
      throw new ThrustError(
        "TARGET_FAILED",
        `Cannot write to ${this.#name}: row number ${row} comes after ${this.#row}`,
      );
    }
    // The header's length counts itself.
    const header = types < 0x7f ? types + 1 : types + 2;
    const length = header + end - start - types;
    const isLocal = length <= MOST_LOCAL;
    const local = isLocal ? length : localBytes(length);
    const prefix = varintBytes(length) + varintBytes(row);
    const size = prefix + local + (isLocal ? 0 : 4);
    if (LEAF_HEADER + 2 * (this.#count + 1) + this.#used + size > PAGE) {
      this.#endLeaf();
    }
    this.#row = row;
    this.#starts[this.#count++] = this.#used;
    const out = this.#cellsView;
    let to = writeVarint(out, this.#used, length);
    to = writeVarint(out, to, row);
    if (isLocal) {
      to = writeVarint(out, to, header);
      copy(out, to, view, start, end);
    } else {
      const record = new Uint8Array(length + SLACK);
      const recordView = new DataView(record.buffer);
      copy(recordView, writeVarint(recordView, 0, header), view, start, end);
      this.#cells.set(record.subarray(0, local), to);
      out.setUint32(to + local, this.#overflow(record.subarray(local, length)));
    }
    this.#used += size;
  }

  /** Writes what does not stand in the leaf; says where it begins. */
  #overflow(rest: Uint8Array): number {
    const room = PAGE - OVERFLOW_HEADER;
    let first = 0;
    for (let at = 0; at < rest.length; at += room) {
      const { page, offset } = this.#newPage();
      if (at === 0) first = page;
      const part = rest.subarray(at, at + room);
      const isLast = at + room >= rest.length;
      this.#outView.setUint32(offset, isLast ? 0 : this.#nextPage());
      this.#out.set(part, offset + OVERFLOW_HEADER);
      this.#out.fill(0, offset + OVERFLOW_HEADER + part.length, offset + PAGE);
    }
    return first;
  }

  #endLeaf(): void {
    const { page, offset } = this.#newPage();
    this.#writeLeaf(offset);
    this.#leaves.push({ page, row: this.#row });
    this.#count = this.#used = 0;
  }

  #writeLeaf(offset: number): void {
    const begin = PAGE - this.#used;
    this.#writeHeader(offset, LEAF, this.#count, begin);
    const pointers = offset + LEAF_HEADER;
    for (let i = 0; i < this.#count; i++) {
      this.#outView.setUint16(pointers + 2 * i, begin + this.#starts[i]);
    }
    this.#out.fill(0, pointers + 2 * this.#count, offset + begin);
    this.#out.set(this.#cells.subarray(0, this.#used), offset + begin);
  }

  #writeHeader(offset: number, kind: number, cells: number, begin: number) {
    const out = this.#outView;
    out.setUint8(offset, kind);
    out.setUint16(offset + 1, 0);
    out.setUint16(offset + 3, cells);
    out.setUint16(offset + 5, begin);
    out.setUint8(offset + 7, 0);
  }

  /** A page that leads to others; the last one has no cell but a place in the header. */
  #writeInterior(offset: number, children: Child[]): void {
    const out = this.#outView;
    const last = children.length - 1;
    let begin = PAGE;
    this.#out.fill(0, offset, offset + PAGE);
    for (const [i, { page, row }] of children.slice(0, last).entries()) {
      begin -= 4 + varintBytes(row);
      out.setUint32(offset + begin, page);
      writeVarint(out, offset + begin + 4, row);
      out.setUint16(offset + INTERIOR_HEADER + 2 * i, begin);
    }
    this.#writeHeader(offset, INTERIOR, last, begin);
    out.setUint32(offset + LEAF_HEADER, children[last].page);
  }

  /** Writes what is left, and the way from the root to the leaves. */
  finish(): void {
    let level = this.#leaves;
    if (level.length > 0) {
      this.#endLeaf();
      while (level.length > MOST_CHILDREN) level = this.#parents(level);
    }
    this.#flush();
    if (level.length > 0) this.#writeInterior(0, level);
    else this.#writeLeaf(0);
    this.#writeAt(this.#out.subarray(0, PAGE), this.#root);
    const pages = new DataView(new ArrayBuffer(4));
    pages.setUint32(0, this.#pages);
    attempt("write to", this.#name, () => {
      writeSync(this.#fd, pages, 0, 4, PAGES_AT);
      closeSync(this.#fd);
    });
  }

  /** Shares children evenly among as few pages as hold them. */
  #parents(children: Child[]): Child[] {
    const count = Math.ceil(children.length / MOST_CHILDREN);
    return Array.from({ length: count }, (_, i) => {
      const from = Math.floor(i * children.length / count);
      const to = Math.floor((i + 1) * children.length / count);
      const { page, offset } = this.#newPage();
      this.#writeInterior(offset, children.slice(from, to));
      return { page, row: children[to - 1].row };
    });
  }

  /** Gives up; the file is of no use then. */
  abandon(): void {
    closeSync(this.#fd);
  }

  /** The number that the next page will have. */
  #nextPage(): number {
    const next = this.#pages + 1;
    return next === LOCK_PAGE ? next + 1 : next;
  }

  /** A page at the end of the file, and where in `#out` it is to be made. */
  #newPage(): { page: number; offset: number } {
    const page = this.#nextPage();
    if (this.#held === TOGETHER || page !== this.#pages + 1) this.#flush();
    if (this.#held === 0) this.#firstHeld = page;
    this.#pages = page;
    return { page, offset: PAGE * this.#held++ };
  }

  #flush(): void {
    this.#writeAt(this.#out.subarray(0, PAGE * this.#held), this.#firstHeld);
    this.#held = 0;
  }

  #writeAt(bytes: Uint8Array, page: number): void {
    const from = PAGE * (page - 1);
    attempt("write to", this.#name, () => {
      for (let at = 0; at < bytes.length;) {
        at += writeSync(this.#fd, bytes, at, bytes.length - at, from + at);
      }
    });
  }
}

/** How much of a long record stands in its leaf. */
function localBytes(length: number): number {
  const room = PAGE - OVERFLOW_HEADER;
  const local = LEAST_LOCAL + (length - LEAST_LOCAL) % room;
  return local <= MOST_LOCAL ? local : LEAST_LOCAL;
}

/** Copies in words of which the last may go too far; what it reads there means nothing. */
function copy(
  out: DataView,
  to: number,
  bytes: DataView,
  from: number,
  end: number,
): void {
  const last = Math.min(end, bytes.byteLength - 4);
  for (; from < last; from += 4, to += 4) {
    out.setInt32(to, bytes.getInt32(from));
  }
  for (; from < end; from++, to++) out.setUint8(to, bytes.getUint8(from));
}
