// Pinned values: what the first rows of a table show in place of what is made, and which rows of a unique column
// give way to them.
import type { Prepared } from "../core/generator.ts";
import type { PinnedValue, PinnedValues } from "../core/plan.ts";
import { isPlainText } from "../core/values/plain.ts";
import { Strings } from "../core/values/strings.ts";
import { Vector } from "../core/values/vector.ts";
import type { ChunkRecord } from "./record.ts";

const encoder = new TextEncoder();

/** Makes the column's own values for the rows of a record. */
export type MakeOwn = (record: ChunkRecord, out: Vector) => void;

export class Pins {
  readonly #byRow: ReadonlyMap<number, number>;
  readonly #firstFree: number;
  readonly #plan: PinnedValues;
  readonly #own: Prepared;
  readonly #texts: Uint8Array[];
  readonly #strings: Strings | undefined;
  readonly #key: string;
  /** Of a unique column: for each pinned value, the pinned row whose own value rows with that value show instead. */
  #instead: Vector | undefined;
  #places: Int32Array | undefined;
  readonly #isUnique: boolean;
  readonly #find: (vector: Vector, i: number) => number;

  constructor(
    key: string,
    plan: PinnedValues,
    isUnique: boolean,
    own: Prepared,
    kind: string,
  ) {
    this.#key = `pinned/${key}`;
    this.#plan = plan;
    this.#own = own;
    this.#isUnique = isUnique;
    this.#byRow = new Map(plan.rows.map((row, i) => [row, i]));
    this.#firstFree = Math.max(...plan.rows) + 1;
    this.#texts = plan.values.map((value) => bytesOf(value, kind));
    this.#strings = own.strings && Strings.concat([
      own.strings,
      new Strings(...packed(this.#texts)),
    ]);
    this.#find = this.#finder();
  }

  /** How the column shows its values, pinned ones among them. */
  get prepared(): Prepared {
    const { parts: _, repeated: __, ...own } = this.#own;
    return {
      ...own,
      ...(this.#strings !== undefined && { strings: this.#strings }),
      ...(own.plain === true && {
        plain: this.#plan.values.every((value) =>
          typeof value !== "string" || isPlainText(value)
        ),
      }),
    };
  }

  /** Puts pinned values into a vector, and what gives way to them. */
  apply(record: ChunkRecord, out: Vector, makeOwn: MakeOwn): void {
    if (this.#own.strings !== undefined) out.strings = this.#strings!;
    const { count, numbers } = record.rows;
    let touched = false;
    for (let i = 0; i < count && !touched; i++) {
      touched = numbers[i] < this.#firstFree ||
        this.#isUnique && this.#find(out, i) >= 0;
    }
    if (!touched) return;
    if (this.#isUnique) this.#prepareInstead(record, makeOwn);
    const patched = record.keep(this.#key, () => new Vector(), (vector) => {
      this.#patch(record, out, vector);
    });
    out.show(patched);
    out.nulls.set(patched.nulls.subarray(0, count));
  }

  /** Copies the values with what is pinned: arrays that are shown here may belong to others. */
  #patch(record: ChunkRecord, from: Vector, to: Vector): void {
    const { count, numbers } = record.rows;
    const { storage } = this.#own;
    to.prepare(storage, count);
    to.strings = from.strings;
    let used = 0;
    for (let i = 0; i < count; i++) {
      const pin = this.#byRow.get(numbers[i]);
      if (pin !== undefined) {
        used = this.#set(to, i, pin, used);
        continue;
      }
      const found = this.#isUnique && from.nulls[i] !== 1
        ? this.#find(from, i)
        : -1;
      const place = found < 0 ? -1 : this.#places![found];
      used = place < 0
        ? copyValue(from, i, to, i, storage, used)
        : copyValue(this.#instead!, place, to, i, storage, used);
    }
  }

  #set(to: Vector, i: number, pin: number, used: number): number {
    const value = this.#plan.values[pin];
    to.nulls[i] = value === null ? 1 : 0;
    switch (this.#own.storage) {
      case "numbers":
        to.numbers[i] = value === null ? 0 : value as number;
        return used;
      case "words":
        for (let word = 0; word < 4; word++) {
          to.words[4 * i + word] = value === null
            ? 0
            : wordOf(value as string, word);
        }
        return used;
      case "entries":
        to.indexes[i] = this.#own.strings === undefined
          ? 0
          : this.#own.strings.size + pin;
        return used;
      case "slices":
        return writeSlice(
          to,
          i,
          this.#texts[pin],
          0,
          this.#texts[pin].length,
          used,
        );
    }
  }

