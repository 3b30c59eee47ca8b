// A chunk's random words against the same rows' words asked for one at a time: with the kernels, and without.
import { assert, assertEquals } from "@std/assert";
import {
  Kernels,
  kernelsFor,
  loadKernels,
} from "../../../core/values/kernels/kernels.ts";
import { randomStream } from "../../../core/values/random_stream.ts";
import { Rows } from "../../../core/values/rows.ts";

const stream = randomStream("seed", "table", "column", "");

/** Chunks of all sizes that are done in another way, and rows around the ends of the low word. */
const CHUNKS: [from: number, count: number][] = [
  [0, 1],
  [0, 63],
  [5, 64],
  [1023, 1021],
  [0, 1024],
  [7, 1025],
  [2 ** 31 - 2000, 5000],
  [2 ** 32 - 1024, 1024],
  [2 ** 32, 1024],
  [2 ** 32 - 500, 1024],
  [2 ** 53 - 1024, 1024],
];

/** Bounds with few values to draw again and with many, below and above 2^21, where they are cut from 53 bits. */
const BOUNDS = [
  1,
  2,
  10,
  4096,
  2 ** 21 - 1,
  2 ** 21,
  2 ** 21 + 1,
  10 ** 7,
  2 ** 40,
  3 * 2 ** 50 + 1,
  2 ** 53,
];

function testWords(): void {
  for (const [from, count] of CHUNKS) {
    const rows = new Rows(count).range(from, count);
    const each = <T>(one: (row: number) => T) =>
      Array.from({ length: count }, (_, i) => one(from + i));
    const words = new Uint32Array(count);
    stream.words(rows, 3, words);
    assertEquals([...words], each((row) => stream.wordAt(row, 3)));
    const signed = new Int32Array(count);
    stream.words(rows, 3, signed);
    assertEquals([...signed], [...words].map((word) => word | 0));
    const numbers = new Float64Array(count);
    stream.fractions(rows, 4, numbers);
    assertEquals([...numbers], each((row) => stream.fractionAt(row, 4)));
    for (const n of BOUNDS) {
      const expected = each((row) => stream.belowAt(row, 5, n));
      stream.below(rows, 5, n, numbers);
      assertEquals([...numbers], expected);
      if (n > 2 ** 32) continue;
      stream.below(rows, 5, n, words);
      assertEquals([...words], expected);
    }
  }
}

Deno.test("a chunk's words are those of its rows, with and without kernels", () => {
  const rows = new Rows(1024).range(0, 1024);
  const small = new Rows(63).range(0, 63);
  // The kernels are not there yet; then they are, from some time on.
  assertEquals(kernelsFor(small), undefined);
  testWords();
  const words = new Uint32Array(rows.count);
  for (let i = 0; i < 1000; i++) stream.words(rows, 0, words);
  assert(kernelsFor(rows) instanceof Kernels);
  assertEquals(kernelsFor(small), undefined);
  testWords();
});

Deno.test("without WebAssembly there are no kernels, and nothing fails", () => {
  const { WebAssembly } = globalThis;
  try {
    Reflect.deleteProperty(globalThis, "WebAssembly");
    assertEquals(loadKernels(), undefined);
  } finally {
    Object.assign(globalThis, { WebAssembly });
  }
  assert(loadKernels() instanceof Kernels);
});

Deno.test("kernels are written for more rows than they take at once", () => {
  const kernels = loadKernels()!;
  const rows = new Rows(3000).range(10, 3000);
  const words = new Uint32Array(3000);
  kernels.words(rows, 1, 2, words);
  const alone = new Uint32Array(1);
  for (const i of [0, 1023, 1024, 2047, 2048, 2999]) {
    kernels.words(new Rows(1).range(10 + i, 1), 1, 2, alone);
    assertEquals(alone[0], words[i]);
  }
});
