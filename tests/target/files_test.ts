import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { ThrustError } from "../../core/errors.ts";
import { type Mode, MODES } from "../../core/plan.ts";
import { run } from "../../core/run/run.ts";
import { tableText } from "../fixtures/counted_rows.ts";
import { inFolder } from "../fixtures/folder.ts";
import { planOf, type PlanWishes, workersWith } from "../fixtures/plans.ts";

const HEADER = "table,row\n";
const workers = workersWith("counted_rows");

function runInto(file: string, mode: Mode, wishes: Partial<PlanWishes> = {}) {
  const plan = planOf({ rows: { a: 3 }, file, output: { mode }, ...wishes });
  return run(plan, { workers });
}

async function refused(running: Promise<unknown>): Promise<string> {
  const error = await assertRejects(() => running, ThrustError);
  assertEquals(error.code, "TARGET_REFUSED");
  return error.message;
}

for (const mode of MODES) {
  Deno.test(`mode ${mode} makes a file that is missing, with its directories`, () =>
    inFolder(async (folder) => {
      const file = join(folder, "x", "y", "a.csv");
      await runInto(file, mode);
      assertEquals(readFileSync(file, "utf8"), HEADER + tableText("a", 3));
      assertEquals(readdirSync(join(folder, "x", "y")), ["a.csv"]);
    }));

  Deno.test(`mode ${mode} fills a file that is empty or has only its header`, () =>
    inFolder(async (folder) => {
      for (const there of ["", HEADER]) {
        const file = join(folder, "a.csv");
        writeFileSync(file, there);
        await runInto(file, mode);
        assertEquals(readFileSync(file, "utf8"), HEADER + tableText("a", 3));
      }
    }));
}

Deno.test("mode create refuses a file that holds rows and names the ways out", () =>
  inFolder(async (folder) => {
    const file = join(folder, "a.csv");
    const there = `${HEADER}z,1\n`;
    writeFileSync(file, there);
    const message = await refused(runInto(file, "create"));
    assertEquals(
      message,
      `Cannot create ${
        JSON.stringify(file)
      }: it holds rows already; say --mode append, truncate or replace, ` +
        `or name another place with --to`,
    );
    assertEquals(readFileSync(file, "utf8"), there);
    assertEquals(readdirSync(folder), ["a.csv"]);
  }));

Deno.test("mode create looks at every file before it makes any", () =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, "b.csv"), "rows of somebody");
    const plan = planOf({ rows: { a: 3, b: 3 }, directory: folder });
    await refused(run(plan, { workers }));
    assertEquals(readdirSync(folder), ["b.csv"]);
  }));

for (const mode of ["truncate", "replace"] as const) {
  Deno.test(`mode ${mode} writes over a file that holds rows`, () =>
    inFolder(async (folder) => {
      const file = join(folder, "a.csv");
      writeFileSync(file, "x".repeat(10_000));
      await runInto(file, mode);
      assertEquals(readFileSync(file, "utf8"), HEADER + tableText("a", 3));
    }));
}

Deno.test("mode append adds rows without a second header", () =>
  inFolder(async (folder) => {
    const file = join(folder, "a.csv");
    await runInto(file, "create");
    await runInto(file, "append", { rows: { a: 2 } });
    const rows = tableText("a", 3) + tableText("a", 2);
    assertEquals(readFileSync(file, "utf8"), HEADER + rows);
  }));

Deno.test("mode append ends a last line that has no end", () =>
  inFolder(async (folder) => {
    const file = join(folder, "a.csv");
    writeFileSync(file, `${HEADER}z,1`);
    await runInto(file, "append");
    const text = `${HEADER}z,1\n${tableText("a", 3)}`;
    assertEquals(readFileSync(file, "utf8"), text);
  }));

Deno.test("mode append continues a format that has an end, and puts the end behind", () =>
  inFolder(async (folder) => {
    const file = join(folder, "a.txt");
    const frame = { header: "[\n", footer: "]\n" };
    await runInto(file, "append", frame);
    const result = await runInto(file, "append", frame);
    const rows = tableText("a", 3);
    assertEquals(readFileSync(file, "utf8"), `[\n${rows}&\n${rows}]\n`);
    assertEquals(result.tables[0].bytes, `&\n${rows}]\n`.length);
  }));

Deno.test("mode append leaves a file as it is where there are no rows to append", () =>
  inFolder(async (folder) => {
    const file = join(folder, "a.txt");
    const frame = { header: "[\n", footer: "]\n" };
    await runInto(file, "create", frame);
    await runInto(file, "append", { ...frame, rows: { a: 0 } });
    assertEquals(readFileSync(file, "utf8"), `[\n${tableText("a", 3)}]\n`);
    assertEquals(readdirSync(folder), ["a.txt"]);
  }));

