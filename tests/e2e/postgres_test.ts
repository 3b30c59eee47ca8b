// PostgreSQL from the command line: how it fails, and that a password is nowhere to be seen.
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
import { inFolder, type Outcome, start, thrust } from "./thrust.ts";

const PASSWORD = "s3cret p@ss:word/%";
const ENCODED = encodeURIComponent(PASSWORD);

const onDatabase = databaseTests({
  access: ["host all guarded all scram-sha-256"],
});

const ROWS = `version = 1

[target]
to = "\${DATABASE_URL}"

[table.t]
rows = 20_000

[table.t.columns]
id   = { gen = "sequence" }
name = { pattern = '[a-z]{5}' }
n    = { gen = "int", min = 0, max = 40_000 }
`;

/** Runs thrust on a Genfile whose target is in the environment. */
async function run(
  url: string,
  args: string[] = [],
  rest: { genfile?: string; env?: Record<string, string> } = {},
): Promise<Outcome> {
  let outcome: Outcome | undefined;
  await inFolder({ "Genfile.toml": rest.genfile ?? ROWS }, async (cwd) => {
    outcome = await thrust(["Genfile.toml", "--progress", "none", ...args], {
      cwd,
      env: { DATABASE_URL: url, HOME: cwd, ...rest.env },
    });
  });
  return outcome!;
}

/** What a failed run says, after its status was looked at. */
async function failure(...args: Parameters<typeof run>): Promise<string> {
  const { status, stdout, stderr } = await run(...args);
  assertEquals(stdout, "");
  assertEquals(status, 1, stderr);
  assertMatch(stderr, /^error: Cannot /);
  return stderr;
}

onDatabase("rows are written, and the summary says so", async (database) => {
  const { status, stderr } = await run(database.url);
  assertEquals(status, 0);
  assertMatch(stderr, /^t +20,000 /m);
  assertEquals(await database.count("t"), 20_000);
  assertEquals(await database.server.connectionsLeft(), []);
});

onDatabase("a server that is not there refuses the connection", async () => {
  const said = await failure("postgres://ana@127.0.0.1:1/shop");
  assertEquals(
    said,
    "error: Cannot connect to 127.0.0.1:1/shop: the connection was refused; is the server running there? (ECONNREFUSED)\n",
  );
  const socket = await failure("postgres:///shop?host=/nowhere&user=ana");
  assertStringIncludes(
    socket,
    "Cannot connect to /nowhere:5432/shop: there is no such socket",
  );
  const host = await failure("postgres://ana@no.such.host.invalid/shop");
  assertStringIncludes(
    host,
    "Cannot connect to no.such.host.invalid:5432/shop: ",
  );
});

onDatabase(
  "a server that says nothing is not waited for longer than it was asked",
  async () => {
    using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = listener.addr;
    for (const sslmode of ["disable", "prefer"]) {
      const said = await failure(
        `postgres://ana@127.0.0.1:${port}/shop?connect_timeout=1&sslmode=${sslmode}`,
      );
      assertStringIncludes(said, "there is no answer");
    }
  },
);

onDatabase("a server that hangs up is no server", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const hangUp = (async () => {
    for await (const connection of listener) connection.close();
  })();
  const { port } = listener.addr;
  for (const sslmode of ["disable", "prefer"]) {
    const said = await failure(
      `postgres://ana@127.0.0.1:${port}/shop?sslmode=${sslmode}`,
    );
    assertStringIncludes(said, "the server closed the connection");
  }
  listener.close();
  await hangUp.catch(() => {});
});

onDatabase("a database that is not there is named", async ({ server }) => {
  const said = await failure(server.url("nowhere"));
  assertEquals(
    said,
    `error: Cannot connect to 127.0.0.1:${server.port}/nowhere as "thrust": ` +
      `database "nowhere" does not exist (3D000); create it with createdb, or name another in the URL\n`,
  );
});

