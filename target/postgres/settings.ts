// Where a PostgreSQL server is and how to speak to it: a URL, and what it leaves out from the environment, as libpq's
// clients do. The password stays in `password` and is in no message.
import { existsSync, readFileSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { join } from "node:path";
import { ThrustError } from "../../core/errors.ts";
import { nearest } from "../../core/values/nearest.ts";
import { findPassword } from "./password_file.ts";

const SSL_MODES = [
  "disable",
  "allow",
  "prefer",
  "require",
  "verify-ca",
  "verify-full",
] as const;
export type SslMode = (typeof SSL_MODES)[number];

export interface Settings {
  /** A name, an address, or the folder of a Unix socket. */
  host: string;
  port: number;
  user: string;
  password: string | undefined;
  database: string;
  sslMode: SslMode;
  /** Paths of PEM files. */
  sslRootCertificate: string | undefined;
  sslCertificate: string | undefined;
  sslKey: string | undefined;
  /** Seconds. */
  connectTimeout: number;
  applicationName: string;
  /** The server's `options`: `-c search_path=app`. */
  options: string | undefined;
}

/** Parameters of a URL, and the variables that stand for them. */
const VARIABLES = {
  host: "PGHOST",
  port: "PGPORT",
  user: "PGUSER",
  password: "PGPASSWORD",
  dbname: "PGDATABASE",
  passfile: "PGPASSFILE",
  sslmode: "PGSSLMODE",
  sslrootcert: "PGSSLROOTCERT",
  sslcert: "PGSSLCERT",
  sslkey: "PGSSLKEY",
  connect_timeout: "PGCONNECT_TIMEOUT",
  application_name: "PGAPPNAME",
  options: "PGOPTIONS",
} as const;
type Parameter = keyof typeof VARIABLES;

const DEFAULT_PORT = "5432";
const DEFAULT_TIMEOUT = 30;
const SOCKET_FOLDERS = ["/var/run/postgresql", "/tmp"];

/**
 * Reads a URL.
 *
 * @throws {ThrustError} If it is none, or says what cannot be.
 */
export function readSettings(
  url: string,
  environment: Readonly<Record<string, string | undefined>>,
): Settings {
  const said = parametersOf(url);
  const value = (name: Parameter): string | undefined =>
    said.get(name) ?? (environment[VARIABLES[name]] || undefined);
  const port = value("port") ?? DEFAULT_PORT;
  const user = value("user") ?? systemUser(environment);
  const host = value("host") ?? defaultHost(port);
  const database = value("dbname") ?? user;
  return {
    host,
    port: numberOf(port, "port", 65535),
    user,
    password: value("password") ??
      findPassword(
        value("passfile") ?? join(homedir(), ".pgpass"),
        { host, port, database, user },
      ),
    database,
    sslMode: sslModeOf(value("sslmode")),
    sslRootCertificate: value("sslrootcert"),
    sslCertificate: value("sslcert"),
    sslKey: value("sslkey"),
    connectTimeout: timeoutOf(value("connect_timeout")),
    applicationName: value("application_name") ?? "thrust",
    options: value("options"),
  };
}

/** As messages name the server: `localhost:5432/shop`. */
export function serverName({ host, port, database }: Settings): string {
  const address = host.includes(":") ? `[${host}]` : host;
  return `${address}:${port}/${database}`;
}

/** The path of the Unix socket; undefined where the way is TCP. */
export function socketPath({ host, port }: Settings): string | undefined {
  return host.startsWith("/") ? join(host, `.s.PGSQL.${port}`) : undefined;
}

/** What a URL says, under the names of its parameters. */
function parametersOf(text: string): Map<Parameter, string> {
  const url = URL.parse(text);
  if (url === null) {
    throw refusal(
      "the URL cannot be read; it is postgres://user@host:5432/database, " +
        "and special characters of a password are written as %40 and the like",
    );
  }
  const said = new Map<Parameter, string>();
  const database = decoded(url.pathname.replace(/^\//, ""));
  const parts: [Parameter, string][] = [
    ["host", decoded(url.hostname).replace(/^\[(.*)\]$/, "$1")],
    ["port", url.port],
    ["user", decoded(url.username)],
    ["password", decoded(url.password)],
    ["dbname", database],
  ];
  for (const [name, part] of parts) if (part !== "") said.set(name, part);
  for (const [name, part] of url.searchParams) {
    if (!Object.hasOwn(VARIABLES, name)) throw unknownParameter(name);
    said.set(name as Parameter, part);
  }
  return said;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw refusal("the URL has a % that stands for nothing; write it as %25");
  }
}

function unknownParameter(name: string): ThrustError {
  const known = Object.keys(VARIABLES);
  const close = nearest(name, known);
  return refusal(
    `its URL has an unknown parameter "${name}"; ` +
      (close === undefined
        ? `there are ${known.join(", ")}`
        : `did you mean "${close}"?`),
  );
}

function sslModeOf(said: string | undefined): SslMode {
  const mode = SSL_MODES.find((one) => one === (said ?? "prefer"));
  if (mode !== undefined) return mode;
  throw refusal(
    `sslmode is "${said}"; it can be ${SSL_MODES.join(", ")}`,
  );
}

/** As in libpq, 0 and less mean without limit. */
function timeoutOf(said: string | undefined): number {
  if (said === undefined) return DEFAULT_TIMEOUT;
  return said.startsWith("-")
    ? 0
    : numberOf(said, "connect_timeout", 2_000_000);
}

function numberOf(text: string, name: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw refusal(`its ${name} is "${text}", not a number from 0 to ${most}`);
}

function systemUser(
  environment: Readonly<Record<string, string | undefined>>,
): string {
  return nameOfUser() ?? (environment.USER || "postgres");
}

/** Undefined where it has none: a container may run as any number. */
function nameOfUser(): string | undefined {
  try {
    const { uid, username } = userInfo();
    return nameIn("/etc/passwd", uid) ??
      (username === "unknown" ? undefined : username);
  } catch {
    return undefined;
  }
}

/** Bun asks the environment only, which has no USER in most containers, and then says "unknown". */
function nameIn(file: string, uid: number): string | undefined {
  if (!existsSync(file)) return undefined;
  return readFileSync(file, "utf8").split("\n").map((line) => line.split(":"))
    .find(([_name, _password, number]) => number === String(uid))?.[0];
}

/** Where a server of this machine listens, as its package is set up. */
function defaultHost(port: string): string {
  return SOCKET_FOLDERS.find((folder) =>
    existsSync(join(folder, `.s.PGSQL.${port}`))
  ) ?? "localhost";
}

/** A certificate or key. */
export function readPem(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (thrown) {
    throw refusal(
      `${path} cannot be read (${(thrown as { code?: string }).code})`,
    );
  }
}

function refusal(state: string): ThrustError {
  return new ThrustError(
    "TARGET_REFUSED",
    `Cannot connect to PostgreSQL: ${state}`,
  );
}
