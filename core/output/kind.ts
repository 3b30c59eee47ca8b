// What kind of place `to` names.
import type { Place } from "../diagnostic.ts";
import type { Problems } from "../genfile/problems.ts";
import type { OutputPlan } from "../plan.ts";
import { didYouMean } from "../values/nearest.ts";

export const SQLITE = "sqlite:";

export function kindOf(
  problems: Problems,
  to: string,
  place: Place | undefined,
): OutputPlan["kind"] | undefined {
  if (to === "-") return "stdout";
  if (to === "null") return "null";
  if (to === "") {
    problems.error(place, "--to is empty", `expected "out", "-" …`);
    return undefined;
  }
  const meant = meantBy(to);
  if (meant !== undefined) {
    problems.error(
      place,
      `"${to}" would be a folder`,
      `did you mean ${meant}? A folder is "./${to}"`,
    );
    return undefined;
  }
  if (/^postgres(?:ql)?:\/\//.test(to)) return "postgres";
  if (to.startsWith(SQLITE)) return sqliteKind(problems, to, place);
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(to);
  if (scheme === null) return "files";
  problems.error(
    place,
    `unknown target "${scheme[0]}"`,
    didYouMean(scheme[0], ["postgres://", "postgresql://"]) ??
      "there are postgres://…, sqlite:PATH and paths of files; the format sql has dialects for others",
  );
  return undefined;
}

const A_DATABASE = `"postgres://localhost/shop"`;
const A_FILE = `"${SQLITE}shop.db"`;
/** Words that name a target or a format, and nothing of where rows go: what is meant by them. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ...["sqlite", "sqlite3"].map((word) => [word, A_FILE] as const),
  ...["postgres", "postgresql", "pg"].map((word) =>
    [word, A_DATABASE] as const
  ),
  ...["csv", "tsv", "ndjson", "json", "sql", "parquet", "copy"].map((word) =>
    [word, `format = "${word}"`] as const
  ),
  ...["mysql", "mariadb"].map((word) =>
    [word, `format = "sql" with dialect = "mysql"`] as const
  ),
  ["stdout", `"-", standard output`],
]);

function meantBy(to: string): string | undefined {
  const word = to.toLowerCase();
  // A colon without the slashes behind it is no scheme.
  const scheme = /^([a-z0-9]+):(?!\/\/)/.exec(word)?.[1];
  return MEANT.get(word) ??
    (scheme === "sqlite" || scheme === undefined || scheme.length < 2
      ? undefined
      : MEANT.get(scheme));
}

function sqliteKind(
  problems: Problems,
  to: string,
  place: Place | undefined,
): "sqlite" | undefined {
  const path = to.slice(SQLITE.length);
  // Elsewhere two slashes stand before a path; here they would be its beginning.
  if (/^\/\/[^/]/.test(path)) {
    problems.error(
      place,
      `"${to}" is the file "${path.slice(1)}"`,
      `did you mean "${SQLITE}${path.slice(2)}" or "${SQLITE}${
        path.slice(1)
      }"?`,
    );
    return undefined;
  }
  if (path !== "" && path !== ":memory:") return "sqlite";
  problems.error(
    place,
    path === ""
      ? `"${SQLITE}" names no file`
      : "a database in memory would be gone when the run ends",
    `expected "${SQLITE}shop.db"`,
  );
  return undefined;
}
