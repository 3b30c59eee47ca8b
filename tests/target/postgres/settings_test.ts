import { assertEquals, assertThrows } from "@std/assert";
import { userInfo } from "node:os";
import { ThrustError } from "../../../core/errors.ts";
import { findPassword } from "../../../target/postgres/password_file.ts";
import {
  readSettings,
  serverName,
  type Settings,
  socketPath,
} from "../../../target/postgres/settings.ts";
import { inFolder } from "../../fixtures/folder.ts";

function read(
  url: string,
  environment: Record<string, string> = {},
): Settings {
  return readSettings(url, { PGPASSFILE: "/nowhere", ...environment });
}

function refusal(url: string, environment?: Record<string, string>): string {
  const error = assertThrows(() => read(url, environment), ThrustError);
  assertEquals(error.code, "TARGET_REFUSED");
  return error.message;
}

Deno.test("a URL says everything", () => {
  const url = "postgresql://an%40a:p%3Aw%2F@db.example:5433/my%20shop" +
    "?sslmode=verify-full&sslrootcert=/ca&sslcert=/c&sslkey=/k" +
    "&connect_timeout=7&application_name=x&options=-c%20a%3Db";
  assertEquals(read(url, { PGHOST: "other", PGUSER: "other" }), {
    host: "db.example",
    port: 5433,
    user: "an@a",
    password: "p:w/",
    database: "my shop",
    sslMode: "verify-full",
    sslRootCertificate: "/ca",
    sslCertificate: "/c",
    sslKey: "/k",
    connectTimeout: 7,
    applicationName: "x",
    options: "-c a=b",
  });
});

Deno.test("the environment says what the URL does not", () => {
  const settings = read("postgres://", {
    PGHOST: "db",
    PGPORT: "1234",
    PGUSER: "ana",
    PGPASSWORD: "pw",
    PGDATABASE: "shop",
    PGSSLMODE: "disable",
    PGSSLROOTCERT: "/ca",
    PGCONNECT_TIMEOUT: "3",
    PGAPPNAME: "app",
    PGOPTIONS: "-c a=b",
  });
  assertEquals(
    { ...settings, sslCertificate: null, sslKey: null },
    {
      host: "db",
      port: 1234,
      user: "ana",
      password: "pw",
      database: "shop",
      sslMode: "disable",
      sslRootCertificate: "/ca",
      sslCertificate: null,
      sslKey: null,
      connectTimeout: 3,
      applicationName: "app",
      options: "-c a=b",
    },
  );
});

Deno.test("what nobody says is as libpq has it, but for the application's name", () => {
  const settings = read("postgres://localhost");
  const { username } = userInfo();
  assertEquals(settings.port, 5432);
  assertEquals(settings.user, username);
  assertEquals(settings.database, username);
  assertEquals(settings.password, undefined);
  assertEquals(settings.sslMode, "prefer");
  assertEquals(settings.applicationName, "thrust");
});

Deno.test("a server may listen at a socket or an address", () => {
  const socket = read("postgres:///shop?host=/run/pg&port=99");
  assertEquals(socketPath(socket), "/run/pg/.s.PGSQL.99");
  assertEquals(serverName(socket), "/run/pg:99/shop");
  assertEquals(
    socketPath(read("postgres://%2Frun%2Fpg/shop")),
    "/run/pg/.s.PGSQL.5432",
  );
  const address = read("postgres://[::1]:1/shop");
  assertEquals(address.host, "::1");
  assertEquals(socketPath(address), undefined);
  assertEquals(serverName(address), "[::1]:1/shop");
});

Deno.test("what cannot be is refused without showing the URL", () => {
  assertEquals(
    refusal("postgres://h/d?sslmod=require"),
    'Cannot connect to PostgreSQL: its URL has an unknown parameter "sslmod"; did you mean "sslmode"?',
  );
  assertEquals(
    refusal("postgres://h/d", { PGPORT: "abc" }),
    'Cannot connect to PostgreSQL: its port is "abc", not a number from 0 to 65535',
  );
  for (
    const url of [
      "postgres://ana:secret@h:99999/d",
      "postgres://ana:sec%ret@h/d",
      "postgres://ana:secret@h1:1,h2:2/d",
    ]
  ) {
    const message = refusal(url);
    assertEquals(message.includes("sec"), false, message);
  }
});

Deno.test("a file of passwords gives that of the first line that fits", async () => {
  await inFolder(async (folder) => {
    const path = `${folder}/pgpass`;
    await Deno.writeTextFile(
      path,
      "# h:1:d:u:no\nh:2:*:*:second\nlocalhost:1:*:u:socket\n" +
        "h:1:d\\:x:u\\\\v:a\\:b\\\\c\n*:*:*:u:last\nshort:line\n",
      { mode: 0o600 },
    );
    const find = (host: string, port: string, database: string, user: string) =>
      findPassword(path, { host, port, database, user });
    assertEquals(find("h", "2", "any", "any"), "second");
    assertEquals(find("/run/pg", "1", "d", "u"), "socket");
    assertEquals(find("h", "1", "d:x", "u\\v"), "a:b\\c");
    assertEquals(find("x", "1", "d", "u"), "last");
    assertEquals(find("x", "1", "d", "w"), undefined);
    await Deno.chmod(path, 0o644);
    assertEquals(find("h", "2", "any", "any"), undefined);
    assertEquals(
      findPassword(`${folder}/none`, {
        host: "h",
        port: "2",
        database: "d",
        user: "u",
      }),
      undefined,
    );
  });
});
