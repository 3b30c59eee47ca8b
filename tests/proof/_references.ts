// Columns that refer to rows of any table.
import type { ColumnDraft } from "./_draft.ts";
import { claimDistinct, type Column, type Made, type Writer } from "./_made.ts";

export function reference(
  writer: Writer,
  { a, b, c, extra }: ColumnDraft,
  table: Made,
  name: string,
): void {
  const to = writer.tables[a % writer.tables.length];
  const params = [`ref = "${to.name}.n"`];
  const references = referencesOf(table);
  const other = references[c % Math.max(1, references.length)];
  let isOwn = false;
  const isNull = extra % 6 === 0;
  if (isNull) params.push("null = 0.25");
  if (extra % 6 === 1) params.push(`when = "n % 2 == 0"`);
  const isHidden = extra % 12 === 2;
  if (isHidden) params.push("hidden = true");
  const ways = b % 12;
  const isDist = [1, 7, 9].includes(ways);
  if (isDist) {
    params.push(
      c % 2 === 0
        ? `dist = "zipf"`
        : `dist = { type = "exponential", mean = 3 }`,
    );
  }
  if ([2, 7, 8].includes(ways)) {
    params.push("distinct = true");
    claimDistinct(writer, table, name);
  }
  if ([3, 8, 9, 6].includes(ways) && other !== undefined) {
    params.push(`within = "${other.name}"`);
    claimWithin(writer, table, name, to, other);
  }
  if ([4, 6, 7].includes(ways) && other !== undefined) {
    params.push(`except = "${other.name}"`);
    writer.claim(
      table,
      [name, other.name],
      `SELECT 1 FROM ${table.name} WHERE ${name} = ${other.name}`,
    );
  }
  if (ways === 5) {
    params.push(`at = "n % 7"`);
    writer.claim(
      table,
      [name],
      `SELECT 1 FROM ${table.name} WHERE ${name} <> n % 7`,
    );
  }
  if (ways === 10) params.push("unique = true");
  if (ways === 11) params.push(`of = "h${c % 3}"`);
  if (to === table) isOwn = true;
  writer.add(table, name, `${name} = { ${params.join(", ")} }`);
  table.columns.push({
    name,
    kind: "ref",
    hidden: isHidden,
    nullable: extra % 6 < 2 || isOwn ||
      [3, 4, 5, 6, 7, 8, 9].includes(ways),
    to,
  });
}

/** The row referred to descends from the one that the other reference shows. */
function claimWithin(
  writer: Writer,
  table: Made,
  name: string,
  to: Made,
  other: Column,
): void {
  const joins: string[] = [];
  let at = to;
  let alias = "x0";
  for (let i = 1; at !== other.to; i++) {
    if (at.parent === undefined) return; // refused
    joins.push(`JOIN ${at.parent.name} x${i} ON x${i}.n = ${alias}.up`);
    alias = `x${i}`;
    at = at.parent;
  }
  if (joins.length === 0) return;
  writer.claim(
    table,
    [name, other.name],
    `SELECT 1 FROM ${table.name} r JOIN ${to.name} x0 ON x0.n = r.${name} ${
      joins.join(" ")
    } WHERE ${alias}.n IS DISTINCT FROM r.${other.name}`,
  );
}

/** What the row referred to says of itself. */
export function hop(
  writer: Writer,
  { a, b, extra }: ColumnDraft,
  table: Made,
  name: string,
): void {
  const references = table.columns.filter(({ to }) => to !== undefined);
  const start = references[a % Math.max(1, references.length)];
  if (start === undefined) return;
  const to = start.to!;
  const candidates = to.columns.filter(({ name: one, hidden }) =>
    one !== name && !hidden
  );
  const seen = candidates[b % Math.max(1, candidates.length)];
  if (seen === undefined) return;
  writer.add(
    table,
    name,
    `${name} = { ref = "${to.name}.${seen.name}", of = "${start.name}"${
      extra % 5 === 0 ? ", null = 0.2" : ""
    } }`,
  );
  if (extra % 5 !== 0 && !start.hidden) {
    writer.claim(
      table,
      [name, start.name, `${to.name}.${seen.name}`],
      `SELECT 1 FROM ${table.name} r LEFT JOIN ${to.name} x ON x.n = r.${start.name}
        WHERE x.${seen.name}::text IS DISTINCT FROM r.${name}::text`,
    );
  }
  table.columns.push({
    name,
    kind: seen.kind === "ref" ? "int" : seen.kind,
    hidden: false,
    nullable: true,
  });
}

/** All columns of the key of some row, which make a foreign key. */
export function keyReference(
  writer: Writer,
  { a, b, c }: ColumnDraft,
  table: Made,
  name: string,
): void {
  const to = writer.tables[a % writer.tables.length];
  const references = referencesOf(table).filter((one) => one.to === to);
  const start = references[b % Math.max(1, references.length)];
  const of = start !== undefined && c % 2 === 0 ? start.name : `row_of_${name}`;
  for (const [i, column] of to.key.entries()) {
    writer.add(
      table,
      `${name}_${i}`,
      `${name}_${i} = { ref = "${to.name}.${column}", of = "${of}" }`,
    );
    if (of === start?.name) {
      writer.claim(
        table,
        [`${name}_${i}`, of, `${to.name}.${column}`],
        `SELECT 1 FROM ${table.name} r JOIN ${to.name} x ON x.n = r.${of}
          WHERE x.${column} IS DISTINCT FROM r.${name}_${i}`,
      );
    }
  }
}

/** References of a table that show a row's `n`. */
function referencesOf(table: Made): Column[] {
  return table.columns.filter(({ to, hidden }) => to !== undefined && !hidden);
}
