// What a server or the way to it has against something, in words for whoever started the run.
import { type ErrorFields, ThrustError } from "../../core/errors.ts";

/** What the server says of a statement that it rejects; the fields have PostgreSQL's names. */
export interface Rejection {
  /** SQLSTATE. */
  code: string;
  message: string;
  detail?: string;
  hint?: string;
  where?: string;
  column_name?: string;
  constraint_name?: string;
}

/** Undefined where it was not the server that spoke. */
export function rejectionOf(thrown: unknown): Rejection | undefined {
  // Not by its name: a minified program has other ones.
  return thrown instanceof Error && "severity" in thrown
    ? thrown as unknown as Rejection
    : undefined;
}

/** What to do about an error of a class, or a single one. */
const ADVICE: Record<string, string> = {
  "28P01": "set PGPASSWORD, or write it into the URL or ~/.pgpass",
  "28000":
    "name the user in the URL (postgres://USER@…) or in PGUSER; which may connect is in the server's pg_hba.conf",
  "3D000": "create it with createdb, or name another in the URL",
  "53100": "free some space on the server's disk",
  "53300": "use fewer --connections, or raise max_connections",
  "42501": "grant it, or connect as another user",
  "23505":
    "begin keys later (start), take another --seed, or empty the table with --mode truncate",
  "2BP01": "drop what depends on it first, or use --mode truncate",
};

/** What codes of the system mean where a connection is made. */
const CONNECT_STATES: Record<string, string> = {
  ECONNREFUSED: "the connection was refused; is the server running there?",
  ENOENT: "there is no such socket; is the server running?",
  EACCES: "permission to use the socket is denied",
  ENOTFOUND: "there is no host of that name",
  EAI_AGAIN: "the host's name cannot be looked up now",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  ETIMEDOUT: "there is no answer; are host and port right?",
  CONNECT_TIMEOUT: "there is no answer; are host and port right?",
  ECONNRESET: "the server closed the connection",
  EPIPE: "the server closed the connection",
  CONNECTION_CLOSED: "the server closed the connection",
};

/** A connection that was not made. */
export function connectFailure(
  server: string,
  user: string,
  thrown: unknown,
): ThrustError {
  if (thrown instanceof ThrustError) return thrown;
  const rejection = rejectionOf(thrown);
  if (rejection !== undefined) {
    return new ThrustError(
      "TARGET_FAILED",
      `Cannot connect to ${server} as "${user}": ${stated(rejection)}`,
    );
  }
  const { code, message } = thrown as { code?: string; message: string };
  const state = CONNECT_STATES[code ?? ""];
  const said = state === undefined
    ? message
    : code === "CONNECTION_CLOSED"
    ? state
    : `${state} (${code})`;
  return new ThrustError(
    "TARGET_FAILED",
    `Cannot connect to ${server}: ${said}`,
  );
}

/** A connection that is no more; `lastWords` is what the server said before. */
export function lostFailure(
  server: string,
  doing: string,
  lastWords: string | undefined,
  fields: ErrorFields = {},
): ThrustError {
  return new ThrustError(
    "TARGET_FAILED",
    `Cannot ${doing}: the connection to ${server} was lost` +
      (lastWords === undefined ? "" : ` (${lastWords})`),
    fields,
  );
}

/** A statement that the server rejected. `doing` says which: `create table "t"`. */
export function rejectionFailure(
  server: string,
  doing: string,
  rejection: Rejection,
  fields: ErrorFields = {},
): ThrustError {
  return new ThrustError(
    "TARGET_FAILED",
    `Cannot ${doing} in ${server}: ${stated(rejection)}`,
    fields,
  );
}

/** `value too long for type character varying(3) (22001)`, with details and advice. */
export function stated(rejection: Rejection): string {
  const { message, code, detail, hint } = rejection;
  const advice = hint ?? ADVICE[code];
  return `${message} (${code})` +
    (detail ? `; ${sentence(detail)}` : "") +
    (advice ? `; ${sentence(advice)}` : "");
}

/** Without the full stop, and in one line: some details are lists. */
function sentence(text: string): string {
  return text.trim().replace(/\.$/, "").replace(/\s*\n\s*/g, ", ");
}

/** Where in a COPY an error happened. */
export interface CopyPlace {
  /** From 1. */
  line: number;
  column: string | undefined;
  /** As the server read it, cut if it is long; not known of binary rows. */
  value: string | undefined;
}

/** Reads PostgreSQL's `COPY t, line 3, column c: "value"`. */
export function copyPlaceOf({ where }: Rejection): CopyPlace | undefined {
  const found =
    /^COPY .*?, line (\d+)(?:, column (.*?)(?:: "([\s\S]*)"|: null input)?)?(?:: "[\s\S]*")?$/
      .exec(lastLineOf(where ?? ""));
  if (found === null) return undefined;
  const [, line, column, value] = found;
  return { line: Number(line), column, value };
}

/** What triggers and domains add to the context stands before the COPY's own line. */
function lastLineOf(where: string): string {
  const at = where.lastIndexOf("\nCOPY ");
  return at < 0 ? where : where.slice(at + 1);
}
