// The Genfiles of examples/pains do what they say: loaded into SQLite with their constraints on, and in little memory.
import { assert, assertEquals } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import { inFolder, start, thrust } from "./thrust.ts";

const FOLDER = new URL("../../examples/pains/", import.meta.url).pathname;

/** Loads an example and gives the numbers that queries of one value give. */
async function counts(
  name: string,
  queries: string[],
): Promise<number[]> {
  let found: number[] = [];
  await inFolder({}, async (cwd) => {
    const { status, stderr } = await thrust(
      [`${FOLDER}${name}.toml`, "--to", "sqlite:it.db"],
      { cwd },
    );
    assertEquals(status, 0, stderr);
    const db = new DatabaseSync(`${cwd}/it.db`, { readOnly: true });
    found = queries.map((sql) =>
      Object.values(db.prepare(sql).get()!)[0] as number
    );
    db.close();
  });
  return found;
}

Deno.test("unique columns use every value of their domain", async () => {
  const found = await counts("unique_without_retries", [
    "SELECT count(DISTINCT plate) FROM plates",
    "SELECT count(DISTINCT badge) FROM plates",
    "SELECT count(DISTINCT email) FROM plates",
    `SELECT count(*) FROM pragma_index_list('plates') WHERE "unique"`,
  ]);
  assertEquals(found, [260000, 260000, 260000, 3]);
});

Deno.test("a junction table has no pair twice", async () => {
  const [pairs, rows, likes, keys] = await counts("no_duplicate_pairs", [
    "SELECT count(*) FROM (SELECT DISTINCT student_id, course_id FROM enrolments)",
    "SELECT count(*) FROM enrolments",
    "SELECT count(*) FROM (SELECT DISTINCT student_id, course_id FROM likes)",
    `SELECT count(*) FROM pragma_index_list('likes') WHERE "unique"`,
  ]);
  assertEquals(pairs, rows);
  assert(rows > 3000);
  assertEquals([likes, keys], [60000, 1]);
});

Deno.test("composite keys hold, several to a table", async () => {
  const found = await counts("composite_keys", [
    "SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT order_id, line FROM lines)) FROM lines",
    "SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT order_id, product FROM lines)) FROM lines",
    "SELECT count(*) FROM (SELECT DISTINCT room, day, hour FROM bookings)",
    "SELECT count(*) FROM (SELECT DISTINCT day, hour, guest FROM bookings)",
    `SELECT count(*) FROM pragma_index_list('bookings') WHERE "unique"`,
  ]);
  assertEquals(found, [0, 0, 20000, 20000, 2]);
});

/** The most memory, in MB, that a run of so many rows to nowhere takes. */
async function peak(rows: number): Promise<number> {
  let most = 0;
  await inFolder({}, async (cwd) => {
    const child = start([
      `${FOLDER}memory_that_does_not_grow.toml`,
      ...["--to", "null", "--rows", `${rows}`, "--workers", "1", "--quiet"],
    ], { cwd });
    let done = false;
    const output = child.output().then((one) => {
      done = true;
      return one;
    });
    while (!done) {
      try {
        const status = await Deno.readTextFile(`/proc/${child.pid}/status`);
        const found = /VmHWM:\s+(\d+) kB/.exec(status);
        if (found !== null) most = Math.max(most, Number(found[1]) / 1000);
      } catch {
        // It has just ended.
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assertEquals((await output).code, 0);
  });
  return most;
}

Deno.test("unique columns take no memory for their rows", {
  ignore: Deno.build.os !== "linux",
}, async () => {
  const few = await peak(50_000);
  const many = await peak(1_500_000);
  // A set of so many texts would take more than 300 MB.
  assert(many < few + 80, `${few} MB, then ${many} MB`);
});

Deno.test("SQL files have the keys in their tables", async () => {
  await inFolder({}, async (cwd) => {
    const { status, stderr } = await thrust(
      [
        `${FOLDER}composite_keys.toml`,
        ...["--to", "it.sql", "--rows", "bookings=50,orders=20"],
      ],
      { cwd },
    );
    assertEquals(status, 0, stderr);
    const text = await Deno.readTextFile(`${cwd}/it.sql`);
    for (
      const key of [
        `PRIMARY KEY ("order_id", "line")`,
        `UNIQUE ("order_id", "product")`,
        `UNIQUE ("room", "day", "hour")`,
        `UNIQUE ("day", "hour", "guest")`,
      ]
    ) assert(text.includes(`  ${key}`), key);
  });
});
