// Runs into PostgreSQL that are interrupted, or lose their server.
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import {
  type Database,
  databaseTests,
  ON_SERVER,
  Server,
} from "../fixtures/postgres.ts";
import { failure, ROWS } from "./postgres.ts";
import { inFolder, type Outcome, start } from "./thrust.ts";

const onDatabase = databaseTests();

const LONG = ROWS.replace("20_000", "2_000_000_000");

/** Starts a run that does not end by itself, and waits until it has committed. */
async function whileRunning(
  database: Database,
  act: (child: Deno.ChildProcess) => Promise<void>,
): Promise<Outcome> {
  let outcome: Outcome | undefined;
  await inFolder({ "Genfile.toml": LONG }, async (cwd) => {
    const args = ["Genfile.toml", "--progress", "none", "--batch", "5000"];
    const child = start(args, {
      cwd,
      env: { DATABASE_URL: database.url, HOME: cwd },
    });
    for (let n = 0; n === 0;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const [{ there }] = await database.run(
        "SELECT to_regclass('t') IS NOT NULL AS there",
      );
      if (there) n = await database.count("t");
    }
    await act(child);
    const { code, stdout, stderr } = await child.output();
    const decoder = new TextDecoder();
    outcome = {
      status: code,
      stdout: decoder.decode(stdout),
      stderr: decoder.decode(stderr),
    };
  });
  return outcome!;
}

/** No connection is left, and whole batches of rows stay: as many as were said. */
async function wholeBatchesStay(
  database: Database,
  stderr: string,
): Promise<void> {
  assertEquals(await database.server.connectionsLeft(), []);
  const kept = await database.count("t");
  assertEquals(kept % 5000, 0);
  assertStringIncludes(
    stderr,
    `stay: ${kept.toLocaleString("en-US")} of table "t"`,
  );
}

onDatabase(
  "SIGINT leaves whole batches and no connection, status 130",
  async (database) => {
    const { status, stderr } = await whileRunning(database, (child) => {
      child.kill("SIGINT");
      return Promise.resolve();
    });
    assertEquals(status, 130, stderr);
    await wholeBatchesStay(database, stderr);
  },
);

onDatabase(
  "a backend that is ended ends the run, whole batches stay",
  async (database) => {
    const { status, stderr } = await whileRunning(database, async () => {
      await database.run(`
      SELECT pg_terminate_backend(min(pid)) FROM pg_stat_activity
      WHERE application_name = 'thrust'`);
    });
    assertEquals(status, 1);
    assertStringIncludes(
      stderr,
      `error: Cannot fill table "t": the connection to ${database.shown} was lost`,
    );
    // What the server said last is lost with the connection where rows were still on their way to it.
    assertMatch(
      stderr,
      /was lost( \(terminating connection due to administrator command\))?;/,
    );
    await wholeBatchesStay(database, stderr);
  },
);

Deno.test({
  name: "a server that crashes ends the run",
  ...ON_SERVER,
  async fn() {
    await using server = await Server.start();
    await server.withDatabase(async (database) => {
      const { status, stderr } = await whileRunning(database, async () => {
        const pids = await database.run(`
          SELECT pid FROM pg_stat_activity
          WHERE application_name = 'thrust' LIMIT 1`);
        Deno.kill(Number(pids[0].pid), "SIGKILL");
      });
      assertEquals(status, 1);
      assertStringIncludes(
        stderr,
        `the connection to ${database.shown} was lost`,
      );
      // The server starts anew, and has what was committed.
      for (let n = -1; n < 0;) n = await database.count("t").catch(() => -1);
    });
  },
});

Deno.test({
  name:
    "a full disk of the server's ends the run, and what was committed stays",
  ...ON_SERVER,
  ignore: ON_SERVER.ignore || Deno.uid() !== 0,
  async fn() {
    await using server = await Server.start();
    const path = `${server.folder}/tiny`;
    await Deno.mkdir(path);
    const mount = await new Deno.Command("mount", {
      args: [
        "-t",
        "tmpfs",
        "-o",
        `size=4m,uid=${server.user!.uid},mode=700`,
        "tmpfs",
        path,
      ],
    }).output();
    if (!mount.success) return;
    try {
      await server.withDatabase(async (database) => {
        await database.run(`CREATE TABLESPACE tiny LOCATION '${path}'`);
        await database.run(
          "CREATE TABLE t (id int, name text, n int) TABLESPACE tiny",
        );
        const said = await failure(database.url, [
          "--batch",
          "10000",
          "--rows",
          "1000000",
        ]);
        assertMatch(
          said,
          /^error: Cannot write .*table "t" in \S+: could not extend file .*: No space left on device \(53100\)/,
        );
        const kept = await database.count("t");
        assert(kept >= 10_000);
        assertEquals(kept % 10_000, 0);
        assertEquals(await database.server.connectionsLeft(), []);
        await database.run("DROP TABLE t");
        await database.run("DROP TABLESPACE tiny");
      });
    } finally {
      await new Deno.Command("umount", { args: ["-l", path] }).output();
    }
  },
});
