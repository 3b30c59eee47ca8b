// Runs thrust as its users do: as a process of its own, from another folder, with nothing in the environment.
import { dirname, resolve } from "node:path";

const MAIN = new URL("../../main.ts", import.meta.url).pathname;

const given = Deno.env.get("THRUST_BIN");

/** The executable under test; without one, thrust runs on Deno. */
export const EXECUTABLE = given && resolve(given);

/** The same for a shell. */
export const SHELL_COMMAND = EXECUTABLE ??
  `"${Deno.execPath()}" run --quiet --allow-all "${MAIN}"`;

export interface Outcome {
  status: number;
  stdout: string;
  stderr: string;
}

export interface Surroundings {
  /** The folder it runs in. */
  cwd: string;
  env?: Record<string, string>;
}

/** Starts thrust; its streams are pipes. */
export function start(
  args: string[],
  { cwd, env = {} }: Surroundings,
): Deno.ChildProcess {
  const [program, before] = EXECUTABLE === undefined
    ? [Deno.execPath(), ["run", "--quiet", "--allow-all", MAIN]]
    : [EXECUTABLE, []];
  return new Deno.Command(program, {
    args: [...before, ...args],
    cwd,
    clearEnv: true,
    env: { ...(EXECUTABLE === undefined ? denoNeeds() : {}), ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** Runs thrust to its end. */
export async function thrust(
  args: string[],
  surroundings: Surroundings,
): Promise<Outcome> {
  const { code, stdout, stderr } = await start(args, surroundings).output();
  const decoder = new TextDecoder();
  return {
    status: code,
    stdout: decoder.decode(stdout),
    stderr: decoder.decode(stderr),
  };
}

/** Calls `use` with an empty folder in which these files are, and removes it afterwards. */
export async function inFolder(
  files: Record<string, string>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "thrust e2e " });
  try {
    for (const [name, text] of Object.entries(files)) {
      const path = `${folder}/${name}`;
      await Deno.mkdir(dirname(path), { recursive: true });
      await Deno.writeTextFile(path, text);
    }
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Names of the files in a folder, hidden ones included. */
export async function filesIn(folder: string): Promise<string[]> {
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  return names.sort();
}

/** Deno finds its own cache through these; the executable needs none. */
function denoNeeds(): Record<string, string> {
  const names = ["HOME", "DENO_DIR", "XDG_CACHE_HOME"];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = Deno.env.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
