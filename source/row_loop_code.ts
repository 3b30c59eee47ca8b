// Writes and compiles the text of a row loop, unrolled for exactly the columns of a layout, so that both engines
// inline the writers. Nothing of a Genfile gets into that text: literal bytes stand in it as numbers, and everything
// else comes as an argument under a numbered name.
import type { Cell, RowLayout } from "../core/format.ts";
import type { Strings } from "../core/values/strings.ts";
import type { Vector } from "../core/values/vector.ts";
import { viewOf, wordsOf } from "../core/values/words.ts";

/** Literals up to this length are stored by instructions of their own, longer ones are copied. */
const INLINE_BYTES = 64;
/** Entries up to this length are copied whole, in as many words as the longest takes, without a branch. */
const UNROLLED_BYTES = 16;
/** Of longer entries, this much is copied before their length is looked at. */
const EAGER_WORDS = 2;

export type Encode = (
  vectors: readonly Vector[],
  count: number,
  firstRow: number,
  tableRows: number,
  out: DataView,
  ends: Uint32Array,
  places: Places,
) => number;

/** By column, where it repeats: by row, which of its vector's values stands there. */
export type Places = readonly (Uint32Array | undefined)[];

/**
 * Compiles the row loop; `nullable[i]` says whether cell `i` looks at its vector's nulls, `repeats[i]` whether it has
 * places. The bytes of such a cell are copied where the place is that of the row before.
 */
export function compileRows(
  layout: RowLayout,
  nullable: readonly boolean[],
  repeats: readonly boolean[],
): Encode {
  const code = new Code();
  const setup = layout.cells.map((cell, i) =>
    vectorSetup(cell, i, nullable[i]) + (repeats[i] ? placesSetup(i) : "")
  ).join("");
  const grouped = !sameBytes(layout.first, layout.next) ||
    !sameBytes(layout.end, layout.close);
  if (grouped) {
    code.line("if (place === 0) {");
    code.literal(layout.first);
    code.line("} else {");
    code.literal(layout.next);
    code.line("}");
  } else {
    code.literal(layout.next);
  }
  for (const [i, cell] of layout.cells.entries()) {
    if (cell.measured) code.line(`const m${i} = at; at += 4;`);
    const place = repeats[i] ? `r${i}` : "i";
    if (repeats[i]) beginRepeated(code, i);
    code.literal(cell.before);
    if (nullable[i]) code.line(`if (n${i}[${place}] === 0) {`);
    code.literal(cell.open);
    writeValue(code, cell, i, place);
    code.literal(cell.close);
    if (nullable[i]) {
      code.line("} else {");
      code.literal(cell.null);
      code.line("}");
    }
    if (repeats[i]) endRepeated(code, i);
    for (const [first, { measured = 0 }] of layout.cells.entries()) {
      if (measured === 0 || first + measured - 1 !== i) continue;
      code.line(`out.setInt32(m${first}, at - m${first} - 4);`);
    }
  }
  if (grouped) {
    code.line("if (++place === group || i === last) {");
    code.literal(layout.close);
    code.line("place = 0; } else {");
    code.literal(layout.end);
    code.line("}");
  } else {
    code.literal(layout.end);
  }
  code.line("ends[i] = at;");
  return code.compile(
    `"use strict";
return function encode(vectors, count, firstRow, tableRows, out, ends, places) {
  ${setup}
  const last = tableRows - 1 - firstRow;
  let place = group === Infinity ? firstRow : firstRow % group;
  let at = 0;
  for (let i = 0; i < count; i++) {
    `,
    `
  }
  return at;
};`,
    layout.group,
  );
}

/** Declares what the loop reads of a column's vector, all of it under names that end in the column's number. */
function vectorSetup(cell: Cell, i: number, nullable: boolean): string {
  const nulls = nullable ? `const n${i} = vectors[${i}].nulls;` : "";
  switch (cell.storage) {
    case "numbers":
      return `${nulls} const v${i} = vectors[${i}].numbers;\n`;
    case "words":
      return `${nulls} const v${i} = vectors[${i}].words;\n`;
    case "entries":
      return `${nulls} const v${i} = vectors[${i}].indexes;\n`;
    case "slices":
      return `${nulls} const s${i} = vectors[${i}].starts, e${i} = vectors[${i}].ends, v${i} = viewOf(vectors[${i}].bytes);\n`;
  }
}

/** Declares the places of a column's rows; the last one, and where its bytes are and how many. */
function placesSetup(i: number): string {
  return `const p${i} = places[${i}]; let q${i} = -1, f${i} = 0, c${i} = 0;\n`;
}

/** Copies the cell, in whole words, where the row before has the same; else what follows writes it. */
function beginRepeated(code: Code, i: number): void {
  code.line(`const r${i} = p${i}[i];`);
  code.line(`if (r${i} === q${i}) {`);
  code.line(
    `for (let w = 0; w < c${i}; w += 4) out.setInt32(at + w, out.getInt32(f${i} + w, true), true);`,
  );
  code.line(`at += c${i};`);
  code.line(`} else { q${i} = r${i}; f${i} = at;`);
}

