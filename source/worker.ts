// The entry point of a source worker.
import { withOwn } from "./own/modules.ts";
import { formats, generators } from "./registry.ts";
import { serveSource } from "./shell.ts";
import { Source } from "./source.ts";

serveSource(async (plan, wire, lend) =>
  Source.create(
    plan,
    await withOwn(generators, plan.modules ?? []),
    formats,
    wire,
    lend,
  )
);