onDatabase(
  "passwords work wherever they are said, and are never shown",
  async (database) => {
    const { server } = database;
    await database.run(`
    DO $$ BEGIN CREATE ROLE guarded LOGIN SUPERUSER; EXCEPTION WHEN duplicate_object THEN END $$;
    ALTER ROLE guarded PASSWORD '${PASSWORD}'`);
    const open = server.url(database.name, "guarded");
    const secret = server.url(database.name, `guarded:${ENCODED}`);
    const hidden = (text: string) => {
      for (const one of [PASSWORD, ENCODED, "s3cret"]) {
        assert(!text.includes(one), text);
      }
    };

    const wrong = await failure(server.url(database.name, "guarded:s3cret"));
    assertStringIncludes(
      wrong,
      'as "guarded": password authentication failed for user "guarded" (28P01)',
    );
    hidden(wrong);
    await failure(open);

    await inFolder({ "Genfile.toml": ROWS }, async (cwd) => {
      const passfile = `${cwd}/pgpass`;
      await Deno.writeTextFile(
        passfile,
        `other:1:a:b:c\n*:${server.port}:*:guarded:${
          PASSWORD.replace(/[\\:]/g, "\\$&")
        }\n`,
        { mode: 0o600 },
      );
      const ways: [string, Record<string, string>][] = [
        [secret, {}],
        [open, { PGPASSWORD: PASSWORD }],
        [`${open}?password=${ENCODED}`, {}],
        [open, { PGPASSFILE: passfile }],
        ["postgres://", {
          PGHOST: "127.0.0.1",
          PGPORT: String(server.port),
          PGUSER: "guarded",
          PGDATABASE: database.name,
          PGPASSWORD: PASSWORD,
        }],
      ];
      for (const [url, env] of ways) {
        const outcome = await thrust(
          ["Genfile.toml", "--mode", "replace", "--progress", "plain"],
          { cwd, env: { DATABASE_URL: url, HOME: cwd, ...env } },
        );
        assertEquals(outcome.status, 0, outcome.stderr);
        hidden(outcome.stdout + outcome.stderr);
      }
      for (
        const args of [
          ["check", "Genfile.toml", "--to", secret],
          ["check", "Genfile.toml", "--to", `${open}?password=${ENCODED}`],
          ["Genfile.toml", "--to", secret, "--progress", "json"],
          ["Genfile.toml", "--to", secret, "--format", "csv"],
          ["Genfile.toml", "--to", secret.replace("postgres:", "postgrs:")],
          ["Genfile.toml", "--to", `${secret}?sslmod=require`],
          ["Genfile.toml", "--to", `${secret}x?sslmode=require`],
          ["Genfile.toml", secret],
        ]
      ) {
        const { stdout, stderr } = await thrust(args, {
          cwd,
          env: { HOME: cwd },
        });
        hidden(stdout + stderr);
        assert(stdout + stderr !== "");
      }
    });

    const shown = await run("", ["--to", "null"], {
      genfile: ROWS.replace('to = "${DATABASE_URL}"', `to = "${secret}" x`),
    });
    assertEquals(shown.status, 2);
    hidden(shown.stderr);
  },
);

onDatabase(
  "what a batch breaks is told with its row, column and value",
  async (database) => {
    const cases: [table: string, said: RegExp][] = [
      [
        "id int, name varchar(3), n int",
        /^error: Cannot write row \d+, column "name", value "[a-z]{5}" of table "t" in \S+: value too long for type character varying\(3\) \(22001\)/,
      ],
      [
        "id int, name text, n smallint",
        /^error: Cannot write column "n" of table "t" to PostgreSQL: \d+ is out of range for smallint in row \d+/,
      ],
      [
        "id int, name date, n int",
        /^error: Cannot write row \d+, column "name", value "[a-z]{5}" of table "t" in \S+: invalid input syntax for type date/,
      ],
      [
        "id int UNIQUE CHECK (id <> 5), name text, n int",
        /^error: Cannot write row 4 of table "t" in \S+: new row for relation "t" violates check constraint/,
      ],
      [
        "id int, name text, n int PRIMARY KEY",
        /^error: Cannot write row \d+ of table "t" in \S+: duplicate key value violates unique constraint "t_pkey" \(23505\); Key \(n\)=\(\d+\) already exists/,
      ],
    ];
    for (const [columns, said] of cases) {
      await database.run(`DROP TABLE IF EXISTS t; CREATE TABLE t (${columns})`);
      const message = await failure(database.url, ["--connections", "1"]);
      assertMatch(message, said);
      assertEquals(await database.count("t"), 0);
      assertEquals(await database.server.connectionsLeft(), []);
    }
  },
);

