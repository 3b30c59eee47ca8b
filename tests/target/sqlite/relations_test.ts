import { join } from "node:path";
import { assertEquals } from "@std/assert";
import { inFolder } from "../../fixtures/folder.ts";
import { FOREIGN_KEYS, NEVER, RELATIONS } from "../../fixtures/relations.ts";
import { fill, query, value } from "./_fill.ts";

Deno.test("every kind of relation holds in SQLite, with its foreign keys", () =>
  inFolder(async (folder) => {
    const file = join(folder, "t.db");
    await fill(RELATIONS, file, { batch: 100 });
    assertEquals(query(file, "PRAGMA foreign_key_check"), []);
    const keys = query(
      file,
      `SELECT s.name || '(' || group_concat(k."from") || ') ' || k."table" || '(' || group_concat(k."to") || ')' AS key
       FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS k
       WHERE s.type = 'table' GROUP BY s.name, k.id ORDER BY 1`,
    ).map(({ key }) => key);
    assertEquals(keys, FOREIGN_KEYS);
    for (const sql of NEVER) assertEquals(query(file, sql), [], sql);
    const all = value(
      file,
      "SELECT count(*) FROM people WHERE boss_id IS NOT NULL",
    );
    assertEquals(all, 299);
  }));
