// `thrust check` says how many rows there will be, exactly, however they follow from others.
import { assertEquals, assertMatch } from "@std/assert";
import { inFolder, thrust } from "./thrust.ts";

const NESTED = `version = 1
[dict.nations]
values = ["Chile", "Peru", "Cuba", "Chad", "Mali"]
[table.nations]
per = { dict = "nations" }
[table.nations.columns]
id = { gen = "sequence", primary = true }
[table.cities]
per = { table = "nations", max = 9 }
[table.cities.columns]
id = { gen = "sequence", primary = true }
[table.streets]
per = { table = "cities", max = 40, dist = { type = "poisson", mean = 12 } }
[table.streets.columns]
id = { gen = "sequence", primary = true }
[table.houses]
per = { table = "streets", min = 1, max = 7, dist = "zipf" }
[table.houses.columns]
nation = { ref = "nations.id" }
`;

/** Rows by table, as the plan has them. */
function totals(plan: string): Map<string, number> {
  const lines = plan.split("\n\n")[0].split("\n").slice(2);
  return new Map(lines.map((line) => {
    const [table, rows] = line.split(/ +/);
    return [table, Number(rows.replaceAll(",", ""))];
  }));
}

Deno.test("check's totals are the rows that are written, for dictionaries and children of children", async () => {
  await inFolder({ "a.toml": NESTED }, async (cwd) => {
    for (const seed of ["1", "2"]) {
      const { stdout } = await thrust(["check", "a.toml", "--seed", seed], {
        cwd,
      });
      const said = totals(stdout);
      await thrust(["a.toml", "--seed", seed, "--mode", "replace"], { cwd });
      let all = 0;
      for (const table of ["nations", "cities", "streets", "houses"]) {
        const csv = await Deno.readTextFile(`${cwd}/out/${table}.csv`);
        const rows = csv.trimEnd().split("\n").length - 1;
        assertEquals(said.get(table), rows, table);
        all += rows;
      }
      assertEquals(said.get("total"), all);
    }
  });
});

const GIANT = `version = 1
[table.a]
rows = 1_000_000_000
columns = { id = { gen = "sequence", primary = true } }
[table.b]
per = { table = "a", max = 7, dist = { type = "poisson", mean = 2 } }
columns = { id = { gen = "sequence", primary = true }, a = { ref = "a.id" } }
[table.c]
per = { table = "b", min = 1, max = 3 }
columns = { id = { gen = "sequence", primary = true }, a = { ref = "a.id" }, b = { ref = "b.id" } }
`;

Deno.test("a billion parents are counted as exactly: the last child is the last parent's", async () => {
  await inFolder({ "a.toml": GIANT }, async (cwd) => {
    const said = totals((await thrust(["check", "a.toml"], { cwd })).stdout);
    const rows = said.get("c")!;
    const parents = said.get("b")!;
    const { stdout } = await thrust(
      ["preview", "a.toml", "c", "-n", "2", "--at", String(rows - 1)],
      { cwd },
    );
    // Each has a child at least, so that the last has the last.
    assertMatch(
      stdout,
      new RegExp(`\\n *${rows - 1} +${rows} +\\d+ +${parents}\\n`),
    );
    assertMatch(
      stdout,
      new RegExp(`\\n *${rows} +${rows + 1} +\\d+ +${parents + 1}\\n`),
    );
  });
});
