import { assertEquals } from "@std/assert";
import {
  denoCommand,
  expectedHashes,
  goldenHashes,
  thrustOnBun,
  WORKERS,
} from "./golden.ts";

const executable = Deno.env.get("THRUST_BIN");

for (const workers of WORKERS) {
  const many = workers === 1 ? "one worker" : `${workers} workers`;

  Deno.test(`every format gives the golden bytes with ${many} on Deno`, async () => {
    assertEquals(
      await goldenHashes(denoCommand(), workers),
      await expectedHashes(),
    );
  });

  Deno.test(`every format gives the golden bytes with ${many} on Bun`, async () => {
    assertEquals(
      await goldenHashes(thrustOnBun(), workers),
      await expectedHashes(),
    );
  });

  Deno.test(
    `every format gives the golden bytes with ${many} in the executable`,
    {
      ignore: executable === undefined,
    },
    async () => {
      assertEquals(
        await goldenHashes([executable!], workers),
        await expectedHashes(),
      );
    },
  );
}
