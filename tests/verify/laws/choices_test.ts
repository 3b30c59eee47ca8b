// The laws of entries, picked rows, steps, ordered values and child counts: found where they are, missed where not.
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { inFolder } from "../../fixtures/folder.ts";
import { load, reportsOf } from "../_verify.ts";

const TABLES = `
[dict.letters]
values = ["a", "b", "a", "c", "d"]
[dict.heavy]
values = ["a", "b", "a", "c", "d"]
weights = [1, 2, 3, 4, 0]
[table.parents]
rows = 2000
[table.parents.columns]
id = { gen = "sequence", start = 7, step = 3, primary = true }
token = { gen = "uuid", unique = true }
name = "person.first_name"
born = { gen = "date", from = 2020-01-01, to = 2020-03-01 }
some = { gen = "int", min = 1, max = 9, null = 0.5 }
length = { gen = "interval", from = "1 second", to = "40 seconds" }
rising = { gen = "timestamp", from = 2020-01-01, to = 2021-01-01, order = "desc", dist = "normal" }
falling = { gen = "float", min = 0, max = 1, order = "desc", dist = "normal" }
crowded = { gen = "int", min = 1, max = 5000, order = "asc", dist = { type = "normal", mean = 2500, stddev = 100 } }
[table.draws]
rows = 20000
[table.draws.columns]
grid = { gen = "int", min = 0, max = 1000, step = 7 }
tenths = { gen = "decimal", min = 0, max = 10, scale = 1, step = 0.1 }
thirds = { gen = "float", min = 0, max = 0.3, step = 0.1 }
weeks = { gen = "date", from = 2020-01-01, to = 2020-12-31, step = "7 days" }
hours = { gen = "timestamp", from = 2020-01-01, to = 2020-02-01, step = "1 hour" }
spans = { gen = "interval", from = "1 second", to = "2 hours", dist = { type = "exponential", mean = "10 minutes" }, precision = 3 }
name = { ref = "parents.name", dist = { type = "zipf", exponent = 1.3 } }
token = { ref = "parents.token", dist = { type = "zipf", exponent = 1.01 } }
some = { ref = "parents.some", dist = { type = "exponential", mean = 300 } }
length = { ref = "parents.length", dist = "triangular" }
born = { ref = "parents.born", of = "other" }
id = { ref = "parents.id", of = "other", dist = { type = "exponential", mean = 300 } }
letter = { dict = "letters", dist = { type = "geometric", p = 0.4 } }
heavy = { dict = "heavy" }
twice = { values = ["x", "y", "x"], weights = [1, 1, 5], null = 0.2 }
[table.children]
per = { table = "parents", max = 6, dist = { type = "poisson", mean = 3 } }
[table.children.columns]
parent = { ref = "parents.id" }
seat = { gen = "int", min = 1, max = 7, distinct = true }
letter = { values = ["a", "a", "b", "c", "d", "e", "f"], distinct = true }
token = { ref = "parents.token", distinct = true }
day = { gen = "date", from = 1920-01-01, to = 2024-01-01, order = "asc" }
[table.twins]
per = { table = "parents", count = 2 }
[table.twins.columns]
parent = { ref = "parents.id" }
`;

async function laws(
  genfile: string,
  folder: string,
  seed?: string,
): Promise<string[][]> {
  const reports = await reportsOf(genfile, { to: folder, seed });
  return reports.flatMap(({ table, verdicts }) =>
    verdicts.filter(({ promise }) =>
      /^(distribution|children) of/.test(promise)
    )
      .map(({ promise, asked, verdict }) => [
        `${table}.${promise.replace("distribution of ", "")}`,
        asked,
        verdict,
      ])
  );
}

Deno.test("entries, picked rows, steps, ordered values and child counts follow their laws", async () => {
  await inFolder(async (folder) => {
    for (const seed of ["1", "2"]) {
      await load(TABLES, { to: folder, seed, mode: "replace" });
      const found = await laws(TABLES, folder, seed);
      assertEquals(found.filter(([, , verdict]) => verdict !== "ok"), [
        ["parents.crowded", "normal", "not checked"],
      ]);
      assertEquals(found.map(([name]) => name), [
        "parents.born",
        "parents.some",
        "parents.length",
        "parents.rising",
        "parents.falling",
        "parents.crowded",
        ...["grid", "tenths", "thirds", "weeks", "hours", "spans", "name"].map(
          (name) => `draws.${name}`,
        ),
        ...["token", "some", "length", "born", "id", "letter", "heavy", "twice"]
          .map((name) => `draws.${name}`),
        "children.children of parents",
        ...["seat", "letter", "token", "day"].map((name) => `children.${name}`),
        "twins.children of parents",
      ]);
    }
  });
});

Deno.test("a choice by another law is found out, and so are other numbers of children", async () => {
  await inFolder(async (folder) => {
    const other = TABLES.replace(/, dist = \{[^}]*\}/g, "")
      .replace(/\nweights.*/g, "").replace(/, weights = \[[^\]]*\]/g, "")
      .replace("count = 2", "count = 3");
    await load(other, { to: folder });
    const found = await laws(TABLES, folder);
    const missed = found.filter(([, asked, verdict]) =>
      asked !== "uniform" && asked !== "triangular" && verdict !== "broken"
    ).map(([name]) => name);
    assertEquals(missed, [
      "parents.rising",
      "parents.falling",
      "parents.crowded",
    ]);
    await Deno.remove(join(folder, "twins.csv"));
  });
});

const UNTOLD = `
[dict.heavy]
values = ["a", "b"]
weights = [1, 2]
[table.parents]
rows = 500
[table.parents.columns]
id = { gen = "sequence", primary = true }
mean = { gen = "int", min = 5, max = 9 }
[table.children]
per = { table = "parents", count = 3 }
[table.children.columns]
id = { gen = "sequence", primary = true }
parent = { ref = "parents.id" }
_mean = { ref = "parents.mean", hidden = true }
a = { ref = "parents.id", dist = "zipf", distinct = true }
b = { ref = "parents.id", dist = "zipf", except = "parent" }
c = { ref = "children.id", dist = "zipf", within = "parent" }
d = { gen = "int", min = 0, max = 20, dist = { type = "poisson", mean = "_mean" } }
e = { gen = "int", min = "_mean", max = 20, dist = "normal" }
f = { gen = "int", min = 0, max = 100, step = 5, dist = "normal" }
g = { dict = "heavy", when = "h == 'a'" }
h = { dict = "heavy" }
`;

Deno.test("where a law cannot be held against values, the reason is said, in files as in databases", async () => {
  await inFolder(async (folder) => {
    for (const to of [folder, `sqlite:${join(folder, "a.db")}`]) {
      await load(UNTOLD, { to });
      const reports = await reportsOf(UNTOLD, { to });
      const untold = reports.flatMap(({ verdicts }) => verdicts)
        .filter(({ verdict }) => verdict !== "ok")
        .map(({ promise, asked, found }) => [promise.at(-1), asked, found]);
      assertEquals(untold, [
        ["a", "zipf", "siblings pick among what is left"],
        ["b", "zipf", "each leaves rows out"],
        ["c", "zipf", "each picks in a block of its own"],
        ["d", "poisson", "its parameters follow the row"],
        ["e", "normal", "its range follows the row"],
        ["f", "normal", "its values lie on steps"],
        ["g", "weights", "it has a condition"],
      ]);
    }
  });
});
