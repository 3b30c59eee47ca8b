// The rows that a table should have, as cells: made by the source, the very code that made what was written.
import type { Cell, ColumnShape } from "../core/format.ts";
import type { TablePlan } from "../core/plan.ts";
import type { Vector } from "../core/values/vector.ts";
import { POWERS_OF_TEN } from "../core/values/digits.ts";
import { offsetReader, unitsInZone, type Zone } from "../core/values/zone.ts";
import type { Source } from "../source/source.ts";
import { BATCH_ROWS, Cells, cellStorage } from "./cells.ts";
import { setFromText } from "./text_values.ts";

/** How a target spells values that are neither numbers, UUIDs nor texts, or all of a column's. */
export type Spell = (column: ColumnShape) => Cell;

/** Columns of a table's rows. */
export class ExpectedRows {
  readonly #source: Source;
  readonly #table: string;
  readonly #names: readonly string[];
  readonly #shapes: ColumnShape[];
  readonly #cells: Cells[];
  /** Where the column is spelled. */
  readonly #spellers: (Speller | undefined)[];
  /** Where the target keeps local time. */
  readonly #zones: (Zone | undefined)[];

  /**
   * @param spelled Columns whose cells are texts as `spell` writes them, though the kind is not one of texts.
   * @param zoneOf The zone of which the target keeps local times in a column; of one that comes twice, the first is meant.
   */
  constructor(
    source: Source,
    table: TablePlan,
    names: readonly string[],
    spell: Spell,
    zoneOf: (k: number) => Zone | undefined = () => undefined,
  ) {
    this.#source = source;
    this.#table = table.name;
    this.#names = names;
    const shapes = source.shapes(table.name, true);
    this.#shapes = names.map((name) =>
      shapes.find((one) => one.name === name)!
    );
    this.#cells = this.#shapes.map(({ type }) => new Cells(cellStorage(type)));
    this.#zones = names.map((_, k) => zoneOf(k));
    this.#spellers = this.#shapes.map((shape, i) =>
      shape.type.kind !== "text" && this.#cells[i].storage === "texts"
        ? new Speller(spell(shape))
        : undefined
    );
  }

  /** Cells of these rows. */
  at(rows: readonly number[]): Cells[] {
    return this.#show(
      this.#source.evaluate(this.#table, this.#names, rows),
      rows.length,
    );
  }

  /** Cells of the rows that the source has made last. */
  last(count: number): Cells[] {
    return this.#show(this.#source.read(this.#table, this.#names), count);
  }

  /** All rows, batch by batch. */
  scan(
    rows: number,
    visit: (cells: Cells[], count: number, row: number) => void,
  ): void {
    for (let row = 0; row < rows; row += BATCH_ROWS) {
      const count = Math.min(BATCH_ROWS, rows - row);
      visit(this.at(numbers(row, count)), count, row);
    }
  }

  #show(vectors: Vector[], count: number): Cells[] {
    vectors.forEach((vector, i) => {
      const { type, storage } = this.#shapes[i];
      const cells = this.#cells[i];
      const speller = this.#spellers[i];
      if (speller === undefined) {
        cells.show(vector, count, type.nullable, storage);
        const zone = this.#zones[i];
        if (zone !== undefined) settle(cells, count, type.scale, zone);
      } else speller.write(cells, vector, count, type.nullable);
    });
    return this.#cells;
  }
}

/** Makes points in time those that are read back from their local times. */
function settle(cells: Cells, count: number, scale: number, zone: Zone): void {
  const unit = POWERS_OF_TEN[scale];
  const offsetAt = offsetReader(zone);
  const settled = cells.numbers.slice(0, count);
  for (let i = 0; i < count; i++) {
    const local = settled[i] + offsetAt(Math.floor(settled[i] / unit)) * unit;
    settled[i] = unitsInZone(local, scale, zone);
  }
  cells.numbers = settled;
}

export function numbers(from: number, count: number): number[] {
  const rows = new Array<number>(count);
  for (let i = 0; i < count; i++) rows[i] = from + i;
  return rows;
}

/** Writes values by the cell of a format. */
export class Speller {
  readonly #cell: Cell;
  #scratch = new Uint8Array(256);
  #out = new DataView(this.#scratch.buffer);
  #bytes = new Uint8Array(0);
  #view = new DataView(this.#bytes.buffer);

  constructor(cell: Cell) {
    this.#cell = cell;
  }

  write(cells: Cells, vector: Vector, count: number, nullable: boolean): void {
    cells.begin();
    for (let i = 0; i < count; i++) {
      if (nullable && vector.nulls[i] === 1) cells.setNull(i);
      else cells.setText(i, ...this.#spell(vector, i));
    }
  }

  #spell(vector: Vector, i: number): [Uint8Array, number, number] {
    const cell = this.#cell;
    if (cell.storage === "entries") {
      const { bytes, offsets } = cell.strings;
      const entry = vector.indexes[i];
      return [bytes, offsets[entry], offsets[entry + 1]];
    }
    const { open = NOTHING, close = NOTHING } = cell;
    let at = open.length;
    this.#room(this.#most(vector, i) + open.length + close.length + 64);
    this.#scratch.set(open, 0);
    if (cell.storage === "numbers") {
      at = cell.write(this.#out, at, vector.numbers[i]);
    } else if (cell.storage === "words") {
      at = cell.write(this.#out, at, vector.words, i);
    } else {
      if (this.#bytes !== vector.bytes) {
        const { buffer, byteOffset, length } = vector.bytes;
        this.#bytes = vector.bytes as Uint8Array<ArrayBuffer>;
        this.#view = new DataView(buffer as ArrayBuffer, byteOffset, length);
      }
      at = cell.write(
        this.#out,
        at,
        this.#view,
        vector.starts[i],
        vector.ends[i],
      );
    }
    this.#scratch.set(close, at);
    return [this.#scratch, 0, at + close.length];
  }

  #most(vector: Vector, i: number): number {
    const cell = this.#cell;
    if (cell.storage === "numbers" || cell.storage === "words") {
      return cell.maxBytes;
    }
    return cell.storage === "slices"
      ? cell.growth * (vector.ends[i] - vector.starts[i]) + cell.extra
      : 0;
  }

  #room(bytes: number): void {
    if (this.#scratch.length >= bytes) return;
    this.#scratch = new Uint8Array(2 * bytes);
    this.#out = new DataView(this.#scratch.buffer);
  }
}

const NOTHING = new Uint8Array(0);

/** Rewrites cells from texts: what a target makes of each is said by `texts`, null where it is NULL. */
export function rewrite(
  cells: Cells,
  texts: readonly (string | null)[],
  type: ColumnShape["type"],
): void {
  cells.begin();
  texts.forEach((text, i) => {
    if (text === null) cells.setNull(i);
    else setFromText(cells, i, text, type);
  });
}
