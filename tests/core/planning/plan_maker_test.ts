import { assert, assertEquals } from "@std/assert";
import type { GenfileInput } from "../../../core/planning/plan_maker.ts";

import { check, messages, ONE, planOf, SHOP } from "./_plans.ts";

Deno.test("a small Genfile has a plan with all defaults", () => {
  const plan = planOf(ONE);
  assertEquals(
    { ...plan, buffer: undefined, output: undefined },
    {
      seed: "0",
      seedIsRandom: false,
      now: Date.UTC(2026, 0, 1),
      nowIsClock: true,
      tables: [{
        name: "t",
        rows: 10,
        written: true,
        columns: [{
          name: "id",
          generator: "sequence",
          params: { start: 1, step: 1 },
          type: { kind: "int", scale: 0, nullable: false },
          null: 0,
          hidden: false,
          primary: false,
          locales: [{ locale: "en_US", weight: 1 }],
        }],
        primaryKey: [],
        uniqueKeys: [],
        foreignKeys: [],
      }],
      dictionaries: [],
      workers: 1,
      small: true,
      buffer: undefined,
      output: undefined,
    },
  );
  assert(plan.buffer.records > 0 && plan.buffer.bytes > 0);
  const { files, ...output } = plan.output;
  assertEquals(output, {
    kind: "files",
    to: "out",
    format: "csv",
    options: { header: true, delimiter: ",", newline: "lf" },
    mode: "create",
    batch: 10_000,
    connections: 1,
  });
  assertEquals(files.map(({ path }) => path), ["out/t.csv"]);
  assertEquals(
    new TextDecoder().decode(files[0].tables[0].prologue),
    "id\n",
  );
});

Deno.test("a plan is plain data", () => {
  const plan = planOf(SHOP);
  assertEquals(structuredClone(plan), plan);
});

Deno.test("42 and text 42 are one seed, and the command line's wins", () => {
  assertEquals(planOf(`run.seed = 42\n${ONE}`).seed, "42");
  assertEquals(planOf(`run.seed = 0x2A\n${ONE}`).seed, "42");
  assertEquals(planOf(`run.seed = "42"\n${ONE}`).seed, "42");
  const { seed, seedIsRandom } = planOf(`run.seed = "random"\n${ONE}`);
  assertEquals({ seed, seedIsRandom }, { seed: "new", seedIsRandom: true });
  assertEquals(
    planOf(`run.seed = 42\n${ONE}`, { overrides: { seed: "7" } }).seed,
    "7",
  );
});

Deno.test("now is what the Genfile says, else the command line, else the clock", () => {
  const said = planOf(`run.now = 2025-06-01T12:00:00.250+02:00\n${ONE}`);
  assertEquals(said.now, Date.UTC(2025, 5, 1, 10, 0, 0, 250));
  assertEquals(said.nowIsClock, false);
  const day = planOf(`run.now = 2025-06-01\n${ONE}`, {
    overrides: { now: "2024-02-29" },
  });
  assertEquals(day.now, Date.UTC(2024, 1, 29));
  assertEquals(planOf(ONE).nowIsClock, true);
});

Deno.test("tables load after those they refer to, circles as in the file", () => {
  assertEquals(planOf(SHOP).tables.map(({ name }) => name), [
    "customers",
    "orders",
    "items",
  ]);
});

Deno.test("rows come from the Genfile, the scale and the options, the most exact wins", () => {
  const rows = (overrides: GenfileInput["overrides"]) =>
    Object.fromEntries(
      planOf(SHOP, { overrides }).tables.map(({ name, rows }) => [name, rows]),
    );
  assertEquals(rows({}), { customers: 10, orders: 25, items: 40 });
  assertEquals(rows({ scale: 0.1 }), { customers: 1, orders: 3, items: 40 });
  assertEquals(rows({ scale: 0.001 }), { customers: 1, orders: 1, items: 40 });
  assertEquals(rows({ scale: 0.5 }), { customers: 5, orders: 13, items: 40 });
  assertEquals(rows({ rows: 7 }), { customers: 7, orders: 7, items: 7 });
  assertEquals(
    rows({ tableRows: new Map([["orders", 3]]), scale: 2 }),
    { customers: 20, orders: 3, items: 40 },
  );
});

Deno.test("only the chosen tables are written; the others stay for references", () => {
  const written = (overrides: GenfileInput["overrides"]) =>
    planOf(SHOP, { overrides }).tables.filter(({ written }) => written)
      .map(({ name, rows }) => [name, rows]);
  assertEquals(written({ only: ["orders"] }), [["orders", 25]]);
  assertEquals(
    written({ counts: new Map([["items", 5], ["customers", 2]]) }),
    [["customers", 2], ["items", 5]],
  );
  assertEquals(
    planOf(SHOP, { overrides: { only: ["items"] } }).output.files.map((
      { path },
    ) => path),
    ["out/items.csv"],
  );
});

Deno.test("a table without rows is fine where the command line gives a count", () => {
  const text = ONE.replace("rows = 10\n", "");
  assertEquals(messages(text), ['table "t" does not say how many rows it has']);
  const plan = planOf(text, { overrides: { counts: new Map([["t", 4]]) } });
  assertEquals(plan.tables[0].rows, 4);
});

