// `thrust check`: what a run would do, without doing it.
import {
  chunkCount,
  isDatabase,
  placesOf,
  type Plan,
  type TablePlan,
  writtenTables,
} from "../core/plan.ts";
import { byteSize, grouped } from "../core/quantities.ts";
import { createSource, type Source } from "../engine.ts";
import type { CommandLine } from "./command_line.ts";
import { estimateBytes } from "./estimate.ts";
import { loadPlan } from "./load_plan.ts";
import { painter, print } from "./output.ts";
import { textTable } from "./text_table.ts";

export async function showPlan(line: CommandLine): Promise<number> {
  const { plan, warnings } = await loadPlan(line);
  const source = await createSource(plan);
  const paint = painter("stdout");
  const lines = [
    ...textTable(COLUMNS, tableRows(source, plan), {
      paint: (text, _, row) => row === -1 ? paint("bold", text) : text,
    }),
    "",
    ...settings(plan),
    ...foreignKeys(plan),
  ];
  print(lines.map((one) => `${one}\n`).join(""));
  if (warnings !== "") print(`\n${warnings}`);
  return 0;
}

const COLUMNS = [
  { title: "table", right: false },
  { title: "rows", right: true },
  { title: "per", right: false },
  { title: "bytes, about", right: true },
  { title: "chunks", right: true },
  { title: "goes to", right: false },
];

function tableRows(source: Source, plan: Plan): string[][] {
  const total = { rows: 0, bytes: 0, chunks: 0 };
  const rows = writtenTables(plan).map((table) => {
    const bytes = estimateBytes(source, plan, table);
    const chunks = chunkCount(table.rows);
    total.rows += table.rows;
    total.bytes += bytes;
    total.chunks += chunks;
    return [
      table.name,
      grouped(table.rows),
      perText(table),
      byteSize(bytes),
      grouped(chunks),
      destination(plan, table.name),
    ];
  });
  const { rows: all, bytes, chunks } = total;
  return [...rows, [
    "total",
    grouped(all),
    "",
    byteSize(bytes),
    grouped(chunks),
    "",
  ]];
}

/** `customers: 0 to 40, poisson`. */
function perText({ per }: TablePlan): string {
  if (per === undefined) return "";
  if ("dictionary" in per) return `entry of ${per.dictionary}`;
  const { table, min, max, dist } = per;
  if (min === max) return `${table}: ${grouped(min)}`;
  const by = dist === undefined ? "" : `, ${dist.type}`;
  return `${table}: ${grouped(min)} to ${grouped(max)}${by}`;
}

function destination(plan: Plan, table: string): string {
  switch (plan.output.kind) {
    case "sqlite":
    case "postgres":
      return `table ${table}`;
    case "files":
      return placesOf(plan, table).map(({ file }) => file.path).join(", ");
    case "stdout":
      return "standard output";
    case "null":
      return "nowhere";
  }
}

/** `keys    orders.customer_id -> customers.id`, a line each. */
function foreignKeys(plan: Plan): string[] {
  const names = (columns: string[]) =>
    columns.length === 1 ? columns[0] : `(${columns.join(", ")})`;
  return writtenTables(plan).flatMap(({ name, foreignKeys }) =>
    foreignKeys.map(({ columns, table, targets }) =>
      `${name}.${names(columns)} -> ${table}.${names(targets)}`
    )
  ).map((key, i) => `${i === 0 ? "keys" : "    "}    ${key}`);
}

function settings(plan: Plan): string[] {
  const { output, buffer, workers } = plan;
  const now = new Date(plan.now).toISOString().replace(".000Z", "Z");
  const records = grouped(output.batch);
  const how = isDatabase(output.kind)
    ? `mode ${output.mode}, ${records} records in a transaction, ${
      output.connections === 1
        ? "1 connection"
        : `${output.connections} connections`
    }`
    : `format ${output.format}, mode ${output.mode}, ${records} records in a write`;
  return [
    `target  ${output.to}, ${how}`,
    `lanes   ${
      workers === 1 ? "1 lane" : `${workers} lanes`
    }, each a source worker${
      plan.small ? " (the main thread: there is little to make)" : ""
    } and a ring of ${grouped(buffer.records)} records or ${
      byteSize(buffer.bytes)
    }`,
    `seed    ${plan.seed}${plan.seedIsRandom ? " (chosen at random)" : ""}`,
    `now     ${now}${plan.nowIsClock ? " (the start of the run)" : ""}`,
  ];
}
