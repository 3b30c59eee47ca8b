import { assertEquals, assertRejects } from "@std/assert";
import { ThrustError } from "../../core/errors.ts";
import { run } from "../../core/run/run.ts";
import { planOf, workersWith } from "../fixtures/plans.ts";

const workers = {
  ...workersWith("counted_rows"),
  target: new URL("../fixtures/workers/target_fails.ts", import.meta.url),
};

for (
  const [to, code, message] of [
    [
      "exit",
      "WORKER_FAILED",
      "Cannot finish the run: target worker 0 ended without saying why",
    ],
    ["throw", "TARGET_FAILED", "RangeError: a target's bad luck"],
  ]
) {
  Deno.test(`run whose target worker fails (${to}) ends all sources and tells the cause`, async () => {
    const plan = planOf({ rows: { a: 1_000_000 }, workers: 3, output: { to } });
    const error = await assertRejects(
      () => run(plan, { workers }),
      ThrustError,
    );
    assertEquals([error.code, error.message], [code, message]);
  });
}

Deno.test("run whose target worker cannot be loaded says so and ends its sources", async () => {
  const plan = planOf({ rows: { a: 10 } });
  const error = await assertRejects(
    () =>
      run(plan, {
        workers: {
          source: workersWith("makes_fewer").source,
          target: workersWith("throws_at_import").source,
        },
      }),
    ThrustError,
  );
  assertEquals(
    error.message,
    "Cannot run target worker 0: TypeError: no such luck",
  );
});
