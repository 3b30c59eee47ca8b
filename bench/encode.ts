// How fast ready vectors become rows, in every format: `people`, the table of people.toml, and `posts`, whose columns
// may be NULL and whose texts have to be looked through for what a format escapes. Runs on Deno and on Bun.
//
//     deno run bench/encode.ts [FORMAT …]
//     bun bench/encode.ts [FORMAT …]
import process from "node:process";
import type { ColumnShape, Format } from "../core/format.ts";
import { type ValueType, valueType } from "../core/value_type.ts";
import { isPlainText } from "../core/values/plain.ts";
import { Strings } from "../core/values/strings.ts";
import { Vector } from "../core/values/vector.ts";
import { formats } from "../source/formats/registry.ts";
import { compileRowLoop, Scratch } from "../source/row_loop.ts";

const ROWS = 1024;
const CHUNKS = 8;
const ROUNDS = 5;
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
const titles = Strings.from(
  Array.from({ length: 500 }, () => `${sentence(4)} of "${sentence(1)}"`),
);

function column(
  name: string,
  type: ValueType,
  rest: Partial<ColumnShape> = {},
): ColumnShape {
  return { name, type, storage: "numbers", plain: false, ...rest };
}

function entries(strings: Strings): Partial<ColumnShape> {
  return { storage: "entries", strings };
}

const money = valueType("decimal", { scale: 2, min: 0, max: 10_000_000 });
const nullable = { nullable: true };

const TABLES: Record<string, ColumnShape[]> = {
  people: [
    column("id", valueType("int")),
    column("uid", valueType("uuid"), { storage: "words" }),
    column("first_name", valueType("text"), entries(first)),
    column("last_name", valueType("text"), entries(last)),
    column("email", valueType("text"), { storage: "slices", plain: true }),
    column("age", valueType("int")),
    column("balance", money),
    column("created_at", valueType("timestamp")),
  ],
  posts: [
    column("id", valueType("int")),
    column("author", valueType("int", nullable)),
    column("title", valueType("text", nullable), entries(titles)),
    column("body", valueType("text"), { storage: "slices" }),
    column("price", valueType("decimal", { scale: 2, ...nullable })),
    column("published", valueType("timestamp", nullable)),
    column("pinned", valueType("bool")),
  ],
};

function sentence(words: number): string {
  return Array.from(
    { length: words },
    () => last.at(random(last.size)).toLowerCase(),
  ).join(" ");
}

const encoder = new TextEncoder();

function fill(column: ColumnShape, firstRow: number): Vector {
  const { name, type, storage, strings, plain } = column;
  const vector = new Vector();
  vector.prepare(storage, ROWS);
  let used = 0;
  for (let i = 0; i < ROWS; i++) {
    if (type.nullable && random(5) === 0) vector.nulls[i] = 1;
    if (storage === "entries") vector.indexes[i] = random(strings!.size);
    if (storage === "words") {
      for (let k = 0; k < 4; k++) {
        vector.words[4 * i + k] = random(65536) * 65536 + random(65536);
      }
    }
    if (storage === "numbers") {
      vector.numbers[i] = name === "id"
        ? firstRow + i + 1
        : type.kind === "timestamp"
        ? 1577836800 + random(189_388_800)
        : type.kind === "decimal"
        ? random(10_000_001)
        : type.kind === "bool"
        ? random(2)
        : 18 + random(82);
    }
    if (storage === "slices") {
      const text = plain
        ? `${sentence(1)}.${sentence(1)}.${firstRow + i + 1}@example.com`
        : `${sentence(6)}${random(2) === 0 ? ", " : " "}${sentence(6)}`;
      if (plain && !isPlainText(text)) {
        throw new TypeError(`Cannot use "${text}" as a plain text: it is not`);
      }
      const bytes = encoder.encode(text);
      vector.reserve(used + bytes.length, used).set(bytes, used);
      vector.starts[i] = used;
      vector.ends[i] = used += bytes.length;
    }
  }
  if (strings !== undefined) vector.strings = strings;
  return vector;
}

/** Milliseconds that this process has had of a processor: others may want it too. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const tableRows = 5_000_000;

const { bun, deno } = process.versions as Record<string, string | undefined>;
const runtime = bun === undefined ? `Deno ${deno}` : `Bun ${bun}`;
const asked = process.argv.slice(2);

for (const [table, columns] of Object.entries(TABLES)) {
  const chunks = Array.from({ length: CHUNKS }, (_, i) => {
    const firstRow = 4_000_000 + i * ROWS;
    return {
      firstRow,
      vectors: columns.map((column) => fill(column, firstRow)),
    };
  });
  for (const [name, format] of formats) {
    if (asked.length === 0 || asked.includes(name)) {
      measure(table, columns, chunks, format);
    }
  }
}

function measure(
  name: string,
  columns: ColumnShape[],
  chunks: { firstRow: number; vectors: Vector[] }[],
  format: Format,
): void {
  const layout = format.layout(
    { name, columns, index: 0, count: 1 },
    columns,
    {},
  );
  const encode = compileRowLoop(layout, columns);
  const out = new Scratch();
  let best = 0;
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let rows = 0;
    let elapsed = 0;
    bytes = 0;
    const start = cpuTime();
    while (elapsed < MILLISECONDS) {
      for (const { firstRow, vectors } of chunks) {
        bytes += encode(vectors, ROWS, firstRow, tableRows, out);
      }
      rows += ROWS * CHUNKS;
      elapsed = cpuTime() - start;
    }
    best = Math.max(best, rows / elapsed / 1000);
    bytes /= rows;
  }
  console.log(
    [
      runtime.padEnd(12),
      name.padEnd(7),
      format.name.padEnd(7),
      `${best.toFixed(1).padStart(5)} M rows/s`,
      `${bytes.toFixed(1).padStart(6)} bytes a row`,
      `${(best * bytes).toFixed(0).padStart(5)} MB/s`,
    ].join("  "),
  );
}
