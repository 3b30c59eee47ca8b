// The entry point of a target worker.
import { targets } from "./registry.ts";
import { serveTarget } from "./shell.ts";

serveTarget(targets);
