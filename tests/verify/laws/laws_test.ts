// Distributions are found where they are, and missed where they are not.
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { inFolder } from "../../fixtures/folder.ts";
import { DISTRIBUTIONS } from "../../../core/values/distributions.ts";
import { broken, load, reportsOf } from "../_verify.ts";

/** What each distribution needs to be said. */
const SAID: Record<string, string> = {
  exponential: `mean = 200`,
  binomial: `trials = 1000, p = 0.3`,
  geometric: `p = 0.01`,
  poisson: `mean = 300`,
  lognormal: `mean = 5, stddev = 0.5`,
  beta: `alpha = 2, beta = 5`,
  pareto: `shape = 1.5`,
  histogram: `bins = [[0, 100, 1], [100, 400, 5], [900, 1000, 2]]`,
};

function genfile(): string {
  const columns = Object.keys(DISTRIBUTIONS).map((type) => {
    const said = SAID[type] === undefined ? "" : `, ${SAID[type]}`;
    return `${type} = { gen = "int", min = 0, max = 1000, dist = { type = "${type}"${said} } }
${type}_f = { gen = "float", min = 0, max = 1000, dist = { type = "${type}"${said} } }`;
  });
  return `
[table.parents]
rows = 700
[table.parents.columns]
id = { gen = "sequence", start = 100, step = 3 }
[table.t]
rows = 20_000
[table.t.columns]
picked = { ref = "parents.id", dist = { type = "zipf", exponent = 1.1 } }
ranked = { values = ["a", "b", "c", "d"], dist = { type = "geometric", p = 0.4 } }
${columns.join("\n")}
`;
}

async function laws(text: string, folder: string): Promise<string[][]> {
  const reports = await reportsOf(text, { to: folder });
  return reports.at(-1)!.verdicts.filter(({ promise }) =>
    promise.startsWith("distribution of ")
  ).map(({ promise, asked, verdict }) => [
    promise.slice("distribution of ".length),
    asked,
    verdict,
  ]);
}

Deno.test("every distribution is found in what was drawn from it", async () => {
  await inFolder(async (folder) => {
    await load(genfile(), { to: folder });
    const found = await laws(genfile(), folder);
    assertEquals(found.filter(([, , verdict]) => verdict !== "ok"), []);
    assert(found.length >= 2 * Object.keys(DISTRIBUTIONS).length + 2);
  });
});

Deno.test("values of another distribution are found out", async () => {
  await inFolder(async (folder) => {
    const uniform = genfile().replace(/, dist = \{[^}]*\}/g, "");
    await load(uniform, { to: folder });
    const found = await laws(genfile(), folder);
    const missed = found.filter(([, asked, verdict]) =>
      asked !== "uniform" && verdict !== "broken"
    );
    assertEquals(missed, []);
    await Deno.remove(join(folder, "t.csv"));
  });
});

const PINNED = `
[table.t]
rows = 1000
[[table.t.row]]
email = "demo@shop.example"
n = 900
k = "z"
d = 1900-01-01
[[table.t.row]]
email = "x"
d = { expr = "null" }
[table.t.columns]
id = { gen = "sequence", primary = true }
email = { gen = "email", unique = true }
n = { gen = "int", min = 1, max = 50 }
k = ["a", "b"]
d = { gen = "date", from = 2000-01-01, to = 2001-01-01, null = 0.2 }
`;

Deno.test("pinned values break no promise, and a text that repeats breaks its key", async () => {
  await inFolder(async (folder) => {
    await load(PINNED, { to: folder });
    assertEquals(await broken(PINNED, { to: folder }), []);
    const path = join(folder, "t.csv");
    const text = await Deno.readTextFile(path);
    const [, second] = text.split("\n")[9].split(",");
    await Deno.writeTextFile(path, text.replace("demo@shop.example", second));
    assertEquals((await broken(PINNED, { to: folder })).slice(0, 2), [
      "t: values: 1 changed",
      `t: unique key (email): (${second}) more than once`,
    ]);
  });
});
