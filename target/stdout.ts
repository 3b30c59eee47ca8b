// The target that writes to standard output.
import type { Plan, TablePlan } from "../core/plan.ts";
import type { Run } from "../core/ring/ring_buffer.ts";
import { OrderedTarget } from "./ordered.ts";
import { Output } from "./output.ts";
import type { Sink, Target } from "./target.ts";

const STDOUT = 1;

export function stdoutTarget(plan: Plan): Target {
  const output = new Output(STDOUT, "standard output");
  const frames = new Map(
    plan.output.files.flatMap((file) => file.tables)
      .map((frame) => [frame.table, frame]),
  );
  function write(bytes: Uint8Array): number {
    output.write(bytes);
    return bytes.length;
  }
  const sink: Sink = {
    open: () => {},
    begin: (table: TablePlan) => write(frames.get(table.name)!.prologue),
    write: (records: Run) => output.writeRun(records),
    end: (table: TablePlan) => write(frames.get(table.name)!.epilogue),
    commit: () => {},
    rollback: () => {},
  };
  return new OrderedTarget(plan, sink);
}
