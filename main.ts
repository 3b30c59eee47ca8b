// The executable's entry: parse, run, exit with a status. Commands are loaded when they are asked for.
import process from "node:process";
import { isVersion, showVersion } from "./cli/version.ts";
import config from "./deno.json" with { type: "json" };

const { version } = config;
const typed = process.argv.slice(2);
// All writes are synchronous, so nothing is lost; and a worker that is stuck in a write would keep Deno alive.
process.exit(await run());

async function run(): Promise<number> {
  if (isVersion(typed)) return await showVersion(version);
  const { runCommandLine } = await import("./cli/run_command_line.ts");
  return await runCommandLine(typed, version);
}
