import { assertEquals, assertMatch } from "@std/assert";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tableText } from "../fixtures/counted_rows.ts";
import { inFolder } from "../fixtures/folder.ts";
import { Child, runtimes } from "../fixtures/processes.ts";
import { throughSlowPipe } from "../fixtures/slow_pipe.ts";

const main = fileURLToPath(new URL("../fixtures/run_main.ts", import.meta.url));
const HEADER = "table,row\n";

/** A command line for `sh`. */
function quoted(command: readonly string[]): string {
  return command.map((word) => `'${word}'`).join(" ");
}

for (const [runtime, command] of Object.entries(runtimes)) {
  const toStdout = [...command, main, "counted_rows"];

  Deno.test(`standard output on ${runtime} receives every row in order, and nothing else`, async () => {
    const child = new Child([...toStdout, "100000", "-"]);
    const { status, stdout } = await child.ended;
    assertEquals(status, 0);
    assertEquals(stdout, HEADER + tableText("a", 100_000));
  });

  Deno.test(`closed pipe ends a run on ${runtime} quietly with status 0`, () => {
    const pipeline = `{ ${quoted([...toStdout, "1e9", "-"])}; ` +
      `echo "status $?" >&2; } | head -n 2`;
    const { stdout, stderr } = spawnSync("sh", ["-c", pipeline], {
      encoding: "utf8",
      timeout: 20_000,
    });
    assertEquals(stdout, `${HEADER}a,0\n`);
    assertMatch(stderr, /^status 0$/m);
  });

  Deno.test(`full device behind standard output on ${runtime} fails the run and says so`, () => {
    const line = `${quoted([...toStdout, "1e9", "-"])} > /dev/full`;
    const { status, stderr } = spawnSync("sh", ["-c", line], {
      encoding: "utf8",
      timeout: 20_000,
    });
    assertEquals(status, 1);
    assertMatch(
      stderr,
      /^TARGET_FAILED: Cannot write standard output: no space is left there \(ENOSPC\)/m,
    );
  });

  Deno.test(`pipe that does not block is waited for on ${runtime}`, () => {
    const slow = throughSlowPipe([...toStdout, "50000", "-"]);
    if (slow === undefined) return;
    assertEquals(slow, { status: 0, stdout: HEADER + tableText("a", 50_000) });
  });

  Deno.test(`signal ends a run on ${runtime} whose reader does not read`, async () => {
    const child = new Child([...toStdout, "1e9", "-"]);
    child.process.stdout!.pause();
    await child.said("started");
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill("SIGINT");
    // Only the exit is waited for: the pipe's end would be seen by reading on.
    const status = await new Promise((resolve) => {
      child.process.on("exit", resolve);
    });
    assertEquals(status, 130);
    child.process.stdout!.resume();
    await child.ended;
  });

  Deno.test(`file that grows beyond the system's limit fails the run on ${runtime}`, () =>
    inFolder((folder) => {
      const file = join(folder, "a.csv");
      const line = `ulimit -f 4000; ${quoted([...toStdout, "2000000", file])}`;
      const { status, stderr } = spawnSync("sh", ["-c", line], {
        encoding: "utf8",
        timeout: 20_000,
      });
      assertEquals(status, 1, stderr);
      assertMatch(
        stderr,
        /^TARGET_FAILED: .* the file would be larger than the system allows \(EFBIG\)/m,
      );
      assertEquals(readdirSync(folder), []);
    }));
}
