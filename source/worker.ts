// The entry point of a source worker.
import { formats, generators } from "./registry.ts";
import { serveSource } from "./shell.ts";
import { Source } from "./source.ts";

serveSource((plan, wire, lend) =>
  Source.create(plan, generators, formats, wire, lend)
);
