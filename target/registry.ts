// The targets there are.
import type { OutputPlan } from "../core/plan.ts";
import { filesTarget } from "./files.ts";
import { nullTarget } from "./null.ts";
import { postgresTarget } from "./postgres/target.ts";
import { sqliteTarget } from "./sqlite/target.ts";
import { stdoutTarget } from "./stdout.ts";
import type { TargetFactory } from "./target.ts";

export const targets: Record<OutputPlan["kind"], TargetFactory> = {
  files: filesTarget,
  stdout: stdoutTarget,
  null: nullTarget,
  sqlite: sqliteTarget,
  postgres: postgresTarget,
};
