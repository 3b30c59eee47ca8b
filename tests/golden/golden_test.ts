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

for (const genfile of GENFILES) {
  for (const workers of WORKERS) {
    const many = workers === 1 ? "one worker" : `${workers} workers`;
    const name = `${genfile}.toml gives the golden bytes with ${many}`;

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
