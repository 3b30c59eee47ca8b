import { assert, assertEquals, assertRejects } from "@std/assert";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ThrustError } from "../../../core/errors.ts";
import { run } from "../../../core/run/run.ts";
import type { Snapshot } from "../../../core/run/snapshot.ts";
import { tableText } from "../../fixtures/counted_rows.ts";
import { inFolder } from "../../fixtures/folder.ts";
import { planOf, workersWith } from "../../fixtures/plans.ts";

const HEADER = "table,row\n";
const works = workersWith("counted_rows");

for (const workers of [1, 2, 5]) {
  Deno.test(`run with ${workers} workers writes every row of every table, in order`, () =>
    inFolder(async (directory) => {
      const rows = { a: 3000, b: 20_000, c: 0, d: 1 };
      const plan = planOf({ rows, directory, workers });
      const result = await run(plan, { workers: works });
      assertEquals(result.outcome, "done");
      assertEquals(readdirSync(directory).toSorted(), [
        "a.csv",
        "b.csv",
        "c.csv",
        "d.csv",
      ]);
      for (const [table, count] of Object.entries(rows)) {
        const text = readFileSync(join(directory, `${table}.csv`), "utf8");
        assertEquals(text, HEADER + tableText(table, count));
        const one = result.tables.find((one) => one.table === table)!;
        assertEquals([one.rows, one.made, one.bytes, one.state], [
          count,
          count,
          text.length,
          "done",
        ]);
      }
      assertEquals(result.workers.length, workers);
      assertEquals(result.workers.reduce((a, b) => a + b, 0), 23_001);
      assert(result.peakMemory > 1e6);
    }));
}

Deno.test("run works with rings of one record, and with a batch larger than the rings", () =>
  inFolder(async (directory) => {
    const plan = planOf({
      rows: { a: 3000 },
      directory,
      workers: 3,
      buffer: { records: 1, bytes: 64 },
    });
    const result = await run(plan, { workers: works });
    const text = readFileSync(join(directory, "a.csv"), "utf8");
    assertEquals(text, HEADER + tableText("a", 3000));
    assert(result.waits.source.times > 0, "the sources waited for room");
    assert(result.waits.target.times > 0, "the target waited for records");
  }));

Deno.test("run puts several tables into one file, each in its frame", () =>
  inFolder(async (folder) => {
    const file = join(folder, "all.txt");
    const rows = { a: 1500, b: 2 };
    const plan = planOf({ rows, file, header: "<\n", footer: ">\n" });
    await run(plan, { workers: works });
    assertEquals(
      readFileSync(file, "utf8"),
      `<\n${tableText("a", 1500)}>\n<\n${tableText("b", 2)}>\n`,
    );
  }));

Deno.test("run tells ten times a second how far it is, and once at the end", async () => {
  const snapshots: Snapshot[] = [];
  const plan = planOf({ rows: { a: 400_000 }, workers: 2 });
  const result = await run(plan, {
    workers: workersWith("slow"),
    onProgress: (snapshot) => snapshots.push(snapshot),
  });
  assert(snapshots.length >= 1 + Math.floor(result.seconds * 5));
  let rows = 0;
  for (const { tables } of snapshots) {
    assert(tables[0].rows >= rows && tables[0].made >= tables[0].rows);
    rows = tables[0].rows;
  }
  assertEquals(rows, 400_000);
});

const failures: [worker: string, code: string, message: RegExp][] = [
  [
    "throws_at_row",
    "SOURCE_FAILED",
    /^Cannot make rows 4096 to 5119 of table "b": RangeError: row of bad luck$/,
  ],
  [
    "throws_at_import",
    "WORKER_FAILED",
    /^Cannot run source worker \d: TypeError: no such luck$/,
  ],
  [
    "ends_silently",
    "WORKER_FAILED",
    /^Cannot finish the run: source worker 1 ended without saying why$/,
  ],
  [
    "closes_itself",
    "WORKER_FAILED",
    /^Cannot finish the run: source worker 1 ended without saying why$/,
  ],
];

