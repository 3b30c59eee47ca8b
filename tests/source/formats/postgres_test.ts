// SQL, CSV and TSV read by PostgreSQL itself.
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { quoteName, quoteTable } from "../../../core/sql/names.ts";
import { csv } from "../../../source/formats/csv.ts";
import { sql } from "../../../source/formats/sql.ts";
import { tsv } from "../../../source/formats/tsv.ts";
import { type ValueType, valueType } from "../../../core/value_type.ts";
import { sorted } from "./_sorted.ts";
import { type Database, databaseTests } from "../../fixtures/postgres.ts";
import { expectedRows, fileOf, textOf } from "./_written.ts";
import { type Sample, sample, type SampleColumn } from "./_sample.ts";

const RUNS = 25;

const onDatabase = databaseTests({
  settings: { intervalstyle: "iso_8601", timezone: "UTC" },
});

function samples(): Sample[] {
  return fc.sample(sample({ nul: false }, "app.accounts"), {
    seed: 7,
    numRuns: RUNS,
  });
}

/** How PostgreSQL shows a value. */
function shown({ shape: { type } }: SampleColumn, text: string | null) {
  if (text === null) return null;
  if (type.kind === "float") return Number(text) === 0 ? 0 : Number(text);
  if (type.kind === "time") return withoutZeros(text);
  if (type.kind === "timestamp") {
    return withoutZeros(text.replace("T", " ").replace("Z", "")) + "+00";
  }
  if (type.kind === "interval") {
    return text.replace(/\.?0+S$/, "S").replace(/\.(\d+?)0+S$/, ".$1S");
  }
  return asJson(type, text);
}

/** JSON as jsonb keeps it: the last of equal keys, in an order of its own. */
function asJson({ kind, item }: ValueType, text: string): string {
  if (kind !== "json" && kind !== "array") return text;
  const value = JSON.parse(text);
  if (item?.kind !== "bytes") return JSON.stringify(sorted(value));
  return JSON.stringify(
    value.map((one: string | null) =>
      one === null ? null : `\\x${Uint8Array.fromBase64(one).toHex()}`
    ),
  );
}

/** What the server shows of an array of bytes is not base64. */
function sortable(type: ValueType): ValueType {
  return type.item?.kind === "bytes" ? valueType("json") : type;
}

function withoutZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function drop({ name }: Sample): string {
  return `DROP TABLE IF EXISTS ${quoteTable(name, "postgres")};\n`;
}

/** All rows as an array of arrays. */
function select({ name, columns }: Sample): string {
  const cells = columns.map(({ shape: { name, type } }) => {
    const column = quoteName(name, "postgres");
    return `${type.kind === "array" ? `to_json(${column})` : column}::text`;
  });
  return `SELECT coalesce(json_agg(json_build_array(${
    cells.join(", ")
  })), '[]')::text AS rows FROM ${quoteTable(name, "postgres")}`;
}

async function assertReads(
  database: Database,
  sample: Sample,
  load: string,
): Promise<void> {
  await database.run(drop(sample) + load);
  const [{ rows: found }] = await database.run(select(sample));
  const rows: (string | null)[][] = JSON.parse(found as string);
  const { columns } = sample;
  assertEquals(
    rows.map((row) =>
      row.map((cell, i) =>
        cell !== null && columns[i].shape.type.kind === "float"
          ? Number(cell)
          : cell && asJson(sortable(columns[i].shape.type), cell)
      )
    ),
    expectedRows(sample).map((row) =>
      row.map((cell, i) => shown(columns[i], cell))
    ),
  );
}

onDatabase(
  "PostgreSQL runs sql as written, and finds equal rows",
  async (database) => {
    for (const sample of samples()) {
      await assertReads(database, sample, textOf(fileOf(sql, [sample])));
    }
  },
);

onDatabase(
  "PostgreSQL copies csv and tsv, and finds equal rows, NULL apart from the empty text",
  async (database) => {
    const path = `${database.server.folder}/rows`;
    for (const sample of samples()) {
      const create = textOf(fileOf(sql, [{ ...sample, rows: 0 }]));
      const table = quoteTable(sample.name, "postgres");
      for (const [format, options] of [[csv, "csv"], [tsv, "text"]] as const) {
        await Deno.writeFile(path, fileOf(format, [sample]));
        const copy = `COPY ${table} FROM '${path}' (FORMAT ${options}, HEADER)`;
        await assertReads(database, sample, `${create}${copy}`);
      }
    }
  },
);
