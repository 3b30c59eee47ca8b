// What the plan says of keys and of databases.
import { assertEquals } from "@std/assert";
import { renderDiagnostics } from "../../../core/genfile/render.ts";
import { laneRows, type Plan } from "../../../core/plan.ts";
import {
  checkGenfile,
  type Overrides,
} from "../../../core/planning/plan_maker.ts";
import { generators } from "../../../generators/registry.ts";
import { formats } from "../../../source/formats/registry.ts";

function check(text: string, overrides: Overrides = {}, cores = 2) {
  const { plan, diagnostics } = checkGenfile({
    text: `version = 1\n${text}`,
    file: "Genfile.toml",
    environment: {},
    readFile: (path) => Deno.readFileSync(path),
    generators,
    formats,
    now: 0,
    randomSeed: () => "1",
    cores,
    overrides,
  });
  return {
    plan,
    said: renderDiagnostics(diagnostics, "Genfile.toml", text).split("\n")[0],
  };
}

function planOf(text: string, overrides?: Overrides, cores?: number): Plan {
  const { plan, said } = check(text, overrides, cores);
  if (plan === undefined) throw new Error(said);
  return plan;
}

const SHOP = `
[table.people]
rows = 10
[table.people.columns]
id     = { gen = "sequence", primary = true }
code   = { gen = "uuid", unique = true }
_tag   = { gen = "sequence", unique = true, hidden = true }
name   = "person.full_name"
boss   = { ref = "people.id" }

[table.pairs]
rows = 10
primary_key = ["b", "a"]
[table.pairs.columns]
a = { gen = "sequence" }
b = { ref = "people.code" }
c = { ref = "people.name", of = "b" }
d = { ref = "people._tag" }
e = { ref = "people.id", of = "b" }
_f = { ref = "people.id", hidden = true }

[table.more]
rows = 10
[table.more.columns]
a = { ref = "pairs.a" }
`;

Deno.test("a plan says the keys of its tables, and foreign keys where a reference covers one", () => {
  const [people, pairs, more] = planOf(SHOP).tables;
  assertEquals(people.primaryKey, ["id"]);
  assertEquals(people.uniqueKeys, [["code"]]);
  assertEquals(people.foreignKeys, [
    { columns: ["boss"], table: "people", targets: ["id"] },
  ]);
  assertEquals(pairs.primaryKey, ["b", "a"]);
  assertEquals(pairs.uniqueKeys, []);
  assertEquals(pairs.foreignKeys, [
    { columns: ["b"], table: "people", targets: ["code"] },
    { columns: ["e"], table: "people", targets: ["id"] },
  ]);
  // Half of a primary key is no key.
  assertEquals(more.foreignKeys, []);
});

Deno.test("a database takes batches of 100,000 rows, others of 10,000, if nothing is said", () => {
  const batch = (to: string, said?: number) =>
    planOf(SHOP, { to, batch: said }).output.batch;
  assertEquals(batch("sqlite:shop.db"), 100_000);
  assertEquals(batch("postgres://localhost/shop"), 100_000);
  assertEquals(batch("out"), 10_000);
  assertEquals(batch("sqlite:shop.db", 7), 7);
});

Deno.test("PostgreSQL is filled through two connections, or as many as are asked for and there are lanes", () => {
  const connections = (to: string, said?: number, cores?: number) =>
    planOf(SHOP, { to, connections: said, rows: 10_000 }, cores).output
      .connections;
  const to = "postgresql://localhost/shop";
  assertEquals(connections(to), 2);
  assertEquals(connections(to, undefined, 1), 1);
  assertEquals(connections(to, 4, 8), 4);
  assertEquals(connections(to, 4, 3), 3);
  assertEquals(connections("sqlite:shop.db", undefined, 8), 1);
  assertEquals(connections("out", undefined, 8), 1);
});

Deno.test("the command line may choose a database for a Genfile that has a format for its files", () => {
  const text = `${SHOP}[target]\nto = "out"\nformat = "csv"\nheader = false\n`;
  const { output } = planOf(text, { to: "sqlite:shop.db" });
  assertEquals(output.kind, "sqlite");
  assertEquals(output.options, {});
  assertEquals(output.files.map(({ path }) => path), ["shop.db"]);
  assertEquals(
    check(text, { to: "sqlite:shop.db", format: "csv" }).said,
    `error: format is "csv", and rows go into "sqlite:shop.db"`,
  );
});

Deno.test("no user can choose what is for the way to a target only", () => {
  const wire = { ...formats.get("csv")!, name: "secret", wire: true };
  const { plan, diagnostics } = checkGenfile({
    text: `version = 1\n${SHOP}`,
    file: "Genfile.toml",
    environment: {},
    readFile: (path) => Deno.readFileSync(path),
    generators,
    formats: new Map([...formats, ["secret", wire]]),
    now: 0,
    randomSeed: () => "1",
    cores: 2,
    overrides: { format: "secret" },
  });
  assertEquals(plan, undefined);
  assertEquals(diagnostics[0].message, `unknown format "secret"`);
  assertEquals(diagnostics[0].hint?.includes("secret"), false);
});

Deno.test("the rows of a table are divided over its lanes by chunks", () => {
  for (const rows of [0, 1, 1024, 1025, 2048, 5000, 10_240]) {
    for (const lanes of [1, 2, 3, 7]) {
      const of = Array.from({ length: lanes }, () => 0);
      for (let row = 0; row < rows; row++) {
        of[Math.floor(row / 1024) % lanes]++;
      }
      assertEquals(of.map((_, lane) => laneRows(rows, lane, lanes)), of);
    }
  }
});
