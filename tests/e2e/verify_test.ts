// `thrust verify` as its users run it: what it prints, and its status.
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { PEOPLE } from "./genfiles.ts";
import { inFolder, thrust } from "./thrust.ts";

Deno.test("verify prints a table of promises, and its status says whether they hold", async () => {
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    await thrust(["a.toml", "--to", "out", "--seed", "5"], { cwd });
    const fine = await thrust(
      ["verify", "a.toml", "--to", "out", "--seed", "5"],
      { cwd },
    );
    assertEquals([fine.status, fine.stderr], [0, ""]);
    assertMatch(fine.stdout, /^ok +people +rows +3,000 +3,000$/m);
    assertMatch(fine.stdout, /\n\d+ promises hold\n$/);
    const path = `${cwd}/out/people.csv`;
    const lines = (await Deno.readTextFile(path)).split("\n");
    lines[8] = lines[8].replace(/^[^,]+/, "77777");
    await Deno.writeTextFile(path, lines.join("\n"));
    const broken = await thrust(
      ["verify", "a.toml", "--to", "out", "--seed", "5"],
      { cwd },
    );
    assertEquals(broken.status, 1);
    assertMatch(broken.stdout, /^BROKEN +people +values .* 1 changed/m);
    assertStringIncludes(
      broken.stdout,
      `row 7, id: expected "8", found "77777"`,
    );
    const json = await thrust(
      ["verify", "a.toml", "--to", "out", "--seed", "5", "--json"],
      { cwd },
    );
    assertEquals(json.status, 1);
    const { holds, tables } = JSON.parse(json.stdout);
    assertEquals(holds, false);
    assertEquals(tables[0].differences.changed, 1);
  });
});

Deno.test("verify asks for what cannot be made again", async () => {
  const clock = `version = 1
[table.t]
rows = 3
[table.t.columns]
at = { gen = "date", from = 2000-01-01, to = "now" }
`;
  await inFolder({ "a.toml": clock, "b.toml": PEOPLE }, async (cwd) => {
    const now = await thrust(["verify", "a.toml"], { cwd });
    assertEquals(now.status, 2);
    assertStringIncludes(now.stderr, `"at" follows the clock`);
    assertStringIncludes(now.stderr, "say --now");
    const seed = await thrust(["verify", "b.toml", "--seed", "random"], {
      cwd,
    });
    assertEquals(seed.status, 2);
    assertStringIncludes(seed.stderr, "say --seed");
    const nowhere = await thrust(["verify", "b.toml", "--to", "null"], { cwd });
    assertEquals(nowhere.status, 1);
    assertStringIncludes(nowhere.stderr, "it keeps no rows");
  });
});

Deno.test("verify says which file is missing, and what to do", async () => {
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    const { status, stdout, stderr } = await thrust(
      ["verify", "a.toml", "--to", "a/folder"],
      { cwd },
    );
    assertEquals([status, stderr], [1, ""]);
    assertStringIncludes(
      stdout,
      `people, shape: there is no file "a/folder/people.csv": run thrust first, or say with --to where the rows are\n`,
    );
  });
});
