// Builds dist/thrust: `deno run -A scripts/compile.ts deno` or `… bun`.
import { bunCommand } from "./bun.ts";

const OUTPUT = "dist/thrust";
/** Built here first, so that a build that fails leaves the last one where it is. */
const BUILDING = "dist/building/thrust";
/** Each is a program of its own inside the executable: the workers are started by their names. */
const ENTRIES = ["main.ts", "source/worker.ts", "target/worker.ts"];

/**
 * The command that makes an executable of some programs, the first of which is its main one.
 *
 * Without the first two of `--no-…`, the executable would read .env and bunfig.toml in the user's folder.
 */
export function compileCommand(entries: string[], output: string): string[] {
  return [...bunCommand(), ...BUN, ...entries, "--outfile", output];
}

const BUN = [
  "build",
  "--compile",
  "--minify",
  "--splitting",
  "--bytecode",
  // Compiling takes a third of a short run's time and is of no use to it; who has more to do says so (`settleIn`).
  "--compile-jit-policy=10",
  "--format=esm",
  "--no-compile-autoload-dotenv",
  "--no-compile-autoload-bunfig",
  "--no-compile-autoload-tsconfig",
  "--no-compile-autoload-package-json",
];

const DENO = [
  "compile",
  "--allow-all",
  "--no-check",
  ...ENTRIES.slice(1).flatMap((entry) => ["--include", entry]),
  "--include",
  "dicts",
  "--exclude-unused-npm",
  "--output",
  BUILDING,
  ENTRIES[0],
];

/** Runs a command to its end and gives its status, output going where ours goes. */
async function run(command: string, args: string[]): Promise<number> {
  const child = new Deno.Command(command, {
    args,
    cwd: new URL("..", import.meta.url),
    stdin: "null",
  }).spawn();
  return (await child.status).code;
}

async function compileWithDeno(): Promise<number> {
  const status = await run(Deno.execPath(), DENO);
  if (status !== 0) {
    console.error(
      "\nCannot compile with Deno. If the download of its base above failed: deno compile puts the program into a\n" +
        "base executable, denort, which it downloads once. Where that is not possible, set DENORT_BIN to the path of\n" +
        "a denort of this Deno's version, or build with Bun, which needs no download: deno task compile:bun",
    );
  }
  return status;
}

function compileWithBun(): Promise<number> {
  const [command, ...args] = compileCommand(ENTRIES, BUILDING);
  return run(command, args);
}

if (import.meta.main) {
  const root = new URL("..", import.meta.url);
  const folder = new URL("./", new URL(BUILDING, root));
  await Deno.mkdir(folder, { recursive: true });
  const status = Deno.args[0] === "bun"
    ? await compileWithBun()
    : await compileWithDeno();
  if (status === 0) {
    await Deno.rename(new URL(BUILDING, root), new URL(OUTPUT, root));
  }
  await Deno.remove(folder, { recursive: true });
  Deno.exit(status);
}
