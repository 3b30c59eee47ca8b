// The executable's entry: parse, run, exit with a status. Commands are loaded when they are asked for.
import process from "node:process";
import { runCommandLine } from "./cli/run_command_line.ts";
import config from "./deno.json" with { type: "json" };

const status = await runCommandLine(process.argv.slice(2), config.version);
// All writes are synchronous, so nothing is lost; and a worker that is stuck in a write would keep Deno alive.
process.exit(status);
