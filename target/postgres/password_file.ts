// PostgreSQL's file of passwords: a line `host:port:database:user:password` each, `*` for any, `\` before `:` and `\`.
import { readFileSync, statSync } from "node:fs";
import process from "node:process";

export interface Login {
  host: string;
  port: string;
  database: string;
  user: string;
}

/** The password of the first line that fits; undefined where there is no file, or others may read it. */
export function findPassword(path: string, login: Login): string | undefined {
  const text = readPrivate(path);
  if (text === undefined) return undefined;
  // Sockets in the usual place are written as localhost.
  const host = login.host.startsWith("/") ? "localhost" : login.host;
  const wanted = [host, login.port, login.database, login.user];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith("#")) continue;
    const fields = fieldsOf(line);
    if (fields.length < 5) continue;
    if (wanted.every((one, i) => fields[i] === "*" || fields[i] === one)) {
      return fields[4];
    }
  }
  return undefined;
}

function readPrivate(path: string): string | undefined {
  try {
    const { mode } = statSync(path);
    if (process.platform !== "win32" && (mode & 0o077) !== 0) return undefined;
    return readFileSync(path, "utf8");
  } catch {
    // Not there, or not ours: then there is no password in it.
    return undefined;
  }
}

function fieldsOf(line: string): string[] {
  const fields = line.match(/(?:\\.|[^:\\])*(?::|$)/g) ?? [];
  return fields.map((field) => field.replace(/:$/, "").replace(/\\(.)/g, "$1"));
}
