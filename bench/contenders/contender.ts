// Another tool that makes rows, as the benchmark sees it: installed from a package registry, timed as a whole process.
import { spawnSync } from "node:child_process";

export interface Contender {
  name: string;
  /** What was installed, for the report. */
  version: string;
  /** The table that thrust makes against it. */
  against: "people" | "lineitem";
  /** Rows it is given: enough for seconds, not for minutes. */
  rows: number;
  /** The command that writes so many rows to its standard output. */
  command(rows: number): string[];
}

/**
 * Installs the tool into a folder of its own.
 *
 * @throws If the registry does not have it or there is nothing to build it with: it is then "not compared".
 */
export type Install = (folder: string) => Contender;

/** Runs a command of the installation, and throws with its last line where it fails. */
export function install(command: string[], cwd: string): void {
  const [program, ...args] = command;
  const { status, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...Deno.env.toObject(), GOFLAGS: "-mod=mod", GOBIN: cwd },
  });
  if (status === 0) return;
  const why = error?.message ?? stderr.trim().split("\n").at(-1) ?? "";
  throw new TypeError(`Cannot run ${command.join(" ")}: ${why}`);
}
