import { assert, assertEquals, assertLess, assertMatch } from "@std/assert";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inFolder } from "../fixtures/folder.ts";
import { Child, runtimes } from "../fixtures/processes.ts";

const main = fileURLToPath(new URL("../fixtures/run_main.ts", import.meta.url));

for (const [runtime, command] of Object.entries(runtimes)) {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.test(`${signal} ends a run on ${runtime} with status 130, a report and no file`, () =>
      inFolder(async (folder) => {
        const file = join(folder, "out", "a.csv");
        const child = new Child([...command, main, "slow", "1e9", file]);
        await child.said(`"state":"running"`);
        child.kill(signal);
        const { status, stderr } = await child.ended;
        assertEquals(status, 130, stderr);
        assertMatch(
          stderr,
          /^interrupted after .*: [1-9][\d,]* rows had been made; no file has been written or changed$/m,
        );
        assertEquals(readdirSync(folder), []);
      }));

    Deno.test(`second ${signal} ends a run on ${runtime} at once, and no file is left`, () =>
      inFolder(async (folder) => {
        const file = join(folder, "out", "a.csv");
        const child = new Child([...command, main, "stubborn", "1e9", file]);
        await child.said(`"state":"running"`);
        assertEquals(readdirSync(join(folder, "out")).length, 1);
        child.kill(signal);
        await new Promise((resolve) => setTimeout(resolve, 500));
        const from = performance.now();
        child.kill(signal);
        const { status, stderr } = await child.ended;
        assertLess(performance.now() - from, 2000);
        assertEquals(status, 130, stderr);
        assertMatch(stderr, /^interrupted twice: ended at once/m);
        assertEquals(readdirSync(folder), []);
      }));
  }

  Deno.test(`run on ${runtime} whose worker does not listen ends all the same after one signal`, () =>
    inFolder(async (folder) => {
      const file = join(folder, "a.csv");
      const child = new Child([...command, main, "stubborn", "1e9", file]);
      await child.said(`"state":"running"`);
      child.kill("SIGINT");
      const { status, stderr } = await child.ended;
      assertEquals(status, 130, stderr);
      assert(stderr.includes("interrupted after"));
      assertEquals(readdirSync(folder), []);
    }));

  for (
    const [source, message] of [
      ["throws_at_import", /^WORKER_FAILED: Cannot run source worker \d: /m],
      ["ends_silently_in_a", /^WORKER_FAILED: .* ended without saying why$/m],
    ] as const
  ) {
    Deno.test(`failing run on ${runtime} (${source}) ends with status 1 and its cause`, () =>
      inFolder(async (folder) => {
        const file = join(folder, "a.csv");
        const child = new Child([...command, main, source, "100000", file]);
        const { status, stderr } = await child.ended;
        assertEquals(status, 1, stderr);
        assertMatch(stderr, message);
        assertEquals(readdirSync(folder), []);
      }));
  }
}
