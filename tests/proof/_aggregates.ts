// Columns over several rows: aggregates of what descends from a row, running sums.
import type { ColumnDraft } from "./_draft.ts";
import type { Made, Writer } from "./_made.ts";

export function aggregate(
  writer: Writer,
  { a, b, c, extra }: ColumnDraft,
  table: Made,
  name: string,
): void {
  const families = writer.tables.flatMap((below) => {
    const joins: string[] = [];
    let at = below;
    for (let i = 1; at !== table; i++) {
      if (at.parent === undefined) return [];
      joins.push(`x${i - 1}.up = x${i}.n`);
      at = at.parent;
    }
    return joins.length === 0 ? [] : [{ below, joins }];
  });
  const family = families[a % Math.max(1, families.length)];
  if (family === undefined) return;
  const { below, joins } = family;
  // Columns of a table below are made later in the file: only what every table has, and what drafts promise.
  const seen = ["n", "up", ...below.columns.map((one) => one.name)][
    b % (2 + below.columns.length)
  ];
  const kind = below.columns.find((one) => one.name === seen)?.kind ?? "int";
  const isNumber = ["int", "decimal", "ref"].includes(kind);
  const functions = isNumber
    ? ["sum", "min", "max", "first", "last", "count", "any", "all"]
    : ["first", "last", "count"];
  const fn = functions[c % functions.length];
  const condition = extra % 3 === 0;
  const where = condition ? `, ${below.name}.n % 2 == 0` : "";
  const read = `${below.name}.${seen}`;
  const inside = fn === "count"
    ? `count(${below.name}${where})`
    : fn === "any" || fn === "all"
    ? `${fn}(${read} > 20${where})`
    : `${fn}(${read}${where})`;
  writer.add(table, name, `${name} = { expr = "${inside}" }`);
  const froms = [`${below.name} x0`];
  let at = below;
  for (let i = 1; i < joins.length; i++) {
    at = at.parent!;
    froms.push(`${at.name} x${i}`);
  }
  const ons = joins.map((join, i) =>
    i === joins.length - 1 ? join.replace(`x${i + 1}.n`, "p.n") : join
  );
  if (condition) ons.push("x0.n % 2 = 0");
  const column = `x0.${seen}`;
  const selected = {
    sum: `coalesce(sum(${column}), 0)::numeric`,
    min: `min(${column})`,
    max: `max(${column})`,
    count: "count(*)",
    any: `bool_or(${column} > 20)`,
    all: `bool_and(${column} > 20)`,
    first: `(array_agg(${column} ORDER BY x0.n))[1]`,
    last: `(array_agg(${column} ORDER BY x0.n DESC))[1]`,
  }[fn];
  writer.claim(
    table,
    [name, `${below.name}.${seen}`],
    `SELECT 1 FROM ${table.name} p WHERE p.${name} IS DISTINCT FROM
      (SELECT ${selected} FROM ${froms.join(", ")} WHERE ${ons.join(" AND ")})`,
  );
  table.columns.push({
    name,
    kind: fn === "count"
      ? "int"
      : fn === "any" || fn === "all"
      ? "other"
      : kind === "ref"
      ? "int"
      : kind,
    hidden: false,
    nullable: true,
  });
}

export function running(
  writer: Writer,
  { a }: ColumnDraft,
  table: Made,
  name: string,
): void {
  const numbers = table.columns.filter(({ kind, hidden }) =>
    !hidden && (kind === "int" || kind === "decimal")
  );
  const seen = numbers[a % Math.max(1, numbers.length)];
  if (seen === undefined || table.parent === undefined) return;
  writer.add(table, name, `${name} = { expr = "running(${seen.name})" }`);
  writer.claim(
    table,
    [name, seen.name],
    `SELECT 1 FROM (SELECT ${name} AS had, coalesce(sum(${seen.name}) OVER (PARTITION BY up ORDER BY n), 0) AS is FROM ${table.name}) x
      WHERE had IS DISTINCT FROM x.is`,
  );
  table.columns.push({
    name,
    kind: seen.kind,
    hidden: false,
    nullable: seen.nullable,
  });
}
