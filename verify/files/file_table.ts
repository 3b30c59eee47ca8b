// A table in a file. Where its bytes are the expected ones they need not be read; where they are not, both are taken
// apart in the same way.
import type { OutputTable, Plan, TablePlan } from "../../core/plan.ts";
import type { Source } from "../../source/source.ts";
import { BATCH_ROWS, Cells, cellStorage } from "../cells.ts";
import type { FoundTable, Visitor } from "../place.ts";
import { csvRecords } from "./csv.ts";
import { KnownRows } from "./known_rows.ts";
import { ndjsonRecords } from "./ndjson.ts";
import type { CreateRecordReader, Field, RecordReader } from "./records.ts";
import { tsvRecords } from "./tsv.ts";
import { Window } from "./window.ts";

/** The formats whose records can be taken apart. Of others, only the bytes are compared. */
const READERS: Readonly<Record<string, CreateRecordReader>> = {
  csv: csvRecords,
  tsv: tsvRecords,
  ndjson: ndjsonRecords,
};

export class FileTable implements FoundTable {
  readonly plan: TablePlan;
  readonly name: string;
  readonly columns: string[];
  readonly flaws: string[] = [];
  readonly ordered = true;
  readonly #source: Source;
  readonly #path: string;
  readonly #frame: OutputTable;
  /** Which of the table's files it is. */
  readonly #index: number;
  readonly #records: RecordReader;
  readonly #found: Cells[];
  readonly #expected: Cells[];

  constructor(
    source: Source,
    { output }: Plan,
    plan: TablePlan,
    path: string,
    frame: OutputTable,
    index: number,
  ) {
    const { format, options } = frame.own ?? output;
    const fields = fieldsOf(plan, frame);
    this.plan = plan;
    this.name = JSON.stringify(path);
    this.columns = fields.map(({ name }) => name);
    this.#source = source;
    this.#path = path;
    this.#frame = frame;
    this.#index = index;
    this.#records = READERS[format](fields, options);
    const cells = () => fields.map(({ type }) => new Cells(cellStorage(type)));
    this.#found = cells();
    this.#expected = cells();
  }

  /** Looks at what stands before the rows. */
  look(): void {
    Window.through(this.#path, (window) => {
      if (window.take(this.#frame.prologue)) return;
      window.need(4096);
      const { bytes, at, end } = window;
      const line = new TextDecoder().decode(bytes.slice(at, end))
        .split("\n")[0].trimEnd();
      const asked = new TextDecoder().decode(this.#frame.prologue).trimEnd();
      // Lines may end otherwise.
      if (line === asked) return;
      this.flaws.push(
        `the first line is ${JSON.stringify(line.slice(0, 200))}, not ${
          JSON.stringify(asked.slice(0, 200))
        }`,
      );
    });
  }

  scan(visitor: Visitor): Promise<void> {
    Window.through(this.#path, (window) => this.#scan(window, visitor));
    return Promise.resolve();
  }

  #scan(window: Window, visitor: Visitor): void {
    this.#skipHeader(window);
    let position = 0;
    const { plan } = this;
    const known = new KnownRows(this.#source, plan);
    this.#source.encode(
      plan,
      0,
      plan.rows,
      (sent, ends, count, row, output) => {
        if (output !== this.#index) return;
        const bytes = sent!; // nothing is lent
        if (position === row && window.take(bytes, ends[count - 1])) {
          visitor.same(row, count, (names) => known.last(names, count));
          position += count;
          return;
        }
        const read = this.#readRows(window, count);
        if (read > 0) visitor.found(this.#found, read, position);
        position += read;
        if (visitor.expected === undefined) return;
        this.#readExpected(bytes, ends, count);
        visitor.expected(this.#expected, count, row);
      },
    );
    for (;;) {
      const read = this.#readRows(window, BATCH_ROWS);
      if (read === 0) return;
      visitor.found(this.#found, read, position);
      position += read;
    }
  }

  #skipHeader(window: Window): void {
    const { prologue } = this.#frame;
    if (prologue.length === 0 || window.take(prologue)) return;
    const end = this.#endOfRecord(window);
    if (end !== undefined) window.at = end;
  }

  /** Takes the next records apart; gives how many there were. */
  #readRows(window: Window, most: number): number {
    for (const cells of this.#found) cells.begin();
    let count = 0;
    for (; count < most; count++) {
      const end = this.#endOfRecord(window);
      if (end === undefined) break;
      this.#records.read(window.bytes, window.at, end, this.#found, count);
      window.at = end;
    }
    return count;
  }

  #readExpected(bytes: Uint8Array, ends: Uint32Array, count: number): void {
    for (const cells of this.#expected) cells.begin();
    for (let i = 0, from = 0; i < count; from = ends[i++]) {
      this.#records.read(bytes, from, ends[i], this.#expected, i);
    }
  }

  #endOfRecord(window: Window): number | undefined {
    for (let looked = 4096;; looked *= 4) {
      const there = window.need(looked);
      if (there === 0) return undefined;
      const { bytes, at, end } = window;
      const found = this.#records.end(bytes, at, end);
      if (found !== undefined) return found;
      if (there < looked) return end; // the last record lacks its line's end
    }
  }

  /** Whether records of a format can be taken apart. */
  static reads(format: string): boolean {
    return Object.hasOwn(READERS, format);
  }
}

/** The columns of a table that stand in a file. */
export function fieldsOf(plan: TablePlan, { own }: OutputTable): Field[] {
  const written = plan.columns
    .filter(({ hidden, inner }) => !hidden && inner === undefined);
  return own === undefined
    ? written
    : own.columns.map((name) => written.find((one) => one.name === name)!);
}
