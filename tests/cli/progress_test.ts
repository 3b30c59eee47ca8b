import { assert, assertEquals } from "@std/assert";
import { progressDisplay } from "../../cli/progress.ts";
import { jsonLine, liveLines, plainLine } from "../../cli/progress_text.ts";
import type { Snapshot, TableProgress } from "../../core/run/snapshot.ts";

function table(
  name: string,
  rows: number,
  total: number,
  seconds: number,
): TableProgress {
  const state = rows === total ? "done" : rows === 0 ? "waiting" : "running";
  return {
    table: name,
    total,
    made: rows,
    rows,
    bytes: rows * 100,
    seconds,
    state,
  };
}

const halfway: Snapshot = {
  seconds: 12.4,
  tables: [
    table("customers", 100_000, 100_000, 0.5),
    table("orders", 400_000, 1_000_000, 2),
    table("items", 0, 3_000_000, 0),
  ],
  workers: [300_000, 200_000],
};

function tables(count: number, done: number): Snapshot {
  return {
    seconds: 1,
    tables: Array.from(
      { length: count },
      (_, i) => table(`t${i}`, i < done ? 10 : 0, 10, 1),
    ),
    workers: [done * 10],
  };
}

Deno.test("live progress has rows, share, speeds and time left of each table, and the shares of the workers", () => {
  assertEquals(liveLines(halfway, { columns: 120, rows: 40 }), [
    "customers    100,000/100,000  100%  200,000 rows/s  20.0 MB/s     0.50 s",
    "orders     400,000/1,000,000   40%  200,000 rows/s  20.0 MB/s  0:03 left",
    "items            0/3,000,000    0%",
    "workers  0 60%  1 40%",
  ]);
});

Deno.test("live progress is never wider or higher than the terminal", () => {
  const wide: Snapshot = {
    ...tables(50, 20),
    workers: Array.from({ length: 64 }, () => 1),
  };
  wide.tables[20].table = "表".repeat(30);
  for (const columns of [1, 2, 10, 33, 80]) {
    for (const rows of [1, 5, 24]) {
      const lines = liveLines(wide, { columns, rows });
      assert(
        lines.length <= Math.max(3, rows - 1),
        `${lines.length} of ${rows}`,
      );
      for (const line of lines) {
        const width = [...line].reduce(
          (sum, one) => sum + (one === "表" ? 2 : 1),
          0,
        );
        assert(width <= Math.max(1, columns - 1), `${columns}: ${line}`);
      }
    }
  }
});

Deno.test("live progress shows the table at work where not all tables fit", () => {
  for (const done of [0, 1, 20, 49, 50]) {
    const lines = liveLines(tables(50, done), { columns: 80, rows: 12 });
    assertEquals(lines.length, 10);
    const current = `t${Math.min(done, 49)} `;
    assert(lines.some((line) => line.startsWith(current)), lines.join("\n"));
    assertEquals(lines[8], "… 42 more tables");
  }
});

Deno.test("live progress copes with a terminal that does not know its size", () => {
  for (const size of [{}, { columns: 0, rows: 0 }, { columns: undefined }]) {
    assertEquals(
      liveLines(halfway, size),
      liveLines(halfway, { columns: 80, rows: 24 }),
    );
  }
});

Deno.test("plain progress is one line on the table at work and on all", () => {
  assertEquals(
    plainLine(halfway),
    "0:12 orders: 400,000 of 1,000,000 rows (40%), 200,000 rows/s, 20.0 MB/s, 0:03 left, " +
      "in all 500,000 of 4,100,000 rows, 50.0 MB",
  );
  const start = { seconds: 0, tables: [table("a", 0, 5, 0)], workers: [0] };
  assertEquals(
    plainLine(start),
    "0:00 a: 0 of 5 rows (0%), in all 0 of 5 rows, 0 B",
  );
  assertEquals(plainLine({ seconds: 0, tables: [], workers: [] }), "0:00 ");
});

Deno.test("JSON progress is one object that holds the snapshot", () => {
  const line = jsonLine(halfway);
  assert(!line.includes("\n"));
  assertEquals(JSON.parse(line), { type: "progress", ...halfway });
});

/** What a display writes. */
function written(
  kind: Parameters<typeof progressDisplay>[0],
  seconds: number[],
): string[] {
  const texts: string[] = [];
  const display = progressDisplay(kind, {
    write: (text) => texts.push(text),
    size: () => ({ columns: 80, rows: 24 }),
  });
  for (const at of seconds) display.update({ ...halfway, seconds: at });
  display.end();
  return texts;
}

const tenTimesASecond = Array.from({ length: 100 }, (_, i) => i / 10);

Deno.test("plain and JSON progress write a line every few seconds, and no progress writes nothing", () => {
  const plain = written("plain", tenTimesASecond);
  assertEquals(plain.map((line) => line.slice(0, 4)), ["0:03", "0:06", "0:09"]);
  assertEquals(written("json", tenTimesASecond).length, 9);
  assertEquals(written("none", tenTimesASecond), []);
});

Deno.test("live progress draws over itself and in the end takes itself away", () => {
  const [first, second, end] = written("live", [0.1, 0.2]);
  const lines = liveLines(halfway, { columns: 80, rows: 24 });
  const drawn = lines.map((line) => `${line}\x1b[K\n`).join("");
  assertEquals(first, `\r${drawn}\x1b[J`);
  assertEquals(second, `\x1b[4A\r${drawn}\x1b[J`);
  assertEquals(end, "\x1b[4A\r\x1b[J");
});
