// JSON texts made of columns of the row, written as the format json writes them.
import type { ColumnShape, RowLayout } from "../core/format.ts";
import type {
  ColumnReader,
  JsonPart,
  JsonTexts,
  PartialRecord,
} from "../core/generator.ts";
import type { Vector } from "../core/values/vector.ts";
import { jsonCells } from "./formats/json_object.ts";
import { compileRowLoop, type RowLoop, Scratch } from "./row_loop.ts";

const NOTHING = new Uint8Array(0);
const encoder = new TextEncoder();

/** A text for each row: what stands before each value, the value, and what stands after the last one. */
export class JsonRows implements JsonTexts {
  readonly #rowLoop: RowLoop;
  readonly #readers: readonly ColumnReader[];
  readonly #vectors: Vector[];
  readonly #scratch = new Scratch();

  constructor(parts: readonly JsonPart[], after: string) {
    const shapes = parts.map(({ column }) => shapeOf(column));
    this.#readers = shapes.flatMap((shape, i) =>
      shape.parts?.parts.map(({ source }) => source) ?? [parts[i].column]
    );
    const end = encoder.encode(after);
    const layout: RowLayout = {
      group: Infinity,
      first: NOTHING,
      next: NOTHING,
      end,
      close: end,
      cells: shapes.flatMap((shape, i) => jsonCells(shape, parts[i].before)),
    };
    this.#rowLoop = compileRowLoop(
      layout,
      this.#readers.map(({ type, prepared: { storage } }) => ({
        type,
        storage,
      })),
    );
    this.#vectors = new Array(this.#readers.length);
  }

  encode(record: PartialRecord): number {
    // A column may come to itself through a reference: what that leaves behind is read over again.
    for (const reader of this.#readers) reader.read(record);
    for (let i = 0; i < this.#readers.length; i++) {
      this.#vectors[i] = this.#readers[i].read(record);
    }
    const { count } = record.rows;
    return this.#rowLoop(this.#vectors, count, 0, Infinity, this.#scratch);
  }

  get bytes(): Uint8Array {
    return this.#scratch.bytes;
  }

  get ends(): Uint32Array {
    return this.#scratch.ends;
  }
}

function shapeOf({ type, prepared }: ColumnReader): ColumnShape {
  const { storage, strings, plain = false, parts } = prepared;
  return { name: "", type, storage, strings, plain, parts };
}
