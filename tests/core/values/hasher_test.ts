import { assertEquals } from "@std/assert";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Child, runtimes } from "../../fixtures/processes.ts";
import { tableOf } from "../../generators/_tables.ts";

const program = fileURLToPath(
  new URL("../../fixtures/hashes.ts", import.meta.url),
);

for (const [runtime, command] of Object.entries(runtimes)) {
  Deno.test(`hashes of messages are the platform's on ${runtime}, with kernels and without`, async () => {
    const { status, stdout, stderr } = await new Child([...command, program])
      .ended;
    assertEquals(status, 0, stderr);
    // Both ways, where this machine has SIMD.
    assertEquals(Number(stdout) % 1501, 0, stdout);
  });
}

Deno.test("a column's hashes stay what they are when the kernels take over, long texts among them", () => {
  const rows = 45_000;
  const tables = tableOf(
    `long = [{ when = "row % 9001 == 8", value = "${"x".repeat(50_000)}" }]
n = { gen = "int", min = 0, max = 1_000_000_000, null = 0.1 }
c = { gen = "hash", of = ["n", "long"], algorithm = "sha1" }
d = { gen = "hash", of = "n" }`,
  );
  const hexOf = (algorithm: string, text: string) =>
    createHash(algorithm).update(text).digest("hex");
  const chunk = 1024;
  for (let from = 0; from < rows; from += chunk) {
    const numbers = tables.values("n", chunk, { from });
    const longs = tables.values("long", chunk, { from });
    const both = tables.values("c", chunk, { from });
    const one = tables.values("d", chunk, { from });
    for (let i = 0; i < chunk; i += 13) {
      const parts = [numbers[i], longs[i]].map((part) =>
        part === null ? "-," : `${`${part}`.length}:${part},`
      );
      assertEquals(both[i], hexOf("sha1", parts.join("")));
      const expected = numbers[i] === null
        ? null
        : hexOf("md5", `${numbers[i]}`);
      assertEquals(one[i], expected);
    }
  }
});