onDatabase(
  "NULL where the table wants a value is told with its row",
  async (database) => {
    await database.run("CREATE TABLE t (id int, name text, n int NOT NULL)");
    const genfile = ROWS.replace("max = 40_000", "max = 40_000, null = 0.001");
    const said = await failure(database.url, [], { genfile });
    assertMatch(
      said,
      /^error: Cannot write row \d+, column "n" of table "t" in \S+: null value in column "n" of relation "t" violates not-null constraint \(23502\)/,
    );
    const row = Number(/row (\d+)/.exec(said)![1]);
    // The row is the one that the Genfile has NULL in.
    const shown = await inCsv(genfile);
    assertEquals(shown[row + 1].split(",")[2], "");
  },
);

async function inCsv(genfile: string): Promise<string[]> {
  const { stdout } = await run("null", ["--to", "-"], { genfile });
  return stdout.split("\n");
}

onDatabase(
  "the row is right with several lanes, and earlier batches stay",
  async (database) => {
    await database.run(
      "CREATE TABLE t (id int CHECK (id <> 15432), name text, n int)",
    );
    for (
      const [workers, connections, batch] of [[1, 1, 1000], [3, 1, 999], [
        3,
        2,
        1000,
      ]]
    ) {
      const said = await failure(database.url, [
        ...["--workers", String(workers), "--connections", String(connections)],
        ...["--batch", String(batch), "--mode", "truncate"],
      ]);
      assertStringIncludes(said, 'Cannot write row 15431 of table "t"');
      const kept = await database.count("t");
      assert(kept >= batch);
      const shown = kept.toLocaleString("en-US");
      assertStringIncludes(
        said,
        `; rows that were committed before stay: ${shown} of table "t"\n`,
      );
    }
  },
);

onDatabase(
  "append breaks off at a foreign key that does not hold",
  async (database) => {
    await database.run(`
    CREATE TABLE kinds (n int PRIMARY KEY);
    INSERT INTO kinds SELECT generate_series(0, 20000);
    CREATE TABLE t (id int, name text, n int REFERENCES kinds)`);
    const said = await failure(database.url, ["--mode", "append"]);
    assertMatch(
      said,
      /^error: Cannot write table "t" in \S+: insert or update on table "t" violates foreign key constraint "t_n_fkey" \(23503\); Key \(n\)=\(\d+\) is not present in table "kinds"/,
    );
    assertEquals(await database.count("t"), 0);
  },
);

onDatabase(
  "keys that the rows do not have are told when they are added",
  async (database) => {
    const genfile = `version = 1
[target]
to = "\${DATABASE_URL}"
[table.a]
rows = 10
[table.a.columns]
id = { gen = "sequence", primary = true }
[table.b]
rows = 10
[table.b.columns]
a = { ref = "a.id" }
`;
    await database.run("CREATE TABLE a (id bigint PRIMARY KEY)");
    const said = await failure(database.url, ["--only", "b"], { genfile });
    assertMatch(
      said,
      /^error: Cannot add the foreign key \(a\) of table "b" in \S+: .*\(23503\).*; rows that were committed before stay: 10 of table "b"/,
    );
  },
);

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

onDatabase(
  "SIGINT leaves whole batches and no connection, status 130",
  async (database) => {
    const { status, stderr } = await whileRunning(database, (child) => {
      child.kill("SIGINT");
      return Promise.resolve();
    });
    assertEquals(status, 130, stderr);
    assertEquals(await database.server.connectionsLeft(), []);
    const kept = await database.count("t");
    assertEquals(kept % 5000, 0);
    assertStringIncludes(
      stderr,
      `stay: ${kept.toLocaleString("en-US")} of table "t"`,
    );
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
    assertEquals(await database.server.connectionsLeft(), []);
    const kept = await database.count("t");
    assertEquals(kept % 5000, 0);
    assertStringIncludes(
      stderr,
      `stay: ${kept.toLocaleString("en-US")} of table "t"`,
    );
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
        assertEquals(await server.connectionsLeft(), []);
        await database.run("DROP TABLE t");
        await database.run("DROP TABLESPACE tiny");
      });
    } finally {
      await new Deno.Command("umount", { args: ["-l", path] }).output();
    }
  },
});