Deno.test("mode append continues whatever there is where the prologue comes again", () =>
  inFolder(async (folder) => {
    const file = join(folder, "all.sql");
    writeFileSync(file, "SELECT 1;\n");
    const plan = planOf({
      rows: { a: 0, b: 2 },
      file,
      header: "BEGIN\n",
      output: { mode: "append" },
    });
    for (const table of plan.output.files[0].tables) {
      table.resume!.join = table.prologue;
    }
    await run(plan, { workers });
    assertEquals(
      readFileSync(file, "utf8"),
      `SELECT 1;\nBEGIN\nBEGIN\n${tableText("b", 2)}`,
    );
  }));

Deno.test("mode append refuses a file with another header or another end", () =>
  inFolder(async (folder) => {
    const file = join(folder, "a.csv");
    writeFileSync(file, "other,header\n1,2\n");
    assertStringIncludes(
      await refused(runInto(file, "append")),
      "it does not begin as this run's file would",
    );
    writeFileSync(file, `${HEADER}1,2\n`);
    assertStringIncludes(
      await refused(runInto(file, "append", { footer: "]\n" })),
      "it does not end as a file of this format does",
    );
    assertEquals(readFileSync(file, "utf8"), `${HEADER}1,2\n`);
    assertEquals(readdirSync(folder), ["a.csv"]);
  }));

Deno.test("file keeps its permissions and stays behind its symbolic link; replace puts a new one in its place", () =>
  inFolder(async (folder) => {
    const file = join(folder, "a.csv");
    const link = join(folder, "link.csv");
    writeFileSync(file, "");
    chmodSync(file, 0o600);
    symlinkSync(file, link);
    await runInto(link, "create");
    assertEquals(readFileSync(file, "utf8"), HEADER + tableText("a", 3));
    assertEquals(statSync(file).mode & 0o777, 0o600);
    assert(lstatSync(link).isSymbolicLink());
    await runInto(link, "replace", { rows: { a: 1 } });
    assert(!lstatSync(link).isSymbolicLink());
    assertEquals(readFileSync(file, "utf8"), HEADER + tableText("a", 3));
  }));

Deno.test("path that is a directory, or lies in a file, is refused in words", () =>
  inFolder(async (folder) => {
    assertStringIncludes(
      await refused(runInto(folder, "replace")),
      "it is a directory",
    );
    writeFileSync(join(folder, "file"), "");
    const error = await assertRejects(
      () => runInto(join(folder, "file", "a.csv"), "create"),
      ThrustError,
    );
    assertStringIncludes(
      error.message,
      "a part of its path is not a directory",
    );
  }));

Deno.test("full device fails the run and says so", async () => {
  const error = await assertRejects(
    () => runInto("/dev/full", "create"),
    ThrustError,
  );
  assertEquals(error.code, "TARGET_FAILED");
  assertEquals(
    error.message,
    `Cannot write "/dev/full": no space is left there (ENOSPC); free some, ` +
      `or name another place with --to`,
  );
});

const root = process.getuid?.() === 0;

Deno.test({
  name: "full disk fails the run, says so, and is left as it was",
  ignore: !root,
  fn: () =>
    inFolder(async (folder) => {
      const mounted = spawnSync("mount", [
        "-t",
        "tmpfs",
        "-o",
        "size=1m",
        "tmpfs",
        folder,
      ]);
      // A container may be root and still not be allowed to mount; /dev/full is tested anyway.
      if (mounted.status !== 0) return;
      try {
        const directory = join(folder, "out");
        const plan = planOf({ rows: { a: 10, b: 1_000_000 }, directory });
        const error = await assertRejects(
          () => run(plan, { workers }),
          ThrustError,
        );
        assertEquals(
          error.message,
          `Cannot write ${
            JSON.stringify(join(directory, "b.csv"))
          }: no space is left there (ENOSPC); free some, or name another place with --to`,
        );
        assertEquals(readdirSync(folder), []);
      } finally {
        execFileSync("umount", [folder]);
      }
    }),
});

Deno.test({
  name: "directory that may not be written to fails the run and says so",
  // Permissions do not hold for root.
  ignore: root,
  fn: () =>
    inFolder(async (folder) => {
      const directory = join(folder, "locked");
      mkdirSync(directory, { mode: 0o500 });
      const error = await assertRejects(
        () => runInto(join(directory, "a.csv"), "create"),
        ThrustError,
      );
      assertStringIncludes(error.message, "permission is denied");
    }),
});

Deno.test("directory that nobody can write to fails the run and says so", async () => {
  const error = await assertRejects(
    () => runInto("/proc/thrust/a.csv", "create"),
    ThrustError,
  );
  assertEquals(error.code, "TARGET_FAILED");
  assert(
    error.message.startsWith(`Cannot create "/proc/thrust/a.csv": `),
    error.message,
  );
});
