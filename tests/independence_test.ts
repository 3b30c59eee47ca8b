// A value is a function of its address: what else is in the Genfile, and where, changes nothing.
import { assert, assertEquals } from "@std/assert";
import { readCells } from "../cli/cells.ts";
import { checkGenfile, createSource } from "../engine.ts";

const GENFILE = new URL("golden/everything.toml", import.meta.url);
const ROWS = Array.from({ length: 40 }, (_, i) => i * 97 % 4000);

/** Values of some rows, by `table.column`; undefined where the Genfile is wrong. */
async function valuesOf(
  text: string,
): Promise<Map<string, (string | null)[]> | undefined> {
  const { plan } = await checkGenfile(text, { file: GENFILE.pathname });
  if (plan === undefined) return undefined;
  const source = await createSource(plan);
  const values = new Map<string, (string | null)[]>();
  for (const table of plan.tables) {
    const cells = readCells(source, table, ROWS);
    for (const [i, { name }] of cells.columns.entries()) {
      values.set(`${table.name}.${name}`, cells.rows.map((row) => row[i]));
    }
  }
  return values;
}

/** The lines of a Genfile that are columns: within `[table.….columns]`. */
function columnLines(lines: string[]): number[] {
  let inColumns = false;
  return lines.flatMap((line, i) => {
    if (line.startsWith("[")) inColumns = line.endsWith(".columns]");
    return inColumns && line.includes(" = ") ? [i] : [];
  });
}

function assertUnmoved(
  changed: Map<string, unknown>,
  all: Map<string, unknown>,
): void {
  for (const [column, values] of changed) {
    assertEquals({ column, values }, { column, values: all.get(column) });
  }
}

Deno.test("removing a column changes no other column", async () => {
  const lines = (await Deno.readTextFile(GENFILE)).split("\n");
  const all = (await valuesOf(lines.join("\n")))!;
  let removed = 0;
  for (const line of columnLines(lines)) {
    // Without the column, `of` with its name would mean a handle.
    const name = lines[line].split(" ")[0];
    if (lines.some((one) => one.includes(`of = "${name}"`))) continue;
    const without = await valuesOf(lines.toSpliced(line, 1).join("\n"));
    if (without === undefined) continue; // another column needs it
    assertEquals(without.size, all.size - 1);
    assertUnmoved(without, all);
    removed++;
  }
  assert(removed > 30);
});

Deno.test("the order of columns and tables changes no value", async () => {
  const text = await Deno.readTextFile(GENFILE);
  const all = (await valuesOf(text))!;
  const lines = text.split("\n");
  const columns = columnLines(lines);
  const turned = [...lines];
  // Reversed within each table: a block of lines that follow each other.
  for (let from = 0; from < columns.length;) {
    let to = from;
    while (columns[to + 1] === columns[to] + 1) to++;
    for (let i = from; i <= to; i++) {
      turned[columns[i]] = lines[columns[from + to - i]];
    }
    from = to + 1;
  }
  assertUnmoved((await valuesOf(turned.join("\n")))!, all);
  const tables = text.split(/^(?=\[table\.\w+\]$)/m);
  assertEquals(tables.length, 4);
  const moved = await valuesOf(
    [tables[0], ...tables.slice(1).reverse()].join("\n"),
  );
  assertEquals(moved!.size, all.size);
  assertUnmoved(moved!, all);
});

Deno.test("another table, and more rows of the last one, change no value", async () => {
  const text = await Deno.readTextFile(GENFILE);
  const all = (await valuesOf(text))!;
  const more = text.replace("rows = 9_000", "rows = 90_000") + `
[table.more]
rows = 100
[table.more.columns]
id = { ref = "people.id" }
`;
  const changed = (await valuesOf(more))!;
  changed.delete("more.id");
  assertEquals(changed.size, all.size);
  assertUnmoved(changed, all);
});

Deno.test("another seed changes every column that is drawn", async () => {
  const text = await Deno.readTextFile(GENFILE);
  const all = (await valuesOf(text))!;
  const other = (await valuesOf(text.replace('"golden"', '"other"')))!;
  const FIXED = [
    "people.id",
    "people.kind",
    "people.constant",
    "people.day",
    "nothing.id",
  ];
  for (const [column, values] of other) {
    const same = JSON.stringify(values) === JSON.stringify(all.get(column));
    assertEquals({ column, same }, { column, same: FIXED.includes(column) });
  }
});
