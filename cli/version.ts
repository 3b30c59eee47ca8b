// `thrust --version`, typed alone: answered before anything else is loaded.
import { print } from "./output.ts";

/** Whether the version is all that is asked for. */
export function isVersion(typed: readonly string[]): boolean {
  return typed.length === 1 && ["--version", "-V"].includes(typed[0]);
}

/** Prints the version and gives the exit status. */
export async function showVersion(version: string): Promise<number> {
  try {
    print(`thrust ${version}\n`);
    return 0;
  } catch (error) {
    const { report } = await import("./run_command_line.ts");
    return report(error);
  }
}
