// What programs see of thrust.
import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { join } from "node:path";
import {
  checkGenfile,
  defaulted,
  openTables,
  type OwnGenerator,
  type Plan,
  required,
  type Row,
  runPlan,
  ThrustError,
  writeTo,
} from "../../mod.ts";
import { inFolder } from "../fixtures/folder.ts";

const MODULE = new URL("./own_generators.ts", import.meta.url);

const GENFILE = `version = 1
[run]
now = 2026-01-01T00:00:00Z
[table.people]
rows = 3000
[table.people.columns]
id = { gen = "sequence", primary = true }
name = "person.full_name"
score = { gen = "decimal", min = 0, max = 9, scale = 2, null = 0.3 }
born = { gen = "date", from = 1990-01-01, to = 1999-12-31 }
seen = { gen = "timestamp", from = 2024-01-01, to = 2024-12-31 }
active = { gen = "bool", p = 0.5 }
token = { gen = "bytes", length = 3 }
tags = { gen = "array", item = { values = ["a", "b"] }, min = 1, max = 2 }
_secret = { gen = "int", hidden = true }
[table.visits]
rows = 2500
[table.visits.columns]
person = { ref = "people.id" }
`;

async function planOf(
  text = GENFILE,
  options: Parameters<typeof checkGenfile>[1] = {},
): Promise<Plan> {
  const { plan, diagnostics } = await checkGenfile(text, options);
  if (plan === undefined) throw new Error(diagnostics[0].message);
  return plan;
}

Deno.test("rows are plain objects of the types that JavaScript has", async () => {
  const tables = await openTables(await planOf());
  assertEquals(tables.names, ["people", "visits"]);
  assertEquals(tables.count("people"), 3000);
  const rows = [...tables.rows("people")];
  assertEquals(rows.length, 3000);
  const row = rows.find(({ score }) => score !== null)!;
  assertEquals(Object.keys(row), [
    ...["id", "name", "score", "born", "seen", "active", "token", "tags"],
  ]);
  assertEquals(
    Object.values(row).map((value) =>
      value instanceof Date || value instanceof Uint8Array ||
        Array.isArray(value)
        ? value.constructor.name
        : typeof value
    ),
    [
      ...["number", "string", "number", "string", "Date", "boolean"],
      ...["Uint8Array", "Array"],
    ],
  );
  assert(rows.some(({ score }) => score === null));
  assertEquals(rows[17].id, 18);
  assert("_secret" in tables.row("people", 0, { hidden: true }));
});

Deno.test("a row alone is the row among others, also while others are read", async () => {
  const tables = await openTables(await planOf());
  let number = 2000;
  for (const row of tables.rows("people", { from: 2000, to: 2100 })) {
    assertEquals(tables.row("people", number++), row);
  }
  assertEquals(number, 2100);
  assertEquals(tables.row("people", 2 ** 40).id, 2 ** 40 + 1);
  assertThrows(
    () => tables.row("person", 0),
    TypeError,
    'the Genfile has "people", "visits"',
  );
});

Deno.test("what is wrong in a Genfile is listed with its places", async () => {
  const { plan, diagnostics } = await checkGenfile(
    `version = 1\n[table.t]\nrows = 1\n[table.t.columns]\na = "itn"\nb = "flaot"\n`,
  );
  assertEquals(plan, undefined);
  assertEquals(diagnostics.map(({ place, hint }) => [place?.line, hint]), [
    [5, 'did you mean "int"?'],
    [6, 'did you mean "float"?'],
  ]);
});

Deno.test("a target of one's own takes rows in order, and is waited for", async () => {
  const events: string[] = [];
  const taken: Row[] = [];
  let busy = false;
  const { outcome, rows } = await writeTo(await planOf(), {
    begin: ({ name, rows }) => void events.push(`begin ${name} ${rows}`),
    async rows({ name }, rows, from) {
      assert(!busy);
      busy = true;
      await new Promise((resolve) => setTimeout(resolve, 1));
      busy = false;
      assertEquals(from, name === "people" ? taken.length : from);
      if (name === "people") taken.push(...rows);
    },
    end: ({ name }) => void events.push(`end ${name}`),
    close: (outcome) => void events.push(`close ${outcome}`),
  });
  assertEquals(outcome, "done");
  assertEquals([...rows], [["people", 3000], ["visits", 2500]]);
  assertEquals(events, [
    ...["begin people 3000", "end people", "begin visits 2500", "end visits"],
    "close done",
  ]);
  const tables = await openTables(await planOf());
  assertEquals(taken, [...tables.rows("people")]);
});

