// Pages that thrust writes itself, as SQLite reads them.
import { assertEquals, assertLess, assertMatch } from "@std/assert";
import fc from "fast-check";
import { statSync } from "node:fs";
import { join } from "node:path";
import { inFolder } from "../../fixtures/folder.ts";
import { fill, query, type Row, value } from "./_fill.ts";

/** Whether SQLite finds every page of a file in its place. */
function assertSound(file: string): void {
  assertEquals(value(file, "PRAGMA integrity_check"), "ok");
  const size = value(file, "PRAGMA page_count") as number * 4096;
  assertEquals(statSync(file).size, size);
  assertEquals(value(file, "PRAGMA freelist_count"), 0);
}

/** The table pages of a file, by kind and depth. */
function tree(file: string, table: string): Row[] {
  return query(
    file,
    `SELECT pagetype, length(path) - length(replace(path, '/', '')) AS depth, count(*) AS pages
     FROM dbstat WHERE name = '${table}' GROUP BY 1, 2 ORDER BY 2, 1`,
  );
}

for (const rows of [0, 1, 2, 26, 27, 5000, 70_000]) {
  Deno.test(`a table of ${rows} rows is a sound tree that finds each of them`, () =>
    inFolder(async (folder) => {
      const file = join(folder, "t.db");
      await fill(
        `[table.t]\nrows = ${rows}\n[table.t.columns]
id = { gen = "sequence", start = -300, step = 7, primary = true }
text = { gen = "string", length = 140 }`,
        file,
      );
      assertSound(file);
      assertEquals(
        query(
          file,
          `SELECT count(*) AS c, count(DISTINCT id) AS d, coalesce(sum(length(text)), 0) AS l,
           min(id) AS low, max(id) AS high FROM t`,
        ),
        [{
          c: rows,
          d: rows,
          l: 140 * rows,
          low: rows === 0 ? null : -300,
          high: rows === 0 ? null : 7 * rows - 307,
        }],
      );
      const found = value(
        file,
        `WITH RECURSIVE n(i) AS (SELECT -300 UNION ALL SELECT i + 7 FROM n WHERE i < ${
          7 * rows - 307
        })
         SELECT count(*) FROM n JOIN t ON t.id = n.i`,
      );
      assertEquals(found, rows);
      if (rows === 70_000) {
        assertEquals(
          tree(file, "t").map(({ pagetype }) => pagetype),
          ["internal", "internal", "leaf"],
        );
      }
    }));
}

Deno.test("rows longer than a page go on in others, whatever their length", () =>
  inFolder(async (folder) => {
    const lengths = [
      ...[480, 489, 490, 3900, 4050, 4051, 4052, 4053, 4054, 4055, 4056, 4057],
      ...[4058, 4059, 4060, 4061, 4062, 4063, 4500, 4570, 4571, 4572, 8140],
      ...[8141, 8142, 8143, 8144, 8190, 8191, 16_384, 65_536],
    ];
    const file = join(folder, "t.db");
    await fill(
      lengths.map((length) =>
        `[table.t${length}]\nrows = 40\n[table.t${length}.columns]\nt = { gen = "string", length = ${length} }\nn = "sequence"\n`
      ).join(""),
      file,
    );
    assertSound(file);
    for (const length of lengths) {
      assertEquals(
        query(
          file,
          `SELECT count(*) AS c, min(length(t)) AS low, max(length(t)) AS high, sum(n = rowid) AS n,
           count(DISTINCT t) AS d FROM t${length}`,
        ),
        [{ c: 40, low: length, high: length, n: 40, d: 40 }],
      );
    }
  }));

Deno.test("tables of every width and order of columns read back", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    const kinds = ['"sequence"', '"uuid"', "true", "-7", '"person.gender"'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 150 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (columns, nulls) => {
          const lines = columns.map((gen, i) =>
            gen.startsWith('"')
              ? `c${i} = { gen = ${gen}, null = ${nulls.toFixed(2)} }`
              : `c${i} = ${gen}`
          );
          const text = `[table.t]\nrows = 30\n[table.t.columns]\n${
            lines.join("\n")
          }\n`;
          await fill(text, file, { mode: "replace", workers: 1 });
          await fill(text, `${file}2`, { workers: 1 });
          try {
            assertSound(`${file}2`);
            // The first file is there, so its rows go in by statements.
            assertEquals(
              query(`${file}2`, "SELECT * FROM t"),
              query(file, "SELECT * FROM t"),
            );
          } finally {
            Deno.removeSync(`${file}2`);
          }
        },
      ),
      {
        numRuns: 12,
        examples: [
          [Array(126).fill("true"), 0.5],
          [Array(127).fill("true"), 0.5],
          [Array(128).fill("-7"), 0.5],
        ],
      },
    );
  }));

Deno.test("integers of every length are what they were", () =>
  inFolder(async (folder) => {
    const limits = [0, 7, 8, 15, 16, 23, 24, 31, 32, 47, 48, 52]
      .flatMap((bit) => [2 ** bit - 1, 2 ** bit, -(2 ** bit), -(2 ** bit) - 1]);
    const numbers = [...limits, 2 ** 53 - 1, -(2 ** 53) + 1];
    const file = join(folder, "t.db");
    const columns = numbers.map((n, i) => `c${i} = ${n}`).join("\n");
    await fill(`[table.t]\nrows = 1\n[table.t.columns]\n${columns}`, file);
    assertSound(file);
    assertEquals(Object.values(query(file, "SELECT * FROM t")[0]), numbers);
  }));

Deno.test("a key of texts finds its rows, and the one of a user's type is kept by SQLite", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    await fill(
      `[table.a]\nrows = 3000\n[table.a.columns]
id = { gen = "uuid", primary = true }
[table.b]\nrows = 3000\n[table.b.columns]
id = { gen = "sequence", primary = true, step = -1, start = 10 }
n = { value = "12", type = "numeric" }
[table.c]\nrows = 3000\n[table.c.columns]
a = { ref = "a.id" }
b = { ref = "b.id" }`,
      file,
    );
    assertSound(file);
    assertMatch(
      query(file, "EXPLAIN QUERY PLAN SELECT * FROM c JOIN a ON a.id = c.a")
        .map(({ detail }) => detail).join(),
      /sqlite_autoindex_a_1/,
    );
    assertEquals(
      query(
        file,
        `SELECT count(*) AS c, (SELECT typeof(n) || min(id) FROM b) AS n
         FROM c JOIN a ON a.id = c.a JOIN b ON b.id = c.b`,
      ),
      [{ c: 3000, n: "integer-2989" }],
    );
  }));

Deno.test("a file of more than a gibibyte leaves the page of locks alone", {
  ignore: Deno.env.get("LARGE") === undefined,
}, () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    await fill(
      `[table.t]\nrows = 280_000\n[table.t.columns]\nt = { gen = "string", length = 4000 }\nu = { gen = "string", length = 5000 }`,
      file,
    );
    assertLess(2 ** 30, statSync(file).size);
    assertEquals(value(file, "PRAGMA integrity_check"), "ok");
    assertEquals(value(file, "SELECT count(*) FROM t"), 280_000);
  }));
