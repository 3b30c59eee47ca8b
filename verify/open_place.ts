// Opens what a plan writes to, for reading.
import { ThrustError } from "../core/errors.ts";
import type { Plan } from "../core/plan.ts";
import type { Source } from "../source/source.ts";
import type { Place } from "./place.ts";

/** @throws {ThrustError} If it cannot be opened, or keeps no rows. */
export async function openPlace(source: Source, plan: Plan): Promise<Place> {
  switch (plan.output.kind) {
    case "files":
      return (await import("./files/place.ts")).openFiles(source, plan);
    case "sqlite":
      return (await import("./sqlite.ts")).openSqlite(source, plan);
    case "postgres":
      return await (await import("./postgres/place.ts")).openPostgres(
        source,
        plan,
      );
    case "stdout":
    case "null":
      throw new ThrustError(
        "TARGET_REFUSED",
        `Cannot verify "${plan.output.to}": it keeps no rows; say with --to where they are`,
      );
  }
}
