// Where a row's time goes: CPU nanoseconds a row for each column of a Genfile's tables, and for encoding them.
// Runs on Deno and on Bun; the best of several rounds counts, so that a busy machine spoils little.
//
//     deno run --allow-all bench/profile.ts bench/people.toml
//     bun bench/profile.ts bench/people.toml
import { readFileSync } from "node:fs";
import process from "node:process";
import type { TablePlan } from "../core/plan.ts";
import { Rows } from "../core/values/rows.ts";
import { checkGenfile } from "../engine.ts";
import { loadLists } from "../dicts/lists.ts";
import { SourceContext } from "../source/context/context.ts";
import { Encoder } from "../source/encoder.ts";
import { ChunkRecord } from "../source/record.ts";
import { formats, generators } from "../source/registry.ts";
import { SourceTable } from "../source/table.ts";

const ROWS = 1024;
const CHUNKS = 400;
const ROUNDS = 7;

const SIZE = Number(process.argv[3] ?? 0);
const area = new SharedArrayBuffer(SIZE + 1);
let at = 0;
const lend = SIZE === 0 ? undefined : (bytes: number) => {
  if (at + bytes > SIZE) at = 0;
  const view = new DataView(area, at, bytes);
  at += 121000;
  return view;
};
const path = process.argv[2] ?? "bench/people.toml";
const { plan } = await checkGenfile(readFileSync(path, "utf8"), { file: path });
if (plan === undefined) throw new TypeError(`Cannot read ${path}: it is wrong`);

const locales = new Set(
  plan.tables.flatMap(({ columns }) => columns)
    .flatMap(({ locales }) => locales.map(({ locale }) => locale)),
);
const lists = new Map<string, Awaited<ReturnType<typeof loadLists>>>();
for (const locale of locales) lists.set(locale, await loadLists(locale));
const context = new SourceContext(plan, lists);
const tables = new Map(plan.tables.map((table) => [
  table.name,
  new SourceTable(table, context, generators),
]));
context.references.setTables(tables);
for (const table of plan.tables) profile(table);

function profile(planned: TablePlan): void {
  const table = tables.get(planned.name)!;
  const record = new ChunkRecord(table);
  const rows = new Rows(ROWS);
  const shapes = table.columns.filter(({ plan }) => !plan.hidden).map((
    { plan, type, prepared },
  ) => ({
    name: plan.name,
    type,
    storage: prepared.storage,
    strings: prepared.strings,
    plain: prepared.plain ?? false,
    parts: prepared.parts,
  }));
  const { format, options } = plan!.output;
  const place = { index: 0, count: 1 };
  const encoder = new Encoder(
    table,
    formats.get(format)!,
    options,
    shapes,
    place,
    lend,
  );
  let row = 0;
  const next = () => {
    record.start(rows.range(row, ROWS));
    row += ROWS;
  };
  console.log(`\n${planned.name}, ${format}, CPU ns a row`);
  const all = measure(() => {
    next();
    encoder.encode(record);
  });
  const encoding = measure(() => encoder.encode(record));
  // A column that reads others is charged with them only where nobody else has made them yet.
  for (const column of table.columns) {
    const alone = measure(() => {
      next();
      column.read(record);
    });
    console.log(`  ${column.plan.name.padEnd(24)} ${alone.toFixed(1)}`);
  }
  console.log(`  ${"(encode)".padEnd(24)} ${encoding.toFixed(1)}`);
  console.log(`  ${"(generate and encode)".padEnd(24)} ${all.toFixed(1)}`);
}

function measure(chunk: () => void): number {
  for (let i = 0; i < CHUNKS; i++) chunk();
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const from = process.cpuUsage();
    for (let i = 0; i < CHUNKS; i++) chunk();
    const { user, system } = process.cpuUsage(from);
    best = Math.min(best, (1000 * (user + system)) / (CHUNKS * ROWS));
  }
  return best;
}
