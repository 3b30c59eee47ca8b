// thrust into SQLite as its users run it.
import { assert, assertEquals, assertMatch } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import { ENDLESS, PEOPLE } from "./genfiles.ts";
import { filesIn, inFolder, start, thrust } from "./thrust.ts";

/** The first row that a query gives. */
function first(file: string, sql: string): unknown[] {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return Object.values(db.prepare(sql).get()!);
  } finally {
    db.close();
  }
}

/** Interrupts a run into `shop.db` once rows have been written there, and gives its last words. */
async function interrupted(cwd: string, args: string[]): Promise<string> {
  const child = start(
    ["a.toml", "--to", "sqlite:shop.db", "--progress", "json", ...args],
    { cwd },
  );
  const decoder = new TextDecoder();
  let said = "";
  let asked = false;
  for await (const bytes of child.stderr) {
    said += decoder.decode(bytes, { stream: true });
    if (!asked && /"rows":\s*[1-9]/.test(said)) {
      child.kill("SIGINT");
      asked = true;
    }
  }
  await child.stdout.cancel();
  assertEquals((await child.status).code, 130);
  return said.trim().split("\n").at(-1)!;
}

Deno.test("thrust fills a SQLite database and says what it came to", async () => {
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    const args = ["a.toml", "--to", "sqlite:shop.db"];
    const { status, stdout, stderr } = await thrust(args, { cwd });
    assertEquals([status, stdout], [0, ""]);
    assertMatch(stderr, /people +3,000 /);
    assertEquals(await filesIn(cwd), ["a.toml", "shop.db"]);
    assertEquals(
      first(
        `${cwd}/shop.db`,
        "SELECT count(*), count(p.id) FROM visits AS v LEFT JOIN people AS p ON p.id = v.person_id AND p.name = v.name",
      ),
      [5000, 5000],
    );
    const again = await thrust(args, { cwd });
    assertEquals(again.status, 1);
    assertMatch(
      again.stderr,
      /Cannot create table "people" in "shop.db": it holds rows already; say --mode append/,
    );
    const appended = await thrust([...args, "--mode", "append"], { cwd });
    assertEquals(appended.status, 1);
    assertMatch(
      appended.stderr,
      /Cannot write row 0 of table "people" to "shop.db": another row has the same in column "id" \(id = 1\); nothing has been committed/,
    );
  });
});

Deno.test("check shows what a run into SQLite would do, and touches nothing", async () => {
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    const { status, stdout } = await thrust(
      ["check", "a.toml", "--to", "sqlite:shop.db"],
      { cwd },
    );
    assertEquals(status, 0);
    assertMatch(
      stdout,
      /target {2}sqlite:shop.db, mode create, 100,000 records in a transaction, 1 connection\n/,
    );
    assertEquals(await filesIn(cwd), ["a.toml"]);
  });
});

Deno.test("SIGINT leaves no new database", async () => {
  await inFolder({ "a.toml": ENDLESS }, async (cwd) => {
    const { outcome, kept } = JSON.parse(await interrupted(cwd, []));
    assertEquals(outcome, "interrupted");
    assertEquals(kept, {});
    assertEquals(await filesIn(cwd), ["a.toml"]);
  });
});

Deno.test("SIGINT leaves whole batches in a database that was there, and no journal", async () => {
  await inFolder({ "a.toml": ENDLESS }, async (cwd) => {
    const file = `${cwd}/shop.db`;
    const db = new DatabaseSync(file);
    db.exec("CREATE TABLE numbers (n INTEGER PRIMARY KEY)");
    db.close();
    const summary = JSON.parse(await interrupted(cwd, ["--batch", "1000"]));
    assertEquals(await filesIn(cwd), ["a.toml", "shop.db"]);
    const rows = summary.kept.numbers;
    assert(rows % 1000 === 0);
    assertEquals(first(file, "SELECT count(*) FROM numbers"), [rows]);
    assertEquals(first(file, "PRAGMA integrity_check"), ["ok"]);
  });
});
