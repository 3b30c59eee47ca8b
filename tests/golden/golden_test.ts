import { assertEquals } from "@std/assert";
import {
  denoCommand,
  expectedHashes,
  GENFILES,
  goldenHashes,
  thrustOnBun,
} from "./golden.ts";

const executable = Deno.env.get("THRUST_BIN");

/** Numbers of workers for each way to run, undefined for none said: the executable is quick enough for all of them. */
const WAYS = [
  { way: "on Deno", command: denoCommand, workers: [1, 5] },
  { way: "on Bun", command: thrustOnBun, workers: [undefined, 2] },
  {
    way: "in the executable",
    command: () => [executable!],
    workers: [undefined, 1, 2, 5],
    ignore: executable === undefined,
  },
];

function manyWorkers(workers: number | undefined): string {
  if (workers === undefined) return "as many workers as it takes";
  return workers === 1 ? "one worker" : `${workers} workers`;
}

for (const genfile of GENFILES) {
  for (const { way, command, workers, ignore = false } of WAYS) {
    for (const count of workers) {
      Deno.test(
        `${genfile}.toml gives the golden bytes with ${
          manyWorkers(count)
        } ${way}`,
        { ignore },
        async () => {
          assertEquals(
            await goldenHashes(command(), genfile, count),
            await expectedHashes(genfile),
          );
        },
      );
    }
  }
}