for (const [worker, code, message] of failures) {
  Deno.test(`run whose source worker ${worker.replaceAll("_", " ")} fails with the cause and leaves nothing`, () =>
    inFolder(async (folder) => {
      const directory = join(folder, "out", "deep");
      const plan = planOf({
        rows: { a: 3000, b: 20_000 },
        directory,
        workers: 3,
      });
      const error = await assertRejects(
        () => run(plan, { workers: workersWith(worker) }),
        ThrustError,
      );
      assert(message.test(error.message), error.message);
      assertEquals(error.code, code);
      assertEquals(readdirSync(folder), []);
    }));
}

Deno.test("failed run leaves the files that were there as they were", () =>
  inFolder(async (directory) => {
    const before = planOf({ rows: { a: 10, b: 10 }, directory });
    await run(before, { workers: works });
    for (const mode of ["append", "truncate", "replace"] as const) {
      const plan = planOf({
        rows: { a: 3000, b: 20_000 },
        directory,
        output: { mode },
      });
      await assertRejects(() =>
        run(plan, { workers: workersWith("throws_at_row") })
      );
      assertEquals(readdirSync(directory).toSorted(), ["a.csv", "b.csv"]);
      for (const table of ["a", "b"]) {
        assertEquals(
          readFileSync(join(directory, `${table}.csv`), "utf8"),
          HEADER + tableText(table, 10),
        );
      }
    }
  }));

Deno.test("no source makes a row before all sources have loaded what they need", async () => {
  let made = NaN;
  const error = await assertRejects(
    () =>
      run(planOf({ rows: { a: 10_000 }, workers: 2 }), {
        workers: workersWith("cannot_load"),
        onProgress: ({ tables }) => made = tables[0].made,
      }),
    ThrustError,
  );
  assertEquals(error.message, "RangeError: nothing to load");
  assertEquals(made, 0);
});

Deno.test("run with a record larger than its ring names the row and what to do", async () => {
  const plan = planOf({
    rows: { a: 2000 },
    workers: 1,
    buffer: { records: 10, bytes: 6 },
  });
  const error = await assertRejects(
    () => run(plan, { workers: works }),
    ThrustError,
  );
  assertEquals(error.code, "RECORD_TOO_LARGE");
  assertEquals(
    error.message,
    `Cannot pass on row 1000 of table "a": it has 7 bytes, more than the ring buffer holds; ` +
      `set "bytes" in [buffer] to at least that`,
  );
  assertEquals(error.fields, { table: "a", row: 1000 });
});

Deno.test("interrupted run says how many rows had been made and leaves nothing", () =>
  inFolder(async (folder) => {
    const directory = join(folder, "out");
    const plan = planOf({ rows: { a: 100_000_000 }, directory });
    const interrupt = new AbortController();
    const result = await run(plan, {
      workers: workersWith("slow"),
      signal: interrupt.signal,
      onProgress: ({ tables }) => {
        if (tables[0].made > 0) interrupt.abort();
      },
    });
    assertEquals(result.outcome, "interrupted");
    assert(result.tables[0].made > 0 && result.tables[0].made < 100_000_000);
    assertEquals(result.tables[0].state, "running");
    assertEquals(existsSync(directory), false);
  }));

Deno.test("run that is interrupted before it begins makes nothing", () =>
  inFolder(async (folder) => {
    const directory = join(folder, "out");
    const result = await run(planOf({ rows: { a: 10 }, directory }), {
      workers: works,
      signal: AbortSignal.abort(),
    });
    assertEquals(result.outcome, "interrupted");
    assertEquals(result.tables[0].made, 0);
    assertEquals(existsSync(directory), false);
  }));

Deno.test("run whose source makes fewer rows than planned fails instead of leaving a short file", () =>
  inFolder(async (folder) => {
    const plan = planOf({ rows: { a: 5000 }, directory: join(folder, "out") });
    const error = await assertRejects(
      () => run(plan, { workers: workersWith("makes_fewer") }),
      ThrustError,
    );
    assertEquals(
      error.message,
      "Cannot finish the run: a source worker made fewer rows than planned",
    );
    assertEquals(readdirSync(folder), []);
  }));
