// Runs whose rows are made on the main thread. Everything that can be seen of them is as with a worker.
import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ThrustError } from "../../../core/errors.ts";
import type { Plan } from "../../../core/plan.ts";
import { run, type RunOptions } from "../../../core/run/run.ts";
import type { MakeHere } from "../../../core/run/worker_messages.ts";
import { sourceHere } from "../../../source/shell.ts";
import { filesTarget } from "../../../target/files.ts";
import { targetHere } from "../../../target/here.ts";
import { startHere } from "../../../target/shell.ts";
import { countedRows, tableText } from "../../fixtures/counted_rows.ts";
import { inFolder } from "../../fixtures/folder.ts";
import { planOf, type PlanWishes, workersWith } from "../../fixtures/plans.ts";

const HEADER = "table,row\n";
const works = workersWith("counted_rows");
/** A source that cannot be loaded: who starts it fails. */
const noWorkers = workersWith("throws_at_import");

function smallPlanOf(wishes: PlanWishes): Plan {
  return { ...planOf({ workers: 1, ...wishes }), small: true };
}

/** Makes rows on this thread. */
function here(before?: (table: string, row: number) => void): MakeHere {
  return sourceHere(() => countedRows(before));
}

/** A small run that is made and written on this thread. */
function allHere(before?: (table: string, row: number) => void): RunOptions {
  return {
    workers: { ...noWorkers, target: noWorkers.source },
    here: { source: here(before), target: targetHere },
  };
}

Deno.test("small run needs no source worker, and no target worker into files, and tells and leaves what a run with workers does", () =>
  inFolder(async (folder) => {
    const rows = { a: 3000, b: 0, c: 1, d: 500 };
    const ways: RunOptions[] = [
      { workers: works },
      { workers: noWorkers, here: { source: here() } },
      allHere(),
    ];
    const results = [];
    for (const options of ways) {
      const directory = join(folder, `${results.length}`);
      const { seconds, waits, peakMemory, ...result } = await run(
        smallPlanOf({ rows, directory }),
        options,
      );
      assert(seconds > 0 && peakMemory > 0);
      assertEquals(waits.source.times, 0);
      results.push({
        ...result,
        tables: result.tables.map((table) => ({ ...table, seconds: 0 })),
      });
      for (const [table, count] of Object.entries(rows)) {
        const text = readFileSync(join(directory, `${table}.csv`), "utf8");
        assertEquals(text, HEADER + tableText(table, count));
      }
    }
    assertEquals(results[1], results[0]);
    assertEquals(results[2], results[0]);
  }));

Deno.test("plan that is not small has its rows made by workers", async () => {
  const plan = planOf({ rows: { a: 10 } });
  const refuses = () => Promise.reject(new TypeError("not here"));
  const result = await run(plan, { workers: works, here: { source: refuses } });
  assertEquals(result.tables[0].rows, 10);
});

for (
  const buffer of [{ records: 700, bytes: 65_536 }, { records: 1, bytes: 64 }]
) {
  Deno.test(`small run whose rows do not fit into ${buffer.records} records has workers make and write them`, () =>
    inFolder(async (directory) => {
      const plan = smallPlanOf({ rows: { a: 500, b: 300 }, directory, buffer });
      const result = await run(plan, { ...allHere(), workers: works });
      for (const { table, rows, made } of result.tables) {
        const text = readFileSync(join(directory, `${table}.csv`), "utf8");
        assertEquals(text, HEADER + tableText(table, rows));
        assertEquals(made, rows);
      }
      assertEquals(result.workers, [800]);
    }));
}

Deno.test("small run with a record larger than its ring names the row and what to do", async () => {
  const plan = smallPlanOf({
    rows: { a: 2000 },
    buffer: { records: 10, bytes: 6 },
  });
  const error = await assertRejects(
    () => run(plan, { workers: works, here: { source: here() } }),
    ThrustError,
  );
  assertEquals(
    [error.code, error.message.slice(0, 50), error.fields],
    [
      "RECORD_TOO_LARGE",
      `Cannot pass on row 1000 of table "a": it has 7 byt`,
      { table: "a", row: 1000 },
    ],
  );
});

