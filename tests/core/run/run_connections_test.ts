// Runs whose target is several workers, as databases have.
import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { readdirSync, readFileSync } from "node:fs";
import { ThrustError } from "../../../core/errors.ts";
import { CHUNK_ROWS, type Mode } from "../../../core/plan.ts";
import { run } from "../../../core/run/run.ts";
import { inFolder } from "../../fixtures/folder.ts";
import { planOf } from "../../fixtures/plans.ts";

const workers = {
  source: new URL("../../fixtures/workers/wired_rows.ts", import.meta.url),
  target: new URL("../../fixtures/workers/connected.ts", import.meta.url),
};

function planTo(folder: string, mode: Mode, lanes: number) {
  return planOf({
    rows: { a: 5000, b: 3 },
    workers: lanes,
    output: { kind: "postgres", to: folder, mode, connections: 2 },
  });
}

/** The rows of a table in a file, by number. */
function rowsIn(path: string, table: string): number[] {
  return readFileSync(path, "utf8").split("\n")
    .map((line) => line.split(" "))
    .filter(([name]) => name === table)
    .map(([_, row]) => Number(row)).sort((a, b) => a - b);
}

Deno.test("lanes end in the targets in turn, and each row comes to one of them", () =>
  inFolder(async (folder) => {
    const result = await run(planTo(folder, "create", 3), { workers });
    assertEquals(result.outcome, "done");
    assertEquals(readdirSync(folder).sort(), ["0.txt", "1.txt"]);
    const [first, second] = [0, 1].map((target) =>
      rowsIn(`${folder}/${target}.txt`, "a")
    );
    // Lanes 0 and 2 end in target 0, lane 1 in target 1.
    const lane = (row: number) => Math.floor(row / CHUNK_ROWS) % 3;
    const all = Array.from({ length: 5000 }, (_, row) => row);
    assertEquals(first, all.filter((row) => lane(row) !== 1));
    assertEquals(second, all.filter((row) => lane(row) === 1));
    assertEquals(result.tables.map(({ rows }) => rows), [5000, 3]);
  }));

Deno.test("there are no more targets than lanes", () =>
  inFolder(async (folder) => {
    await run(planTo(folder, "create", 1), { workers });
    assertEquals(readdirSync(folder), ["0.txt"]);
    assertEquals(rowsIn(`${folder}/0.txt`, "a").length, 5000);
  }));

Deno.test("what target 0 decides is what the sources write, and what the other targets hear", () =>
  inFolder(async (folder) => {
    await run(planTo(folder, "create", 2), { workers });
    const lines = readFileSync(`${folder}/1.txt`, "utf8").split("\n");
    assertEquals(lines[0], "told wire0,wire1");
    assertEquals(lines[1], "a 1024 wire0 b+a");
    assertMatch(
      readFileSync(`${folder}/0.txt`, "utf8"),
      /^a 0 wire0 b\+a\n[^]*b 2 wire1 b\+a\n$/,
    );
  }));

Deno.test("a failed run into a database says which rows stay, of all targets together", () =>
  inFolder(async (folder) => {
    const error = await assertRejects(
      () => run(planTo(folder, "append", 2), { workers }),
      ThrustError,
    );
    assertEquals(error.code, "TARGET_FAILED");
    assertMatch(
      error.message,
      /^RangeError: no such luck; rows that were committed before stay: (1|2)00 of table "a"(, 100 of table "b")?$/,
    );
  }));