Deno.test({
  name: "more connections than the server has are told",
  ...ON_SERVER,
  async fn() {
    await using server = await Server.start({
      settings: {
        max_connections: "5",
        superuser_reserved_connections: "3",
        max_wal_senders: "0",
      },
    });
    await server.withDatabase(async (database) => {
      await server.run(
        "CREATE ROLE plain LOGIN; GRANT ALL ON DATABASE template1 TO plain",
      );
      await database.run("GRANT ALL ON SCHEMA public TO plain");
      const said = await failure(server.url(database.name, "plain"), [
        ...["--workers", "4", "--connections", "4"],
      ]);
      assertMatch(said, /\(53300\); use fewer --connections/);
      assertEquals(await database.run("SELECT to_regclass('t') AS t"), [{
        t: null,
      }]);
    });
  },
});

/** Makes a certificate for a name of this machine, readable by the server. */
async function certify(server: Server): Promise<string> {
  const path = `${server.folder}/server`;
  const { success } = await new Deno.Command("openssl", {
    args: [
      ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"],
      ...["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
      ...["-keyout", `${path}.key`, "-out", `${path}.crt`],
    ],
    stdout: "null",
    stderr: "null",
  }).output();
  assert(success, "openssl makes a certificate");
  if (server.user !== undefined) {
    const { uid, gid } = server.user;
    for (const end of ["key", "crt"]) {
      await Deno.chown(`${path}.${end}`, uid, gid);
    }
  }
  await Deno.chmod(`${path}.key`, 0o600);
  return `${path}.crt`;
}

Deno.test({
  name: "sslmode asks for encryption, and for a certificate that is trusted",
  ...ON_SERVER,
  async fn() {
    await using server = await Server.start();
    const certificate = await certify(server);
    await server.run(`ALTER SYSTEM SET ssl_cert_file = '${certificate}'`);
    await server.run(
      `ALTER SYSTEM SET ssl_key_file = '${certificate.replace("crt", "key")}'`,
    );
    await server.run("ALTER SYSTEM SET ssl = on");
    await server.run("SELECT pg_reload_conf()");
    await server.withDatabase(async (database) => {
      await database.run(`
        CREATE TABLE seen (encrypted boolean);
        CREATE TABLE t (id int, name text, n int);
        CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          INSERT INTO seen SELECT ssl FROM pg_stat_ssl
            WHERE pid = pg_backend_pid();
          RETURN NULL; END $$;
        CREATE TRIGGER look AFTER INSERT ON t EXECUTE FUNCTION look()`);
      const trusted = `sslrootcert=${certificate}`;
      const localhost = database.url.replace("127.0.0.1", "localhost");
      const works: [url: string, encrypted: boolean][] = [
        [`${database.url}?sslmode=disable`, false],
        [database.url, true],
        [`${database.url}?sslmode=require`, true],
        [`${database.url}?sslmode=verify-ca&${trusted}`, true],
        [`${localhost}?sslmode=verify-full&${trusted}`, true],
        [
          `postgres:///${database.name}?host=${server.folder}&port=${server.port}&user=thrust`,
          false,
        ],
      ];
      for (const [url, encrypted] of works) {
        const { status, stderr } = await run(url, [
          ...["--mode", "truncate", "--connections", "1"],
        ]);
        assertEquals(status, 0, stderr);
        assertEquals(
          await database.run("DELETE FROM seen RETURNING encrypted"),
          [{ encrypted }],
          url,
        );
      }
      const refused: [url: string, said: RegExp][] = [
        [`${database.url}?sslmode=verify-ca`, /certificate/i],
        [
          `${database.url}?sslmode=verify-full&${trusted}`,
          /altname|valid for|name/i,
        ],
        [`${database.url}?sslmode=always`, /sslmode is "always"; it can be/],
        [
          `${database.url}?${trusted}.no&sslmode=verify-ca`,
          /cannot be read \(ENOENT\)/,
        ],
      ];
      for (const [url, said] of refused) {
        assertMatch(await failure(url, ["--mode", "truncate"]), said);
      }
    });
  },
});

onDatabase(
  "a server that does not encrypt is refused where encryption is asked for",
  async (database) => {
    const said = await failure(`${database.url}?sslmode=require`);
    assertStringIncludes(
      said,
      "the server does not encrypt, and sslmode is require",
    );
  },
);
