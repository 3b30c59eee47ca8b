import { assertEquals } from "@std/assert";
import {
  denoCommand,
  expectedHashes,
  GENFILES,
  goldenHashes,
  thrustOnBun,
  WORKERS,
} from "./golden.ts";

const executable = Deno.env.get("THRUST_BIN");

function manyWorkers(workers: number | undefined): string {
  if (workers === undefined) return "as many workers as it takes";
  return workers === 1 ? "one worker" : `${workers} workers`;
}

for (const genfile of GENFILES) {
  for (const workers of WORKERS) {
    const name = `${genfile}.toml gives the golden bytes with ${
      manyWorkers(workers)
    }`;

    Deno.test(`${name} on Deno`, async () => {
      assertEquals(
        await goldenHashes(denoCommand(), genfile, workers),
        await expectedHashes(genfile),
      );
    });

    Deno.test(`${name} on Bun`, async () => {
      assertEquals(
        await goldenHashes(thrustOnBun(), genfile, workers),
        await expectedHashes(genfile),
      );
    });

    Deno.test(
      `${name} in the executable`,
      { ignore: executable === undefined },
      async () => {
        assertEquals(
          await goldenHashes([executable!], genfile, workers),
          await expectedHashes(genfile),
        );
      },
    );
  }
}
