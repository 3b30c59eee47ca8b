// Tables whose rows are the entries of a dictionary.
import type { Made, Writer } from "./_made.ts";

export const NATIONS: readonly string[] = [
  "Chile",
  "Perú",
  "Côte d'Ivoire",
  "Guinea, Equatorial",
  "日本",
  "Cuba",
  "São Tomé",
];

export function nationLines(): string[] {
  const names = NATIONS.map((name) => JSON.stringify(name)).join(", ");
  return ["[dict.nations]", `values = [${names}]`];
}

/** In order, every row is an entry; another entry is drawn for what asks for one. */
export function nations(writer: Writer, table: Made): void {
  writer.add(table, "nation", `nation = { dict = "nations" }`);
  writer.add(table, "rival", `rival = { dict = "nations", of = "foe" }`);
  table.columns.push({
    name: "nation",
    kind: "text",
    hidden: false,
    nullable: false,
  });
  const values = NATIONS.map((name, i) =>
    `(${i}, '${name.replaceAll("'", "''")}')`
  ).join(", ");
  writer.claim(
    table,
    ["nation"],
    `SELECT 1 FROM ${table.name} t FULL JOIN (VALUES ${values}) v(n, nation) ON v.n = t.n
      WHERE t.nation IS DISTINCT FROM v.nation`,
  );
  writer.claim(
    table,
    ["rival"],
    `SELECT 1 FROM ${table.name} t WHERE t.rival NOT IN (SELECT nation FROM (VALUES ${values}) v(n, nation))`,
  );
}
