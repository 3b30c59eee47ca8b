// Relations, measured: children of children, sums over them, pairs that never repeat, and tables beyond any memory.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkGenfile } from "../engine.ts";
import { alternate, median, peakMemory } from "./process.ts";
import type { Report } from "./report.ts";

const THRUST = "dist/thrust";
const SHOP = "bench/shop.toml";
const AMOUNT =
  `amount = { expr = "price * quantity", type = "numeric(12,2)" }\n`;
const TOTAL =
  `total = { expr = "sum(items.amount)", type = "numeric(12,2)" }\n`;

const ENROLMENTS = `version = 1
[target]
to = "null"
[table.students]
rows = 1_000_000
[table.students.columns]
id = { gen = "sequence", primary = true }
[table.courses]
rows = 200
[table.courses.columns]
id = { gen = "sequence", primary = true }
[table.enrolments]
per = { table = "students", count = 5 }
primary_key = ["student_id", "course_id"]
[table.enrolments.columns]
student_id = { ref = "students.id" }
course_id  = { ref = "courses.id", distinct = true }
`;

const GIANT = `version = 1
[table.parents]
rows = 10
[table.parents.columns]
id = { gen = "sequence", primary = true }
name = "person.full_name"
[table.children]
per = { table = "parents", min = 0, max = 9, dist = { type = "poisson", mean = 3 } }
[table.children.columns]
id = { gen = "sequence", primary = true }
parent_id = { ref = "parents.id" }
parent_name = { ref = "parents.name" }
line = "counter"
`;

/** Rows of all tables that a run writes. */
async function rowsOf(text: string, rows?: number): Promise<number[]> {
  const { plan } = await checkGenfile(text, {
    ...(rows !== undefined && { overrides: { rows } }),
  });
  return plan!.tables.map((table) => table.rows);
}

function bytesOf(file: string, args: string[]): number {
  const { stderr } = new Deno.Command(THRUST, {
    args: [file, ...args, "--workers=1", "--progress=json"],
  }).outputSync();
  const last = new TextDecoder().decode(stderr).trim().split("\n").at(-1)!;
  const { tables } = JSON.parse(last) as { tables: { bytes: number }[] };
  return tables.reduce((sum, { bytes }) => sum + bytes, 0);
}

export function measureShop(
  report: Report,
  folder: string,
  rounds: number,
): void {
  const people = ["bench/people.toml", "--rows=20000000"];
  // About as many bytes as of people, so that starting and compiling weigh alike.
  const shop = [SHOP, "--scale=24"];
  const text = readFileSync(SHOP, "utf8");
  const plain = join(folder, "shop_amount.toml");
  const total = join(folder, "shop_total.toml");
  const amount = text.replace(/^quantity.*\n/m, (line) => line + AMOUNT);
  writeFileSync(plain, amount);
  writeFileSync(
    total,
    amount.replace(/^status.*\n/m, (line) => line + TOTAL),
  );
  const quiet = ["--workers=1", "--quiet"];
  const times = alternate(
    new Map([
      ["people", [THRUST, ...people, ...quiet]],
      ["shop", [THRUST, ...shop, ...quiet]],
      ["shop with amounts", [THRUST, plain, "--scale=8", ...quiet]],
      ["shop with totals", [THRUST, total, "--scale=8", ...quiet]],
    ]),
    rounds,
  );
  const bytes = new Map([
    ["people", bytesOf(people[0], people.slice(1))],
    ["shop", bytesOf(SHOP, shop.slice(1))],
  ]);
  const took = (name: string) => median(times.get(name)!);
  report.times("shop.toml to null, 1 worker", times, (name, seconds) => {
    const size = bytes.get(name);
    return size === undefined
      ? ""
      : `${(size / seconds / 1e6).toFixed(0)} MB/s`;
  });
  report.figure(
    { what: "shop: time a byte against people", floor: { most: 2.5 } },
    took("shop") / bytes.get("shop")! /
      (took("people") / bytes.get("people")!),
    " ×",
  );
  report.figure(
    {
      what: "shop with a sum over its items, time against without",
      floor: { most: 2 },
    },
    took("shop with totals") / took("shop with amounts"),
    " ×",
  );
}

export async function measurePairs(
  report: Report,
  folder: string,
  rounds: number,
): Promise<void> {
  const file = join(folder, "enrolments.toml");
  writeFileSync(file, ENROLMENTS);
  const times = alternate(
    new Map([["enrolments", [
      ...[THRUST, file, "--only=enrolments", "--workers=1", "--quiet"],
    ]]]),
    rounds,
  );
  const rows = (await rowsOf(ENROLMENTS)).at(-1)!;
  report.times("5 M pairs that never repeat, 1 worker", times);
  report.figure(
    { what: "enrolments, M rows/s", floor: { least: 1 } },
    rows / median(times.get("enrolments")!) / 1e6,
  );
}

export async function measureGiants(
  report: Report,
  folder: string,
): Promise<void> {
  const file = join(folder, "giant.toml");
  writeFileSync(file, GIANT);
  for (const parents of [1e7, 1e8, 1e9]) {
    const children = (await rowsOf(GIANT, parents)).at(-1)!;
    const command = [
      ...[THRUST, "preview", file, "children", `--rows=${parents}`],
      ...["-n", "1000", "--at", String(children - 1000)],
    ];
    const many = `${
      parents / 1e6
    } M parents, the last 1,000 rows of their children`;
    const times = alternate(new Map([[many, command]]), 3);
    report.figure(
      { what: `${many}: seconds`, floor: { most: 5 } },
      median(times.get(many)!),
      " s",
    );
    report.figure(
      { what: `${many}: peak memory`, floor: { most: 300 } },
      await peakMemory(command),
      " MB",
    );
  }
}
