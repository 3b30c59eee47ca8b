// Columns of values: plain, in order, within limits, computed from others.
import type { ColumnDraft } from "./_draft.ts";
import { claimDistinct, type Column, type Made, type Writer } from "./_made.ts";

export function plain(
  writer: Writer,
  { a, b }: ColumnDraft,
  table: Made,
  name: string,
): void {
  const [kind, text] = ([
    ["int", `gen = "int", min = -9, max = 90`],
    ["int", `gen = "int", min = 0, max = 4000, unique = true`],
    ["decimal", `gen = "decimal", min = 0, max = 99, scale = 2`],
    [
      "decimal",
      `gen = "decimal", min = 0, max = 9, scale = 1, dist = "normal"`,
    ],
    ["date", `gen = "date", from = 2010-01-01, to = 2020-12-31`],
    ["text", `pattern = '[A-Z]{2}\\d{4}', unique = true`],
    ["text", `gen = "string", length = 5`],
    ["text", `values = ["a", "b", "ç", "it's"], weights = [3, 2, 1, 1]`],
    ["other", `gen = "bool", p = 0.3`],
    ["other", `gen = "uuid"`],
    ["text", `gen = "person.first_name"`],
    ["int", `gen = "int", min = 1, max = 40, distinct = true`],
    [
      "date",
      `gen = "date", from = 2010-01-01, to = 2030-12-31, unique = true`,
    ],
    ["other", `gen = "float", min = 0, max = 1`],
    ["text", `values = ["x", "y", "z"], distinct = true`],
  ] as [Column["kind"], string][])[a % 15];
  const more = [
    "",
    "",
    ", null = 0.3",
    `, when = "n % 3 == 1"`,
    ", hidden = true",
  ][b % 5];
  writer.add(table, name, `${name} = { ${text}${more} }`);
  table.columns.push({
    name,
    kind,
    hidden: b % 5 === 4,
    nullable: b % 5 === 2 || b % 5 === 3,
  });
  if (b % 5 === 3) {
    writer.claim(
      table,
      [name],
      `SELECT 1 FROM ${table.name} WHERE (${name} IS NULL) <> (n % 3 <> 1)`,
    );
  }
  if (text.includes("distinct")) claimDistinct(writer, table, name);
}

export function ordered(
  writer: Writer,
  { a, b }: ColumnDraft,
  table: Made,
  name: string,
): void {
  const [kind, text] = ([
    ["int", `gen = "int", min = 0, max = 100000`],
    ["date", `gen = "date", from = 1900-01-01, to = 2025-12-31`],
    ["decimal", `gen = "decimal", min = 0, max = 9000, scale = 2`],
    ["other", `gen = "timestamp", from = 2020-01-01, step = "90s"`],
  ] as [Column["kind"], string][])[a % 4];
  const order = b % 3 === 0 ? "desc" : "asc";
  writer.add(table, name, `${name} = { ${text}, order = "${order}" }`);
  table.columns.push({ name, kind, hidden: false, nullable: false });
  writer.claim(
    table,
    [name],
    `SELECT 1 FROM (SELECT ${name} AS is, lag(${name}) OVER (${
      table.parent === undefined ? "" : "PARTITION BY up "
    }ORDER BY n) AS was FROM ${table.name}) x WHERE x.is ${
      order === "asc" ? "<=" : ">="
    } was`,
  );
}

/** A limit that is another column of the row. */
export function follows(
  writer: Writer,
  { a, b }: ColumnDraft,
  table: Made,
  name: string,
): void {
  const seen = table.columns.filter(({ kind, hidden }) =>
    !hidden && (kind === "int" || kind === "date")
  );
  const start = seen[a % Math.max(1, seen.length)];
  if (start === undefined) return;
  writer.add(
    table,
    name,
    start.kind === "int"
      ? `${name} = { gen = "int", min = "${start.name}", max = "${start.name} + ${b}" }`
      : `${name} = { gen = "date", from = "${start.name}", to = "${start.name} + days(${b})" }`,
  );
  table.columns.push({
    name,
    kind: start.kind,
    hidden: false,
    nullable: true,
  });
  writer.claim(
    table,
    [name, start.name],
    `SELECT 1 FROM ${table.name} WHERE ${name} < ${start.name} OR ${name} > ${start.name} + ${b}
      OR (${name} IS NULL) <> (${start.name} IS NULL)`,
  );
}

export function computed(
  writer: Writer,
  { a, b }: ColumnDraft,
  table: Made,
  name: string,
): void {
  const seen = table.columns[b % Math.max(1, table.columns.length)];
  if (seen === undefined) return;
  const isNumber = ["int", "decimal", "ref"].includes(seen.kind);
  const choice = a % 5;
  const text = choice === 0 && isNumber
    ? `{ expr = "${seen.name} * 2 + n" }`
    : choice === 1 && isNumber
    ? `{ expr = "coalesce(${seen.name}, 0) - 5", null = 0.1 }`
    : choice === 2
    ? `[ { when = "n % 2 == 0", value = "even" }, { when = "${seen.name} != null", template = "{${seen.name}}!" } ]`
    : choice === 3
    ? `{ expr = "if(${seen.name} == null, 'none', 'some')" }`
    : `{ template = "<{${seen.name}}> {n|pad:4}" }`;
  writer.add(table, name, `${name} = ${text}`);
  table.columns.push({
    name,
    kind: choice < 2 && isNumber
      ? seen.kind === "decimal" ? "decimal" : "int"
      : "text",
    hidden: false,
    nullable: true,
  });
  if (choice === 3 && !seen.hidden) {
    writer.claim(
      table,
      [name, seen.name],
      `SELECT 1 FROM ${table.name} WHERE (${seen.name} IS NULL) <> (${name} = 'none')`,
    );
  }
}

export function nested(
  writer: Writer,
  { a, b }: ColumnDraft,
  table: Made,
  name: string,
): void {
  const seen = table.columns[b % Math.max(1, table.columns.length)];
  const inner = seen === undefined ? "n" : seen.name;
  const text = a % 2 === 0
    ? `{ gen = "json", columns = { seen = { expr = "coalesce(${inner}, ${inner})" }, row = { template = "{n}" }, tags = { gen = "array", item = ["p", "q"], max = 3 } } }`
    : `{ gen = "array", item = { gen = "int", min = "n", max = "n + 9" }, max = 4, null = 0.2 }`;
  writer.add(table, name, `${name} = ${text}`);
  table.columns.push({ name, kind: "other", hidden: false, nullable: true });
}