Deno.test("encoded batches are the bytes of the file", async () => {
  await inFolder(async (folder) => {
    await runPlan(await planOf(GENFILE, { overrides: { to: folder } }));
    const parts: Record<string, Uint8Array[]> = {};
    await writeTo(await planOf(), {
      bytes: ({ name }, bytes) => void (parts[name] ??= []).push(bytes),
    });
    for (const [name, some] of Object.entries(parts)) {
      assertEquals(
        await new Blob(some as BlobPart[]).text(),
        await Deno.readTextFile(join(folder, `${name}.csv`)),
      );
    }
  });
});

Deno.test("an AbortSignal ends a run and a write; a failing target closes and fails", async () => {
  const plan = await planOf();
  const abort = new AbortController();
  const { outcome, rows } = await writeTo(plan, {
    rows: () => abort.abort(),
  }, { signal: abort.signal });
  assertEquals([outcome, rows.get("people")], ["interrupted", 1024]);
  const run = await runPlan(
    await planOf(GENFILE, { overrides: { to: "null" } }),
    { signal: AbortSignal.abort() },
  );
  assertEquals(run.outcome, "interrupted");
  let closed = "";
  await assertRejects(
    () =>
      writeTo(plan, {
        rows: () => Promise.reject(new RangeError("full")),
        close: (outcome) => void (closed = outcome),
      }),
    RangeError,
    "full",
  );
  assertEquals(closed, "failed");
});

const CARS = `version = 1
[table.cars]
rows = 3000
[table.cars.columns]
plate = { gen = "plate", town = "HH" }
due = "due"
[table.fines]
rows = 100
[table.fines.columns]
plate = { ref = "cars.plate" }
text = { template = "fine for {plate}" }
`;

Deno.test("generators of a module make the same values here and in workers", async () => {
  await inFolder(async (folder) => {
    const overrides = { to: folder, format: "ndjson", workers: 2 };
    const plan = await planOf(CARS, { generators: [MODULE], overrides });
    const { outcome } = await runPlan(plan);
    assertEquals(outcome, "done");
    const tables = await openTables(plan);
    for (const name of tables.names) {
      const lines = (await Deno.readTextFile(join(folder, `${name}.ndjson`)))
        .trimEnd().split("\n");
      assertEquals(
        lines.map((line) => JSON.parse(line)),
        [...tables.rows(name)],
      );
    }
    const plates = [...tables.rows("cars")].map(({ plate }) => plate);
    assert(plates.includes(null));
    assert(plates.every((one) => one === null || /^HH \d+$/.test(String(one))));
  });
});

Deno.test("a generator of one's own is checked, and stays on its thread", async () => {
  const odd: OwnGenerator = {
    name: "odd",
    summary: "An odd number",
    kind: "int",
    params: { most: required("integer", "The greatest", { minimum: 1 }) },
    value: ({ row }) => row === 5 ? 0.5 : 2 * row + 1,
  };
  const text = (column: string) =>
    `version = 1\n[table.t]\nrows = 9\n[table.t.columns]\na = ${column}\n`;
  const options = { generators: [odd], overrides: { to: "null" } };
  const wrong = await checkGenfile(text(`"odd"`), options);
  assert(wrong.diagnostics[0].message.includes("most"));
  const plan = await planOf(text(`{ gen = "odd", most = 9 }`), options);
  await assertRejects(
    () => runPlan(plan),
    ThrustError,
    'the generator "odd" is a function of this thread',
  );
  const tables = await openTables(plan);
  assertEquals(tables.row("t", 3).a, 7);
  assertThrows(
    () => tables.row("t", 5),
    ThrustError,
    'what the generator "odd" gives for row 5 of column "a" of table "t": 0.5 is no int',
  );
  const wrongs: [Partial<OwnGenerator>, string][] = [
    [{ name: "int" }, "there is one of that name"],
    [{ name: "a b" }, "its name is not of letters"],
    [{ kind: "uuid" as "text" }, "its kind is uuid, and may be int, "],
    [
      { params: { at: required("bound" as "text", "When") } },
      "is of the kind bound",
    ],
    [{ value: undefined }, "it has no function value"],
  ];
  for (const [changed, message] of wrongs) {
    await assertRejects(
      () =>
        checkGenfile(GENFILE, {
          generators: [{ ...odd, ...changed } as OwnGenerator],
        }),
      TypeError,
      message,
    );
  }
});

