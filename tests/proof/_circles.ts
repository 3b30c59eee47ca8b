// Three tables that refer to each other in a circle, NOT NULL, and what is read along it through `of`.
import type { Made, Writer } from "./_made.ts";

const TABLES = 3;

export function circle(writer: Writer, table: Made): void {
  const { tables } = writer;
  const at = tables.indexOf(table);
  if (tables.length < TABLES || at >= TABLES) return;
  const [next, last] = [1, 2].map((k) => tables[(at + k) % TABLES]);
  // A handle, so that it is a row of its own even where the next table is the parent.
  writer.add(table, "ring", `ring = { ref = "${next.name}.n", of = "round" }`);
  writer.add(table, "two", `two = { ref = "${last.name}.n", of = "ring" }`);
  writer.add(
    table,
    "three",
    `three = { ref = "${table.name}.n", of = "two" }`,
  );
  table.columns.push({
    name: "ring",
    kind: "ref",
    hidden: false,
    nullable: false,
    to: next,
  });
  writer.claim(
    table,
    ["ring", "two", `${next.name}.ring`],
    `SELECT 1 FROM ${table.name} a LEFT JOIN ${next.name} b ON b.n = a.ring
      WHERE b.ring IS DISTINCT FROM a.two`,
  );
  writer.claim(
    table,
    ["two", "three", `${last.name}.ring`],
    `SELECT 1 FROM ${table.name} a LEFT JOIN ${last.name} c ON c.n = a.two
      WHERE c.ring IS DISTINCT FROM a.three`,
  );
}
