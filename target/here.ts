// Which targets need no worker where there is little to write.
import type { OutputPlan, Plan } from "../core/plan.ts";
import type { Start } from "../core/run/worker_handle.ts";
import type { TargetOrder, TargetReport } from "../core/run/worker_messages.ts";
import { filesTarget } from "./files.ts";
import { nullTarget } from "./null.ts";
import { attempt, statOf } from "./output.ts";
import { startHere } from "./shell.ts";

/** A target on the main thread; undefined where its writes could wait for somebody: the thread is to hear signals. */
export function targetHere(
  { output }: Plan,
): Start<TargetOrder, TargetReport> | undefined {
  return isQuick(output)
    ? startHere({ files: filesTarget, null: nullTarget })
    : undefined;
}

/** What is at a path may be a pipe. */
function isQuick({ kind, files }: OutputPlan): boolean {
  if (kind === "null") return true;
  return kind === "files" && files.every(({ path }) => {
    const stats = attempt("write", JSON.stringify(path), () => statOf(path));
    return stats === undefined || stats.isFile();
  });
}