Deno.test("what a generator of one's own throws is told with its row, here and in workers", async () => {
  const text =
    `version = 1\n[table.t]\nrows = 3000\n[table.t.columns]\nx = "faulty"\n`;
  const options = { generators: [MODULE], overrides: { to: "null" } };
  const plan = await planOf(text, options);
  for (
    const make of [() => runPlan(plan), () => writeTo(plan, { rows() {} })]
  ) {
    const error = await assertRejects(make, ThrustError);
    assertEquals(
      error.message,
      'Cannot make row 1500 of column "x" of table "t": the generator "faulty" has thrown RangeError: no',
    );
    assertEquals(error.code, "SOURCE_FAILED");
    assertEquals(error.fields, { table: "t", field: "x", row: 1500 });
  }
});

Deno.test("a generator of one's own that tells its domain can be unique", async () => {
  const params = { letter: defaulted("text", "A", "What stands in front") };
  const badge: OwnGenerator<typeof params> = {
    name: "badge",
    summary: "A badge",
    kind: "text",
    params,
    value: (address, { letter }) => letter + address.below(500),
    domain: {
      size: () => 500,
      value: (rank, { letter }) => letter.toLowerCase() + rank,
    },
  };
  const text = (rows: number) =>
    `version = 1\n[table.t]\nrows = ${rows}\n[table.t.columns]\nx = { gen = "badge", letter = "Q", unique = true }\ny = "badge"\n`;
  const tables = await openTables(
    await planOf(text(500), { generators: [badge] }),
  );
  const rows = [...tables.rows<{ x: string; y: string }>("t")];
  assertEquals(
    rows.map(({ x }) => x).toSorted(),
    Array.from({ length: 500 }, (_, i) => `q${i}`).toSorted(),
  );
  assert(rows.every(({ y }) => /^A\d+$/.test(y)));
  assert(new Set(rows.map(({ y }) => y)).size < 500);
  const { diagnostics } = await checkGenfile(text(501), {
    generators: [badge],
  });
  assertEquals(
    diagnostics[0].message,
    '"x" needs 501 different values, and there are 500',
  );
});

Deno.test("an onProgress that throws ends its run and no other", async () => {
  const plan = await planOf(GENFILE, { overrides: { to: "null" } });
  const other = runPlan(plan);
  await assertRejects(
    () =>
      runPlan(plan, {
        onProgress() {
          throw new RangeError("seen enough");
        },
      }),
    RangeError,
    "seen enough",
  );
  assertEquals((await other).outcome, "done");
});

Deno.test("rows have whole numbers from 0", async () => {
  const tables = await openTables(await planOf());
  for (const row of [-1, 1.5, NaN, 2 ** 53]) {
    assertThrows(() => tables.row("people", row), RangeError, `row ${row} of`);
    assertThrows(
      () => [...tables.rows("people", { from: row })],
      RangeError,
      "rows are whole numbers from 0",
    );
  }
});

const EMBED = new URL("../../examples/embed.ts", import.meta.url).pathname;

async function output(program: string, args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args,
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

Deno.test("the example of a program runs the same on Deno and on Bun", async () => {
  const deno = await output(Deno.execPath(), [
    ...["run", "--quiet", "--allow-all", EMBED],
  ]);
  assert(/^the first game is of .+, rated \d+\n/.test(deno), deno);
  assert(deno.includes("done: 7 batches, the best player has "), deno);
  assertEquals(await output("bun", [EMBED]), deno);
});
