import { assert, assertEquals } from "@std/assert";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { runtimes } from "../fixtures/processes.ts";
import { throughSlowPipe } from "../fixtures/slow_pipe.ts";

const main = fileURLToPath(new URL("../../main.ts", import.meta.url));

for (const [runtime, command] of Object.entries(runtimes)) {
  Deno.test(`long answers go whole through a pipe that does not block on ${runtime}`, () => {
    const schema = [...command, main, "schema"];
    const { stdout } = spawnSync(schema[0], schema.slice(1), {
      encoding: "utf8",
    });
    assert(stdout.length > 100_000, "more than a pipe holds");
    const slow = throughSlowPipe(schema);
    if (slow !== undefined) assertEquals(slow, { status: 0, stdout });
  });
}
