// Servers that cannot be reached, passwords that are nowhere to be seen, encryption.
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { databaseTests, ON_SERVER, Server } from "../fixtures/postgres.ts";
import { failure, ROWS, run } from "./postgres.ts";
import { inFolder, thrust } from "./thrust.ts";

const PASSWORD = "s3cret p@ss:word/%";
const ENCODED = encodeURIComponent(PASSWORD);

const onDatabase = databaseTests({
  access: ["host all guarded all scram-sha-256"],
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