Deno.test("wrong options are told without a place and with the nearest name", () => {
  const { diagnostics } = check(SHOP, {
    overrides: {
      mode: "apend",
      format: "cvs",
      scale: 0,
      now: "yesterday",
      workers: 0,
      batch: 1.5,
      only: ["order"],
      tableRows: new Map([["item", 3], ["orders", -1]]),
    },
  });
  assertEquals(
    diagnostics.map(({ message, hint, place }) => [message, hint, place]),
    [
      ["--workers is 0", "expected a whole number from 1 to 256", undefined],
      [
        '--now is "yesterday"',
        "expected a time such as 2026-01-01T00:00:00Z",
        undefined,
      ],
      [
        'unknown table "order" in --only',
        'did you mean "orders"?',
        undefined,
      ],
      ['unknown table "item" in --rows', 'did you mean "items"?', undefined],
      ["--scale is 0", "expected more than 0", undefined],
      ["--rows is -1", "expected a whole number of rows", undefined],
      ['unknown format "cvs"', 'did you mean "csv"?', undefined],
      ['unknown mode "apend"', 'did you mean "append"?', undefined],
      [
        "--batch is 1.5",
        "expected a whole number from 1 to 1073741824",
        undefined,
      ],
    ],
  );
  assertEquals(
    messages(SHOP, {
      overrides: { only: ["items"], counts: new Map([["orders", 1]]) },
    }),
    ["--only and table=count arguments both choose the tables"],
  );
});

Deno.test("the ring's capacity is as said, the rest as usual", () => {
  assertEquals(
    planOf(`buffer = { records = 1, bytes = "64KiB" }\n${ONE}`).buffer,
    { records: 1, bytes: 65536 },
  );
  assertEquals(planOf(`buffer.bytes = "1.5MB"\n${ONE}`).buffer.bytes, 1500000);
  assertEquals(planOf(`buffer.records = 5\n${ONE}`).buffer.records, 5);
});

Deno.test("no worker is started that would have no chunk to make", () => {
  const workers = (rows: number) =>
    planOf(ONE.replace("10", String(rows)), { overrides: { workers: 5 } })
      .workers;
  assertEquals([0, 1, 1024, 1025, 4096, 1e12].map(workers), [1, 1, 1, 2, 4, 5]);
});

Deno.test("plan of few values is small, unless workers are asked for", () => {
  const small = (text: string, rest: Partial<GenfileInput> = {}) => {
    const { small = false, workers } = planOf(text, rest);
    return [small, workers];
  };
  const rows = (count: number) => ONE.replace("10", String(count));
  assertEquals(small(rows(0)), [true, 1]);
  assertEquals(small(rows(65_536)), [true, 1]);
  assertEquals(small(rows(65_537)), [false, 3]);
  assertEquals(small(ONE, { overrides: { workers: 1 } }), [false, 1]);
  assertEquals(small(`[run]\nworkers = 4\n${ONE}`), [false, 1]);
  // Tables that are not written may be read all the same.
  const two = `${rows(60_000)}${
    ONE.replace(".t]", ".u]").replace(".t.", ".u.")
  }`;
  const one = { overrides: { only: ["u"] } };
  assertEquals(small(two.replace("rows = 10\n", "rows = 1000\n"), one), [
    true,
    1,
  ]);
  assertEquals(small(two.replace("rows = 10\n", "rows = 6000\n"), one), [
    false,
    3,
  ]);
});

Deno.test("the whole example of the language's page is accepted, and its totals are known", () => {
  const text = Deno.readTextFileSync(
    new URL("language_example.toml", import.meta.url),
  );
  const cities = "name,state,weight\nRecife,PE,3\nSantos,SP,2\n";
  const { tables } = planOf(text, {
    readFile: () => new TextEncoder().encode(cities),
  });
  assertEquals(
    Object.fromEntries(tables.map(({ name, rows }) => [name, rows])),
    {
      customers: 100_000,
      addresses: 200_071,
      products: 2_000,
      orders: 299_430,
      items: 1_347_362,
    },
  );
});

Deno.test("rows and --scale are for tables that have rows; a count for one made per another is refused", () => {
  const text = `[table.a]
rows = 10
[table.a.columns]
id = "sequence"
[table.b]
per = { table = "a", count = 3 }
[table.b.columns]
id = "sequence"
[table.c]
per = { table = "b", count = 2 }
[table.c.columns]
id = "sequence"
`;
  const rows = (overrides: GenfileInput["overrides"]) =>
    planOf(text, { overrides }).tables.map((table) => table.rows);
  assertEquals(rows({}), [10, 30, 60]);
  assertEquals(rows({ rows: 7 }), [7, 21, 42]);
  assertEquals(rows({ scale: 0.5 }), [5, 15, 30]);
  assertEquals(rows({ tableRows: new Map([["a", 1]]) }), [1, 3, 6]);
  const refused = (overrides: GenfileInput["overrides"]) =>
    check(text, { overrides }).diagnostics.map(({ message, hint }) =>
      `${message}; ${hint}`
    );
  assertEquals(refused({ counts: new Map([["c", 5]]) }), [
    'c=… gives table "c" a count, and it is made per table "b"; its rows follow: --rows a=…, and --only c to write no other',
  ]);
  assertEquals(refused({ tableRows: new Map([["b", 5]]) }), [
    '--rows gives table "b" a count, and it is made per table "a"; its rows follow: --rows a=…, and --only b to write no other',
  ]);
});

Deno.test("parents stand before their children, also where references go the other way", () => {
  const plan = planOf(`[table.c]
per = { table = "b", count = 1 }
[table.c.columns]
id = { gen = "sequence", primary = true }
[table.b]
per = { table = "a", count = 1 }
[table.b.columns]
d = { ref = "d.id" }
[table.d]
rows = 3
[table.d.columns]
id = { gen = "sequence", primary = true }
c = { ref = "c.id" }
[table.a]
rows = 5
[table.a.columns]
c = { ref = "c.id" }
`);
  const names = plan.tables.map(({ name }) => name);
  assert(names.indexOf("a") < names.indexOf("b"));
  assert(names.indexOf("b") < names.indexOf("c"));
});
