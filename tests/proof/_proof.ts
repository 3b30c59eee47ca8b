// Proves one schema: it is refused in the documented words, or loads into PostgreSQL with every constraint on, says what
// it claims there, and is the same for any number of workers.
import { assertEquals } from "@std/assert";
import type { Plan } from "../../core/plan.ts";
import { checkGenfile, createSource, verifyTarget } from "../../engine.ts";
import { inFolder } from "../fixtures/folder.ts";
import type { Database } from "../fixtures/postgres.ts";
import { isDocumented } from "./_refusals.ts";
import { encodeBy, runHere } from "./_run.ts";
import type { Schema } from "./_schema.ts";

/** What is left of a schema without the lines that are refused. */
export interface Kept {
  text: string;
  without: Set<string>;
}

/** Takes out what is refused, a line at a time, until the rest is right; undefined where nothing is left of it. */
export async function keep(schema: Schema): Promise<Kept | undefined> {
  const without = new Set<string>();
  for (;;) {
    const { text, names } = schema.genfile(without);
    const { plan, diagnostics } = await checkGenfile(text);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    for (const { message } of errors) {
      if (!isDocumented(message)) {
        throw new Error(`a refusal of its own: ${message}\n${text}`);
      }
    }
    if (plan !== undefined) return { text, without };
    // The first only: others may follow from it.
    const name = errors.map(({ place }) => names[(place?.line ?? 0) - 1])
      .find((one) => one !== undefined);
    if (name === undefined) return undefined;
    without.add(name);
  }
}

async function planOf(
  text: string,
  to: string,
  workers: number,
): Promise<Plan> {
  const { plan, diagnostics } = await checkGenfile(text, {
    overrides: {
      to,
      workers,
      ...(to.startsWith("postgres:") && { connections: 1 }),
    },
  });
  if (plan === undefined) throw new Error(diagnostics[0].message);
  return plan;
}

/** Loads into an emptied database, and proves there what the plan and the claims say. */
export async function proveLoaded(
  database: Database,
  text: string,
  claims: readonly string[],
): Promise<void> {
  const run: Run = (sql) => database.run(sql);
  await run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  const plan = await planOf(text, database.url, 3);
  await runHere(plan);
  await hasConstraints(plan, run);
  for (const sql of await broken(claims, run)) {
    throw new Error(`broken: ${sql}`);
  }
  const reports = await verifyTarget(await createSource(plan), plan);
  assertEquals(
    reports.flatMap(({ verdicts }) =>
      verdicts.filter(({ verdict }) => verdict === "broken")
    ),
    [],
  );
}

type Run = (sql: string) => Promise<Record<string, unknown>[]>;

async function broken(
  claims: readonly string[],
  run: Run,
): Promise<string[]> {
  if (claims.length === 0) return [];
  const asked = claims.map((sql, i) =>
    `SELECT ${i} AS i WHERE EXISTS (${sql.replace(/^SELECT 1 /, "SELECT ")})`
  );
  return (await run(asked.join(" UNION ALL "))).map(({ i }) =>
    claims[Number(i)]
  );
}

/** Every key and foreign key of the plan whose columns are written is a constraint. */
async function hasConstraints(plan: Plan, run: Run): Promise<void> {
  const found = await run(
    `SELECT conrelid::regclass::text AS name, contype::text AS kind, count(*)::int AS n, bool_and(convalidated) AS valid
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f') GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const expected = plan.tables.flatMap((table) => {
    const isWritten = (columns: readonly string[]) =>
      columns.length > 0 &&
      columns.every((one) =>
        table.columns.find(({ name }) => name === one)?.hidden === false
      );
    const counts = {
      f: table.foreignKeys.filter(({ columns }) => isWritten(columns)).length,
      p: isWritten(table.primaryKey) ? 1 : 0,
      u: table.uniqueKeys.filter(isWritten).length,
    };
    return Object.entries(counts).filter(([, n]) => n > 0)
      .map(([kind, n]) => ({ name: table.name, kind, n, valid: true }));
  });
  const sorted = expected.sort((a, b) =>
    a.name < b.name || a.name === b.name && a.kind < b.kind ? -1 : 1
  );
  assertEquals(found.map((one) => ({ ...one })), sorted);
}

/** The same CSV files with 1 worker and with 3, and made seven rows at a time. */
export async function proveSame(text: string): Promise<void> {
  await inFolder(async (folder) => {
    const one = await planOf(text, `${folder}/one`, 1);
    await runHere(one);
    await runHere(await planOf(text, `${folder}/three`, 3));
    const inPieces = await planOf(text, `${folder}/pieces`, 1);
    for (const { name, rows } of one.tables) {
      const bytes = await Deno.readFile(`${folder}/one/${name}.csv`);
      assertEquals(await Deno.readFile(`${folder}/three/${name}.csv`), bytes);
      const pieces = await encodeBy(inPieces, name, rows > 500 ? 97 : 7);
      assertEquals(
        new TextDecoder().decode(pieces),
        new TextDecoder().decode(bytes.subarray(bytes.length - pieces.length)),
        name,
      );
    }
  });
}
