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

function sqliteKind(
  problems: Problems,
  to: string,
  place: Place | undefined,
): "sqlite" | undefined {
  const path = to.slice(SQLITE.length);
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
