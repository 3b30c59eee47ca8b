// Writes random words of the product's own streams to standard output, raw, for dieharder:
//
//   deno run bench/dieharder.ts rows | dieharder -a -g 200
//
// Streams: rows (a column, row after row), columns (16 columns of each row in turn), draws (8 draws of each row in
// turn), stride (every 65,536th row). Ends when the reader goes away.
import { writeSync } from "node:fs";
import process from "node:process";
import { Rows } from "../core/values/rows.ts";
import { RandomContext } from "../source/context/random.ts";

const COUNT = 65536;
const COLUMNS = 16;
const DRAWS = 8;
const STRIDE = 65536;

const context = new RandomContext("42");
const rows = new Rows(COUNT);
const words = new Uint32Array(COUNT);

/** Each writer makes the words of `COUNT` rows from row `block * COUNT` on (or of that many steps). */
const STREAMS: Record<string, (block: number) => Uint32Array> = {
  rows: (block) => {
    column(0).words(rows.range(block * COUNT, COUNT), 0, words);
    return words;
  },
  columns: (block) =>
    interleave(COLUMNS, block, (i) => column(i).words(rows, 0, words)),
  draws: (block) =>
    interleave(DRAWS, block, (i) => column(0).words(rows, i, words)),
  stride: (block) => {
    rows.reset(COUNT);
    for (let i = 0; i < COUNT; i++) {
      rows.numbers[i] = (block * COUNT + i) * STRIDE;
    }
    column(0).words(rows.seal(), 0, words);
    return words;
  },
};

function column(index: number) {
  return context.stream("table", `column${index}`, "value");
}

const woven = new Uint32Array(COUNT * COLUMNS);

function interleave(
  width: number,
  block: number,
  fill: (i: number) => void,
): Uint32Array {
  rows.range(block * COUNT, COUNT);
  for (let i = 0; i < width; i++) {
    fill(i);
    for (let row = 0; row < COUNT; row++) woven[row * width + i] = words[row];
  }
  return woven.subarray(0, COUNT * width);
}

function main(name: string): number {
  const next = STREAMS[name];
  if (next === undefined) {
    console.error(`Streams are ${Object.keys(STREAMS).join(", ")}`);
    return 2;
  }
  for (let block = 0;; block++) {
    const made = next(block);
    const bytes = new Uint8Array(made.buffer, made.byteOffset, made.byteLength);
    for (let at = 0; at < bytes.length;) {
      try {
        at += writeSync(1, bytes, at);
      } catch (error) {
        if ((error as { code?: string }).code === "EPIPE") return 0;
        throw error;
      }
    }
  }
}

process.exit(main(process.argv[2] ?? ""));
