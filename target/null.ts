// The target that drops everything: measures how fast rows are made.
import { placesOf, type Plan, type TablePlan } from "../core/plan.ts";
import { OrderedTarget } from "./ordered.ts";
import type { Sink, Target } from "./target.ts";

export function nullTarget(plan: Plan): Target {
  const sizes = (part: "prologue" | "epilogue") => ({ name }: TablePlan) =>
    placesOf(plan, name).reduce(
      (sum, { frame }) => sum + frame[part].length,
      0,
    );
  const sink: Sink = {
    open: () => {},
    begin: sizes("prologue"),
    write: () => {},
    end: sizes("epilogue"),
    commit: () => {},
    rollback: () => {},
  };
  return new OrderedTarget(plan, sink);
}