Deno.test("small run whose source throws fails with the cause and leaves nothing", () =>
  inFolder(async (folder) => {
    const plan = smallPlanOf({
      rows: { a: 300, b: 2000 },
      directory: join(folder, "out", "deep"),
    });
    const makeHere = here((table, row) => {
      if (table === "b" && row === 1500) throw new RangeError("bad luck");
    });
    const error = await assertRejects(
      () =>
        run(plan, {
          workers: noWorkers,
          here: makeHere && { source: makeHere },
        }),
      ThrustError,
    );
    assertEquals(
      [error.code, error.message, error.fields],
      [
        "SOURCE_FAILED",
        `Cannot make rows 1024 to 1999 of table "b": RangeError: bad luck`,
        { table: "b", row: 1024 },
      ],
    );
    assertEquals(readdirSync(folder), []);
  }));

Deno.test("small run whose target fails tells the cause", async () => {
  for (
    const [to, message] of [
      [
        "exit",
        "Cannot finish the run: target worker 0 ended without saying why",
      ],
      ["throw", "RangeError: a target's bad luck"],
    ]
  ) {
    const plan = smallPlanOf({ rows: { a: 100 }, output: { to } });
    const target = new URL(
      "../../fixtures/workers/target_fails.ts",
      import.meta.url,
    );
    const error = await assertRejects(
      () =>
        run(plan, { workers: { ...works, target }, here: { source: here() } }),
      ThrustError,
    );
    assertEquals(error.message, message);
  }
});

Deno.test("small run whose place cannot be written to says so and leaves nothing, without a worker", () =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, "file"), "mine");
    const directory = join(folder, "file", "deep");
    const error = await assertRejects(
      () => run(smallPlanOf({ rows: { a: 10 }, directory }), allHere()),
      ThrustError,
    );
    assertEquals(error.code, "TARGET_FAILED");
    assertMatch(error.message, /a part of its path is not a directory/);
    assertEquals(readdirSync(folder), ["file"]);
  }));

Deno.test("small run that fails while it is written here leaves nothing", () =>
  inFolder(async (folder) => {
    const directory = join(folder, "out");
    const options = allHere();
    const error = await assertRejects(
      () =>
        run(smallPlanOf({ rows: { a: 10, b: 10 }, directory }), {
          ...options,
          here: {
            ...options.here!,
            target: () =>
              startHere({
                files: (plan) =>
                  Object.assign(filesTarget(plan), {
                    commit() {
                      throw new RangeError("bad luck");
                    },
                  }),
              }),
          },
        }),
      ThrustError,
    );
    assertEquals([error.code, error.message], [
      "TARGET_FAILED",
      "RangeError: bad luck",
    ]);
    assertEquals(readdirSync(folder), []);
  }));

Deno.test("small run into a pipe is written by a worker, so that this thread hears signals", () =>
  inFolder((folder) => {
    const plan = smallPlanOf({ rows: { a: 1 }, directory: folder });
    assert(targetHere(plan) !== undefined);
    const [{ path }] = plan.output.files;
    assertEquals(spawnSync("mkfifo", [path]).status, 0);
    assertEquals(targetHere(plan), undefined);
  }));

Deno.test("small run that is interrupted while its rows are made leaves nothing", () =>
  inFolder(async (folder) => {
    const plan = smallPlanOf({
      rows: { a: 20_000 },
      directory: join(folder, "out"),
      buffer: { records: 1 << 15, bytes: 1 << 20 },
    });
    const interrupt = new AbortController();
    // A signal is heard between two chunks that take a while.
    const clock = new Int32Array(new SharedArrayBuffer(4));
    const makeHere = here((_, row) => {
      if (row % 1024 === 0) Atomics.wait(clock, 0, 0, 30);
      if (row === 3000) setTimeout(() => interrupt.abort());
    });
    const result = await run(plan, {
      workers: noWorkers,
      here: { source: makeHere },
      signal: interrupt.signal,
    });
    assertEquals(result.outcome, "interrupted");
    assert(result.tables[0].made >= 3000 && result.tables[0].made < 20_000);
    assertEquals(readdirSync(folder), []);
  }));

Deno.test("small run tells how far it is while its rows are made", async () => {
  const made: number[] = [];
  const clock = new Int32Array(new SharedArrayBuffer(4));
  await run(
    smallPlanOf({
      rows: { a: 10_000 },
      buffer: { records: 1 << 15, bytes: 1 << 20 },
    }),
    {
      workers: noWorkers,
      here: {
        source: here((_, row) => {
          if (row % 1024 === 0) Atomics.wait(clock, 0, 0, 40);
        }),
      },
      onProgress: ({ tables }) => made.push(tables[0].made),
    },
  );
  assert(made.some((rows) => rows > 0 && rows < 10_000), made.join());
  assertEquals(made.at(-1), 10_000);
});
