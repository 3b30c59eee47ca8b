// The Genfiles of examples/pains in a real PostgreSQL: every constraint holds, and verify finds every promise kept.
import { assertEquals } from "@std/assert";
import {
  checkGenfile,
  createSource,
  runPlan,
  verifyTarget,
} from "../../../engine.ts";
import { databaseTests } from "../../fixtures/postgres.ts";

const onDatabase = databaseTests();

const FOLDER = new URL("../../../examples/pains/", import.meta.url);

interface Pain {
  /** Primary, unique and foreign keys that there must be. */
  keys: number;
  /** Rows that must not be there. */
  never: string[];
  rows?: number;
}

const PAINS: Record<string, Pain> = {
  unique_without_retries: {
    keys: 3,
    never: [
      "SELECT 1 FROM plates HAVING count(DISTINCT plate) <> 260000",
      "SELECT 1 FROM plates HAVING count(DISTINCT badge) <> 260000",
    ],
  },
  no_duplicate_pairs: {
    keys: 8,
    never: [
      "SELECT 1 FROM likes HAVING count(DISTINCT (student_id, course_id)) <> 60000",
      "SELECT 1 FROM enrolments GROUP BY student_id HAVING count(*) > 8",
    ],
  },
  composite_keys: {
    keys: 6,
    never: [
      "SELECT 1 FROM lines GROUP BY order_id HAVING max(line) <> count(*) OR min(line) <> 1",
    ],
  },
  self_references: {
    keys: 7,
    never: [
      "SELECT 1 FROM employees WHERE (manager_id IS NULL) <> (id = 1) OR manager_id >= id OR mentor_id = id",
      "SELECT 1 FROM employees GROUP BY manager_id HAVING count(*) > 7",
      "SELECT 1 FROM employees e JOIN employees m ON m.id = e.manager_id WHERE e.level <> m.level + 1",
      "SELECT 1 FROM folders f JOIN folders p ON p.id = f.parent_id WHERE p.owner_id <> f.owner_id",
      "SELECT 1 FROM folders f LEFT JOIN folders p ON p.id = f.parent_id WHERE f.path <> coalesce(p.path, '') || '/' || f.name",
      "SELECT 1 FROM folders WHERE parent_id IS NULL GROUP BY owner_id HAVING count(*) <> 1",
    ],
  },
  cycles: {
    keys: 10,
    never: [
      "SELECT 1 FROM countries c JOIN cities i ON i.id = c.capital_id WHERE i.country_id <> c.id",
      "SELECT 1 FROM cities c JOIN people p ON p.id = c.mayor_id WHERE p.city_id <> c.id",
      "SELECT 1 FROM people WHERE spouse_id = id",
      `SELECT 1 FROM information_schema.columns WHERE is_nullable = 'YES'
         AND column_name IN ('capital_id', 'country_id', 'mayor_id', 'city_id', 'born_in')`,
    ],
  },
  memory_that_does_not_grow: { keys: 4, never: [], rows: 30_000 },
};

Deno.test("every pain has its proof", () => {
  const names = Array.from(Deno.readDirSync(FOLDER), ({ name }) => name);
  assertEquals(
    names.sort(),
    Object.keys(PAINS).map((one) => `${one}.toml`).sort(),
  );
});

for (const [name, { keys, never, rows }] of Object.entries(PAINS)) {
  onDatabase(`${name} holds in PostgreSQL`, async (database) => {
    const text = await Deno.readTextFile(new URL(`${name}.toml`, FOLDER));
    const { plan } = await checkGenfile(text, {
      overrides: {
        to: database.url,
        now: "2026-01-01",
        workers: 2,
        ...(rows !== undefined && { rows }),
      },
    });
    assertEquals((await runPlan(plan!)).outcome, "done");
    const [{ n }] = await database.run(`
      SELECT count(*)::int AS n FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f')
        AND convalidated`);
    assertEquals(n, keys);
    for (const sql of never) assertEquals(await database.run(sql), [], sql);
    const reports = await verifyTarget(await createSource(plan!), plan!);
    const broken = reports.flatMap(({ verdicts }) =>
      verdicts.filter(({ verdict }) => verdict === "broken")
    );
    assertEquals(broken, []);
  });
}
