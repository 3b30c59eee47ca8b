// What SQLite says, as errors of thrust. It is known by its words: only some of the runtimes pass its codes on.
import { ThrustError } from "../../core/errors.ts";

/** What SQLite's words mean, and what to do. */
const MEANINGS: [words: RegExp, state: string, advice?: string][] = [
  [
    /^database (schema |table )?is locked/,
    "another program is using it",
    "wait until that is done, or name another file with --to",
  ],
  [
    /^database or disk is full/,
    "no space is left there",
    "free some, or name another file with --to",
  ],
  [
    /^file is not a database/,
    "it is no SQLite database",
    "name another file with --to",
  ],
  [/^attempt to write a readonly database/, "it cannot be written to"],
  [/^unable to open database file/, "it cannot be opened"],
  [/^disk I\/O error/, "the device failed"],
  [/^database disk image is malformed/, "the database in it is damaged"],
  [/^out of memory/, "there is not enough memory"],
];

/** Does something to a database; turns what SQLite says against it into a ThrustError. */
export function attemptSql<T>(
  doing: string,
  name: string,
  action: () => T,
): T {
  try {
    return action();
  } catch (thrown) {
    throw sqliteError(doing, name, thrown);
  }
}

export function sqliteError(
  doing: string,
  name: string,
  thrown: unknown,
): unknown {
  const words = sqliteWords(thrown);
  if (words === undefined) return thrown;
  const [_, state, advice] = meaningOf(words) ?? [undefined, words];
  const rest = advice === undefined ? "" : `; ${advice}`;
  return new ThrustError(
    "TARGET_FAILED",
    `Cannot ${doing} ${name}: ${state}${rest}`,
    {},
    { cause: thrown },
  );
}

/** Whether SQLite has refused a value; else it could not work at all. */
export function isRefusal(thrown: unknown): boolean {
  const words = sqliteWords(thrown);
  return words !== undefined && meaningOf(words) === undefined;
}

/** SQLite's message; undefined where it has not spoken. */
function sqliteWords(thrown: unknown): string | undefined {
  const spoken = thrown instanceof Error && "code" in thrown &&
    thrown.code === "ERR_SQLITE_ERROR";
  return spoken ? thrown.message : undefined;
}

function meaningOf(words: string) {
  return MEANINGS.find(([pattern]) => pattern.test(words));
}
