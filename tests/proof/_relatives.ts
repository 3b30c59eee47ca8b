// Columns that refer to relatives: rows of the own table, ancestors, the next of the siblings.
import type { ColumnDraft } from "./_draft.ts";
import { claimDistinct, type Made, type Writer } from "./_made.ts";

/** A tree of its own rows, and a level that reads itself above. */
export function tree(
  writer: Writer,
  { a, b, c }: ColumnDraft,
  table: Made,
  name: string,
): void {
  const shapes = [
    "",
    ", branching = 3",
    ", depth = 4",
    ", roots = 2",
    ", branching = 2, roots = 3",
    table.parent === undefined ? "" : `, within = "up"`,
    table.parent === undefined ? "" : `, within = "up", branching = 2`,
  ];
  const shape = shapes[a % shapes.length];
  writer.add(
    table,
    name,
    `${name} = { ref = "${table.name}.n"${shape} }`,
  );
  table.columns.push({
    name,
    kind: "ref",
    hidden: false,
    nullable: true,
    to: table,
  });
  const t = table.name;
  writer.claim(table, [name], `SELECT 1 FROM ${t} WHERE ${name} >= n`);
  const roots = /roots = (\d)/.exec(shape)?.[1] ?? "1";
  if (!shape.includes("within")) {
    writer.claim(
      table,
      [name],
      `SELECT 1 FROM ${t} WHERE (${name} IS NULL) <> (n < ${roots})`,
    );
  } else {
    writer.claim(
      table,
      [name],
      `SELECT 1 FROM ${t} r JOIN ${t} x ON x.n = r.${name} WHERE x.up <> r.up`,
    );
  }
  const branching = /branching = (\d)/.exec(shape)?.[1];
  if (branching !== undefined) {
    writer.claim(
      table,
      [name],
      `SELECT 1 FROM ${t} WHERE ${name} IS NOT NULL GROUP BY ${name} HAVING count(*) > ${branching}`,
    );
  }
  if (b % 2 === 0) return;
  const [above, level] = [`${name}_above`, `${name}_level`];
  writer.add(
    table,
    above,
    `${above} = { ref = "${t}.${level}", of = "${name}"${
      c % 2 === 0 ? ", hidden = true" : ""
    } }`,
  );
  writer.add(
    table,
    level,
    `${level} = { expr = "coalesce(${above} + 1, 0)" }`,
  );
  table.columns.push({
    name: level,
    kind: "int",
    hidden: false,
    nullable: false,
  });
  writer.claim(
    table,
    [name, above, level],
    `SELECT 1 FROM ${t} r LEFT JOIN ${t} x ON x.n = r.${name} WHERE r.${level} <> coalesce(x.${level} + 1, 0)`,
  );
  if (/depth = 4/.test(shape)) {
    writer.claim(
      table,
      [name, above, level],
      `SELECT 1 FROM ${t} WHERE ${level} > 3`,
    );
  }
}

/** Any row of the own table but the row itself. */
export function own(
  writer: Writer,
  { b, extra }: ColumnDraft,
  table: Made,
  name: string,
): void {
  const within = b % 3 === 0 && table.parent !== undefined;
  const params = [
    `ref = "${table.name}.n"`,
    "earlier = false",
    ...(within ? [`within = "up"`] : []),
    ...(extra % 3 === 0 ? ["null = 0.2"] : []),
    ...(extra % 7 === 1 ? ["distinct = true"] : []),
  ];
  writer.add(table, name, `${name} = { ${params.join(", ")} }`);
  table.columns.push({
    name,
    kind: "ref",
    hidden: false,
    nullable: true,
    to: table,
  });
  writer.claim(
    table,
    [name],
    `SELECT 1 FROM ${table.name} WHERE ${name} = n`,
  );
  if (extra % 7 === 1) claimDistinct(writer, table, name);
  if (within) {
    writer.claim(
      table,
      [name],
      `SELECT 1 FROM ${table.name} r JOIN ${table.name} x ON x.n = r.${name} WHERE x.up <> r.up`,
    );
  }
}

export function ancestor(
  writer: Writer,
  { a, b }: ColumnDraft,
  table: Made,
  name: string,
): void {
  const above: Made[] = [];
  for (let at = table.parent; at !== undefined; at = at.parent) {
    above.push(at);
  }
  const depth = a % Math.max(1, above.length);
  const to = above[depth];
  if (to === undefined) return;
  const candidates = [
    "n",
    ...to.columns.filter((one) => !one.hidden).map(
      (one) => one.name,
    ),
  ];
  const seen = candidates[b % candidates.length];
  writer.add(table, name, `${name} = { ref = "${to.name}.${seen}" }`);
  const joins = above.slice(0, depth + 1).map((one, i) =>
    `JOIN ${one.name} x${i} ON x${i}.n = ${i === 0 ? "r" : `x${i - 1}`}.up`
  );
  writer.claim(
    table,
    [name, `${to.name}.${seen}`],
    `SELECT 1 FROM ${table.name} r ${
      joins.join(" ")
    } WHERE x${depth}.${seen}::text IS DISTINCT FROM r.${name}::text`,
  );
  table.columns.push({
    name,
    kind: seen === "n"
      ? "ref"
      : to.columns.find((one) => one.name === seen)!.kind === "ref"
      ? "int"
      : to.columns.find((one) => one.name === seen)!.kind,
    hidden: false,
    nullable: seen !== "n",
    ...(seen === "n" && { to }),
  });
}

/** Days that follow one another, each ending where the next begins. */
export function history(
  writer: Writer,
  { a }: ColumnDraft,
  table: Made,
  name: string,
): void {
  if (table.parent === undefined) return;
  const [from, until, k] = [`${name}_from`, `${name}_to`, `${name}_k`];
  writer.add(table, k, `${k} = { gen = "counter", start = 0, hidden = true }`);
  writer.add(
    table,
    from,
    `${from} = { gen = "date", from = 2015-01-01, to = 2025-12-31, order = "${
      a % 2 === 0 ? "asc" : "desc"
    }" }`,
  );
  writer.add(
    table,
    until,
    `${until} = { ref = "${table.name}.${from}", within = "up", at = "${k} + 1" }`,
  );
  for (const one of [from, until]) {
    table.columns.push({
      name: one,
      kind: "date",
      hidden: false,
      nullable: one === until,
    });
  }
  writer.claim(
    table,
    [k, from, until],
    `SELECT 1 FROM (SELECT ${until} AS had, lead(${from}) OVER (PARTITION BY up ORDER BY n) AS is FROM ${table.name}) x
      WHERE had IS DISTINCT FROM x.is`,
  );
  writer.claim(
    table,
    [k, from, until],
    `SELECT 1 FROM ${table.name} WHERE ${until} ${
      a % 2 === 0 ? "<=" : ">="
    } ${from}`,
  );
}
