// How fast ready vectors become rows: the table of people.toml, in every format. Runs on Deno and on Bun.
//
//     deno run bench/encode.ts [FORMAT …]
//     bun bench/encode.ts [FORMAT …]
import type { ColumnShape } from "../core/format.ts";
import { valueType } from "../core/value_type.ts";
import { isPlainText } from "../core/values/plain.ts";
import { Strings } from "../core/values/strings.ts";
import { Vector } from "../core/values/vector.ts";
import { formats } from "../source/formats/registry.ts";
import { compileRowLoop, Scratch } from "../source/row_loop.ts";

const ROWS = 1024;
const CHUNKS = 8;
const ROUNDS = 8;
const MILLISECONDS = 400;

let state = 1;
function random(below: number): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
}

const SYLLABLES = ["ma", "ri", "an", "jo", "se", "lu", "ca", "el", "to", "ben"];

function names(count: number): Strings {
  return Strings.from(Array.from({ length: count }, () => {
    const parts = Array.from(
      { length: 2 + random(3) },
      () => SYLLABLES[random(SYLLABLES.length)],
    ).join("");
    return parts[0].toUpperCase() + parts.slice(1);
  }));
}

const first = names(1000);
const last = names(2000);
const shape = { plain: false };
const columns: ColumnShape[] = [
  { ...shape, name: "id", type: valueType("int"), storage: "numbers" },
  { ...shape, name: "uid", type: valueType("uuid"), storage: "words" },
  {
    ...shape,
    name: "first_name",
    type: valueType("text"),
    storage: "entries",
    strings: first,
  },
  {
    ...shape,
    name: "last_name",
    type: valueType("text"),
    storage: "entries",
    strings: last,
  },
  { name: "email", type: valueType("text"), storage: "slices", plain: true },
  { ...shape, name: "age", type: valueType("int"), storage: "numbers" },
  {
    ...shape,
    name: "balance",
    type: valueType("decimal", { scale: 2, min: 0, max: 10_000_000 }),
    storage: "numbers",
  },
  {
    ...shape,
    name: "created_at",
    type: valueType("timestamp"),
    storage: "numbers",
  },
];

const encoder = new TextEncoder();

function chunk(firstRow: number): Vector[] {
  const vectors = columns.map((column) => {
    const vector = new Vector();
    vector.prepare(column.storage, ROWS);
    return vector;
  });
  const [id, uid, firstName, lastName, email, age, balance, created] = vectors;
  let used = 0;
  for (let i = 0; i < ROWS; i++) {
    id.numbers[i] = firstRow + i + 1;
    for (let k = 0; k < 4; k++) {
      uid.words[4 * i + k] = random(65536) * 65536 + random(65536);
    }
    firstName.indexes[i] = random(first.size);
    lastName.indexes[i] = random(last.size);
    const address = `${first.at(firstName.indexes[i])}.${
      last.at(lastName.indexes[i])
    }.${firstRow + i + 1}@example.com`.toLowerCase();
    if (!isPlainText(address)) throw new TypeError(`Not plain: ${address}`);
    const bytes = encoder.encode(address);
    email.reserve(used + bytes.length, used).set(bytes, used);
    email.starts[i] = used;
    email.ends[i] = used += bytes.length;
    age.numbers[i] = 18 + random(82);
    balance.numbers[i] = random(10_000_001);
    created.numbers[i] = 1577836800 + random(189_388_800);
  }
  return vectors;
}

const tableRows = 5_000_000;
const chunks = Array.from(
  { length: CHUNKS },
  (_, i) => [4_000_000 + i * ROWS, chunk(4_000_000 + i * ROWS)] as const,
);

// deno-lint-ignore no-explicit-any
const { process, Deno } = globalThis as any;
const runtime = Deno === undefined
  ? `Bun ${process.versions.bun}`
  : `Deno ${Deno.version.deno}`;
const asked: string[] = process.argv.slice(2);

for (const [name, format] of formats) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const table = { name: "people", columns, index: 0, count: 1 };
  const encode = compileRowLoop(format.layout(table, columns, {}), columns);
  const out = new Scratch();
  let best = 0;
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let rows = 0;
    bytes = 0;
    const start = performance.now();
    let elapsed = 0;
    while (elapsed < MILLISECONDS) {
      for (const [firstRow, vectors] of chunks) {
        bytes += encode(vectors, ROWS, firstRow, tableRows, out);
      }
      rows += ROWS * CHUNKS;
      elapsed = performance.now() - start;
    }
    best = Math.max(best, rows / elapsed / 1000);
    bytes /= rows;
  }
  console.log(
    `${runtime.padEnd(12)} ${name.padEnd(7)} ${
      best.toFixed(1).padStart(5)
    } M rows/s  ${bytes.toFixed(1).padStart(6)} bytes a row  ${
      (best * bytes).toFixed(0).padStart(5)
    } MB/s`,
  );
}
