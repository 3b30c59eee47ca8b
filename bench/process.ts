// Whole processes, timed: start-up, work and end, with their output thrown away.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Seconds that a command takes. */
export function seconds(command: string[]): number {
  const from = performance.now();
  const { status, stderr, error } = spawnSync(command[0], command.slice(1), {
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) {
    throw new TypeError(
      `Cannot time ${command.join(" ")}: ${error?.message ?? stderr}`,
    );
  }
  return (performance.now() - from) / 1000;
}

/** How often a process is looked at: its peak is a high-water mark, so only what it does at its very end can be missed. */
const LOOK = 10;

/** The most memory that a command has had, in megabytes, as Linux counts it. */
export function peakMemory(command: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command[0], command.slice(1), { stdio: "ignore" });
    let peak = 0;
    const timer = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
        peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? peak * 1024) / 1024;
      } catch {
        // It has just ended.
      }
    }, LOOK);
    child.on("error", reject);
    child.on("exit", (code) => {
      clearInterval(timer);
      if (code === 0) resolve(peak);
      else reject(new TypeError(`Cannot measure ${command.join(" ")}`));
    });
  });
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** Times each command once a round, one after another, so that whatever else the machine does meets all of them. */
export function alternate(
  commands: ReadonlyMap<string, string[]>,
  rounds: number,
  before: (name: string) => void = () => {},
): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of commands) {
      before(name);
      times.set(name, [...times.get(name) ?? [], seconds(command)]);
    }
  }
  return times;
}
