// The texts of a column for the rows of a chunk, as a template writes them.
import type { PartialRecord, Site } from "../../core/generator.ts";
import { FlagScratch, WordScratch } from "../_scratch.ts";
import { compileParts } from "../template/_compile.ts";
import type { TextPart } from "../template/_parts.ts";

export class ColumnTexts {
  /** Text `i` of the last chunk is `bytes` from `starts[i]` to `ends[i]`, but where `nulls[i]` is 1. */
  bytes: Uint8Array = new Uint8Array(0);
  starts: Uint32Array = new Uint32Array(0);
  ends: Uint32Array = new Uint32Array(0);
  nulls: Uint8Array = new Uint8Array(0);
  readonly #part: TextPart;
  /** Its texts are read where they stand. */
  readonly #isText: boolean;
  readonly #starts = new WordScratch();
  readonly #ends = new WordScratch();
  readonly #flags = new FlagScratch();

  constructor(column: string, site: Site) {
    const at = { start: 0, length: 0 };
    const filters: never[] = [];
    const { parts } = compileParts(
      [{ kind: "column", column, filters, at }],
      site,
    );
    [this.#part] = parts();
    this.#isText = this.#part.source!.prepared.storage === "slices";
  }

  /** Has the column made: whoever reads several calls this for all of them first, because one may be made from others. */
  prepare(record: PartialRecord): void {
    this.#part.source!.read(record);
  }

  /** Makes the texts of the record's rows. */
  read(record: PartialRecord): void {
    const { count } = record.rows;
    const part = this.#part;
    const source = part.source!;
    const read = source.read(record);
    const nulls = this.nulls = this.#flags.of(count);
    for (let i = 0; i < count; i++) {
      nulls[i] = source.type.nullable ? read.nulls[i] : 0;
    }
    if (this.#isText) {
      this.bytes = read.bytes;
      this.starts = read.starts;
      this.ends = read.ends;
      return;
    }
    const starts = this.starts = this.#starts.of(count);
    const ends = this.ends = this.#ends.of(count);
    ends.fill(part.maxBytes, 0, count);
    part.addRoom?.(record, nulls, ends);
    let total = 0;
    for (let i = 0; i < count; i++) {
      const room = ends[i];
      starts[i] = ends[i] = total;
      total += room;
    }
    if (this.bytes.length < total) this.bytes = new Uint8Array(2 * total);
    part.write(record, nulls, this.bytes, ends);
  }
}