  /** Finds which pinned value a made one equals; -1 where it is none. */
  #finder(): (vector: Vector, i: number) => number {
    const { values } = this.#plan;
    const { storage, strings } = this.#own;
    if (storage === "numbers") {
      const places = new Map(
        values.map((value, i) => [value as number | null, i]),
      );
      return ({ numbers }, i) => places.get(numbers[i]) ?? -1;
    }
    if (storage === "words") {
      const places = new Map(
        values.map((value, i) => [
          value === null ? null : wordOf(value as string, 3),
          i,
        ]),
      );
      return ({ words }, i) => {
        const place = places.get(words[4 * i + 3]);
        if (place === undefined) return -1;
        for (let word = 0; word < 4; word++) {
          if (words[4 * i + word] !== wordOf(values[place] as string, word)) {
            return -1;
          }
        }
        return place;
      };
    }
    const lengths = new Set(
      this.#texts.filter((_, i) => values[i] !== null).map(({ length }) =>
        length
      ),
    );
    const find = (bytes: Uint8Array, from: number, to: number) =>
      lengths.has(to - from)
        ? this.#texts.findIndex((text, place) =>
          values[place] !== null && isEqual(text, bytes, from, to)
        )
        : -1;
    if (storage === "slices") {
      return ({ bytes, starts, ends }, i) => find(bytes, starts[i], ends[i]);
    }
    const places = new Map<number, number>();
    const { bytes, offsets, size } = strings!;
    for (let entry = 0; entry < size; entry++) {
      const place = find(bytes, offsets[entry], offsets[entry + 1]);
      if (place >= 0) places.set(entry, place);
    }
    return ({ indexes }, i) => places.get(indexes[i]) ?? -1;
  }

  /** What pinned rows would show: whoever makes a pinned value shows that of its row, or of the row that has that one pinned. */
  #prepareInstead(record: ChunkRecord, makeOwn: MakeOwn): void {
    if (this.#instead !== undefined) return;
    const { rows } = this.#plan;
    const own = new Vector();
    this.#instead = own;
    record.besides(rows, (one) => {
      makeOwn(one, own);
    });
    // Its arrays may belong to what made it.
    const kept = new Vector();
    kept.prepare(this.#own.storage, rows.length);
    kept.strings = own.strings;
    let used = 0;
    for (let i = 0; i < rows.length; i++) {
      used = copyValue(own, i, kept, i, this.#own.storage, used);
    }
    this.#instead = kept;
    this.#places = Int32Array.from(rows, (_, pin) => {
      let place = pin;
      for (let steps = 0; steps < rows.length; steps++) {
        if (kept.nulls[place] === 1) return place;
        const next = this.#find(kept, place);
        if (next < 0) return place;
        place = next;
      }
      return -1; // pinned rows among themselves: no other row makes this value
    });
  }
}

function copyValue(
  from: Vector,
  at: number,
  to: Vector,
  i: number,
  storage: Prepared["storage"],
  used: number,
): number {
  to.nulls[i] = from.nulls[at];
  switch (storage) {
    case "numbers":
      to.numbers[i] = from.numbers[at];
      return used;
    case "words":
      for (let word = 0; word < 4; word++) {
        to.words[4 * i + word] = from.words[4 * at + word];
      }
      return used;
    case "entries":
      to.indexes[i] = from.indexes[at];
      return used;
    case "slices":
      return from.nulls[at] === 1
        ? writeSlice(to, i, from.bytes, 0, 0, used)
        : writeSlice(to, i, from.bytes, from.starts[at], from.ends[at], used);
  }
}

function writeSlice(
  to: Vector,
  i: number,
  from: Uint8Array,
  start: number,
  end: number,
  used: number,
): number {
  const bytes = to.reserve(used + end - start, used);
  bytes.set(from.subarray(start, end), used);
  to.starts[i] = used;
  to.ends[i] = used + end - start;
  return to.ends[i];
}

function bytesOf(value: PinnedValue, kind: string): Uint8Array {
  if (typeof value !== "string") return new Uint8Array(0);
  if (kind === "bytes" && /^\\x(?:[\da-f]{2})*$/i.test(value)) {
    return Uint8Array.from(
      value.slice(2).match(/../g) ?? [],
      (pair) => parseInt(pair, 16),
    );
  }
  return encoder.encode(value);
}

function packed(texts: readonly Uint8Array[]): [Uint8Array, Uint32Array] {
  const offsets = new Uint32Array(texts.length + 1);
  texts.forEach(({ length }, i) => offsets[i + 1] = offsets[i] + length);
  const bytes = new Uint8Array(offsets[texts.length]);
  texts.forEach((text, i) => bytes.set(text, offsets[i]));
  return [bytes, offsets];
}

/** One of the four words of a UUID. */
function wordOf(uuid: string, word: number): number {
  return parseInt(uuid.replaceAll("-", "").slice(8 * word, 8 * word + 8), 16);
}

function isEqual(
  text: Uint8Array,
  bytes: Uint8Array,
  from: number,
  to: number,
): boolean {
  if (text.length !== to - from) return false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== bytes[from + i]) return false;
  }
  return true;
}