function endRepeated(code: Code, i: number): void {
  code.line(`c${i} = at - f${i}; }`);
}

/** One cell's value, never NULL here. */
function writeValue(code: Code, cell: Cell, i: number, place: string): void {
  const write = cell.storage === "entries" ? "" : code.argument(cell.write);
  switch (cell.storage) {
    case "numbers":
      return code.line(`at = ${write}(out, at, v${i}[${place}]);`);
    case "words":
      return code.line(`at = ${write}(out, at, v${i}, ${place});`);
    case "slices":
      return code.line(
        `at = ${write}(out, at, v${i}, s${i}[${place}], e${i}[${place}]);`,
      );
    case "entries":
      return copyEntry(code, cell.strings, `v${i}[${place}]`, i);
  }
}

/** Copies an entry in whole words; what the last one brings beyond the entry's end is overwritten by what follows. */
function copyEntry(
  code: Code,
  strings: Strings,
  index: string,
  i: number,
): void {
  const stride = strings.maxBytes <= UNROLLED_BYTES
    ? Math.ceil(strings.maxBytes / 4)
    : undefined;
  const packed = packEntries(strings, stride);
  const words = code.argument(packed.words);
  const lengths = code.argument(packed.lengths);
  code.line(`const x${i} = ${index};`);
  if (stride !== undefined) {
    if (stride > 0) code.line(`const k${i} = x${i} * ${stride};`);
    for (let w = 0; w < stride; w++) {
      code.line(
        `out.setInt32(at + ${4 * w}, ${words}[k${i} + ${w}], true);`,
      );
    }
    code.line(`at += ${lengths}[x${i}];`);
    return;
  }
  const starts = code.argument(packed.starts);
  code.line(`const k${i} = ${starts}[x${i}], l${i} = ${lengths}[x${i}];`);
  for (let w = 0; w < EAGER_WORDS; w++) {
    code.line(`out.setInt32(at + ${4 * w}, ${words}[k${i} + ${w}], true);`);
  }
  code.line(
    `for (let w = ${EAGER_WORDS}; 4 * w < l${i}; w++) out.setInt32(at + 4 * w, ${words}[k${i} + w], true);`,
  );
  code.line(`at += l${i};`);
}

/** Entries in whole words, each beginning a new one: every `stride` words, or where `starts` says. */
function packEntries(
  strings: Strings,
  stride: number | undefined,
): { words: Int32Array; starts: Uint32Array; lengths: Uint32Array } {
  const { size, offsets } = strings;
  const starts = new Uint32Array(size);
  const lengths = new Uint32Array(size);
  let used = 0;
  for (let i = 0; i < size; i++) {
    starts[i] = used;
    lengths[i] = offsets[i + 1] - offsets[i];
    used += stride ?? Math.ceil(lengths[i] / 4);
  }
  const bytes = new Uint8Array(4 * (used + EAGER_WORDS));
  const from = strings.bytes;
  for (let i = 0; i < size; i++) {
    let at = 4 * starts[i];
    for (let k = offsets[i]; k < offsets[i + 1]; k++) bytes[at++] = from[k];
  }
  return { words: wordsOf(bytes), starts, lengths };
}

/** The text of a function in the making, and the arguments it refers to. */
class Code {
  #text = "";
  readonly #arguments: unknown[] = [];
  /** Literal bytes not yet stored: neighbours are stored together. */
  #pending: number[] = [];

  line(text: string): void {
    this.#flush();
    this.#text += `${text}\n    `;
  }

  literal(bytes: Uint8Array | undefined): void {
    for (const byte of bytes ?? []) this.#pending.push(byte);
  }

  /** The name of a value in the text. */
  argument(value: unknown): string {
    this.#arguments.push(value);
    return `a${this.#arguments.length - 1}`;
  }

  compile(head: string, tail: string, group: number): Encode {
    this.#flush();
    const names = this.#arguments.map((_, i) => `a${i}`);
    const make = new Function(
      "viewOf",
      "group",
      ...names,
      head + this.#text + tail,
    );
    return make(viewOf, group, ...this.#arguments);
  }

  #flush(): void {
    const bytes = this.#pending;
    this.#pending = [];
    const { length } = bytes;
    if (length === 0) return;
    if (length > INLINE_BYTES) {
      const literal = this.argument(Uint8Array.from(bytes));
      this.#text +=
        `for (let b = 0; b < ${length}; b++) out.setUint8(at + b, ${literal}[b]);`;
    } else if (length === 1) {
      this.#text += `out.setUint8(at, ${bytes[0]});`;
    } else if (length === 2) {
      this.#text += `out.setUint16(at, ${bytes[0] | bytes[1] << 8}, true);`;
    } else {
      for (let k = 0; k < length; k += 4) {
        const word = bytes[k] | bytes[k + 1] << 8 | bytes[k + 2] << 16 |
          bytes[k + 3] << 24;
        this.#text += `out.setInt32(at + ${k}, ${word}, true);`;
      }
    }
    this.#text += `at += ${length};\n    `;
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
