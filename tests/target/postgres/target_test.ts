// The target by itself, fed by hand: what it does when the server goes away, and where rows come from.
import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { allocateCounters, Counters } from "../../../core/run/counters.ts";
import { ThrustError } from "../../../core/errors.ts";
import type { Plan } from "../../../core/plan.ts";
import {
  allocateRing,
  RingReader,
  RingWriter,
} from "../../../core/ring/ring_buffer.ts";
import { checkGenfile } from "../../../engine.ts";
import { postgresTarget } from "../../../target/postgres/target.ts";
import type { Target } from "../../../target/target.ts";
import { type Database, databaseTests } from "../../fixtures/postgres.ts";

const onDatabase = databaseTests();

const BATCH = 10;

async function planOf(url: string, batch = BATCH): Promise<Plan> {
  const { plan } = await checkGenfile(
    `version = 1
[run]
workers = 1
[table.t]
rows = 1000
[table.t.columns]
n = { gen = "int", min = 0, max = 1000 }`,
    { overrides: { to: url, batch } },
  );
  return plan!;
}

/** A target that is being filled, and the source's end of its lane. */
interface Filling {
  target: Target;
  filled: Promise<void>;
  /** Hands over rows with these values. */
  give(...values: number[]): void;
}

async function begin(database: Database, batch?: number): Promise<Filling> {
  const plan = await planOf(database.url, batch);
  const ring = allocateRing({ records: 1000, bytes: 100_000 });
  const writer = new RingWriter(ring);
  const target = postgresTarget(plan);
  await target.open(() => {}, { target: 0, wire: undefined });
  const filled = Promise.resolve(target.fill({
    lanes: [new RingReader(ring)],
    numbers: [0],
    counters: new Counters(allocateCounters(1, 1, 1)),
    target: 0,
  }));
  filled.catch(() => {});
  return {
    target,
    filled,
    give(...values) {
      const bytes = new Uint8Array(10 * values.length);
      const view = new DataView(bytes.buffer);
      const ends = new Uint32Array(values.length);
      for (const [i, value] of values.entries()) {
        view.setInt16(10 * i, 1);
        view.setInt32(10 * i + 2, 4);
        view.setInt32(10 * i + 6, value);
        ends[i] = 10 * (i + 1);
      }
      writer.insert(bytes, ends, values.length);
    },
  };
}

/** Waits for what the server sees of thrust. */
async function until(
  database: Database,
  condition: string,
): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const rows = await database.run(`
      SELECT FROM pg_stat_activity
      WHERE application_name = 'thrust' AND ${condition}`);
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Nothing of thrust is ${condition}`);
}

async function terminate(database: Database): Promise<void> {
  await database.run(`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'thrust'`);
}

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

async function assertLost(
  database: Database,
  { target, filled }: Filling,
  kept: number,
): Promise<void> {
  const error = await assertRejects(() => filled, ThrustError);
  assertEquals(
    error.message,
    `Cannot fill table "t": the connection to ${database.shown} was lost ` +
      "(terminating connection due to administrator command)",
  );
  assertEquals(error.code, "TARGET_FAILED");
  const stays = await target.rollback();
  assertEquals(stays, new Map(kept === 0 ? [] : [["t", kept]]));
  if (kept > 0) assertEquals(await database.count("t"), kept);
  else assert(await isGone(database));
  assertEquals(await database.server.connectionsLeft(), []);
}

async function isGone(database: Database): Promise<boolean> {
  const [{ t }] = await database.run("SELECT to_regclass('t') AS t");
  return t === null;
}

onDatabase(
  "a connection that is lost while nothing has come yet ends the run at once",
  async (database) => {
    const filling = await begin(database);
    await until(database, "state = 'idle'");
    await terminate(database);
    await assertLost(database, filling, 0);
  },
);

onDatabase(
  "a connection that is lost between batches ends the run, and whole batches stay",
  async (database) => {
    const filling = await begin(database);
    filling.give(...TEN);
    await until(database, "state = 'idle' AND query LIKE 'COPY%'");
    await terminate(database);
    await assertLost(database, filling, 10);
  },
);

onDatabase(
  "a connection that is lost in the middle of a batch leaves nothing of it",
  async (database) => {
    const filling = await begin(database);
    filling.give(...TEN, 11, 12);
    await until(database, "state = 'active' AND wait_event = 'ClientRead'");
    // The first batch, or already the second?
    for (let n = 0; n < 10;) n = await database.count("t");
    await until(database, "state = 'active' AND wait_event = 'ClientRead'");
    await terminate(database);
    await assertLost(database, filling, 10);
  },
);

onDatabase(
  "a run that stops before its first batch takes its tables away",
  async (database) => {
    const { target, filled, give } = await begin(database);
    give(1, 2, 3);
    await until(database, "state = 'active' AND wait_event = 'ClientRead'");
    await Promise.all([target.rollback(), assertRejects(() => filled)]);
    assertEquals(await database.run("SELECT to_regclass('t') AS t"), [
      { t: null },
    ]);
    assertEquals(await database.server.connectionsLeft(), []);
  },
);

onDatabase("a run that stops later leaves whole batches", async (database) => {
  const { target, filled, give } = await begin(database);
  give(...TEN, ...TEN, 1, 2, 3);
  for (let n = 0; n < 20;) n = await database.count("t");
  const [kept] = await Promise.all([
    target.rollback(),
    assertRejects(() => filled),
  ]);
  assertEquals(kept, new Map([["t", 20]]));
  assertEquals(await database.count("t"), 20);
});

onDatabase(
  "a run that waits for somebody's lock can be stopped",
  async (database) => {
    await database.run("CREATE TABLE t (n int)");
    const { target, filled, give } = await begin(database);
    const other = database.run(
      "BEGIN; LOCK TABLE t; SELECT pg_sleep(5); COMMIT",
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    give(...TEN);
    await until(database, "wait_event_type = 'Lock'");
    const began = performance.now();
    await Promise.all([target.rollback(), assertRejects(() => filled)]);
    assert(performance.now() - began < 4000);
    assertEquals(await database.server.connectionsLeft(), []);
    await other;
    assertEquals(await database.count("t"), 0);
  },
);

onDatabase(
  "the server's last words are told where a row is refused by a trigger",
  async (database) => {
    await database.run(`
    CREATE TABLE t (n int);
    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.n = 4 THEN RAISE 'no fours'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()`);
    const { target, filled, give } = await begin(database);
    give(...TEN);
    const error = await assertRejects(() => filled, ThrustError);
    assertStringIncludes(error.message, 'Cannot write row 3 of table "t"');
    assertStringIncludes(error.message, "no fours (P0001)");
    assertEquals(error.fields, { table: "t", row: 3 });
    await target.rollback();
  },
);
