import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { PEOPLE } from "./genfiles.ts";
import { filesIn, inFolder, type Outcome, thrust } from "./thrust.ts";

async function shown(...args: string[]): Promise<string> {
  let outcome: Outcome | undefined;
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    outcome = await thrust(args, { cwd });
    assertEquals(await filesIn(cwd), ["a.toml"]);
  });
  const { status, stdout, stderr } = outcome!;
  assertEquals({ status, stderr }, { status: 0, stderr: "" });
  return stdout;
}

Deno.test("check shows tables in load order with rows, bytes and chunks", async () => {
  const text = await shown("check", "a.toml", "--workers", "2");
  assertMatch(text, /people +3,000 .*\n *visits +5,000 /);
  assertStringIncludes(text, "2 lanes");
});

Deno.test("check's estimate is near what a run writes", async () => {
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    const { stdout } = await thrust(["check", "a.toml", "--scale", "100"], {
      cwd,
    });
    await thrust(["a.toml", "--scale", "100"], { cwd });
    const { size } = await Deno.stat(`${cwd}/out/people.csv`);
    const estimate = stdout.match(/people +[\d,]+ +([\d.]+) MB/)?.[1];
    assert(Math.abs(Number(estimate) * 1e6 / size - 1) < 0.05, stdout);
  });
});

Deno.test("check takes the options of a run", async () => {
  assertMatch(await shown("check", "a.toml", "visits=12"), /visits +12 /);
});

Deno.test("preview shows every table, hidden columns in parentheses", async () => {
  const text = await shown("preview", "a.toml", "-n", "3");
  assertMatch(
    text,
    /^people: rows 0 to 2 of 3,000\nrow +id +name +born +score\n/,
  );
  assertMatch(
    text,
    /\nvisits: rows 0 to 2 of 5,000\nrow +person_id +name +\(_at\)\n/,
  );
});

Deno.test("preview shows the rows that a run writes", async () => {
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    await thrust(["a.toml"], { cwd });
    const csv = (await Deno.readTextFile(`${cwd}/out/people.csv`)).split("\n");
    const { stdout } = await thrust(
      ["preview", "a.toml", "people", "-n", "20", "--at", "1500"],
      { cwd },
    );
    const rows = stdout.split("\n").slice(3, 23).map((line) =>
      line.trim().split(/ {2,}/)
    );
    assertEquals(
      rows.map(([, ...cells]) =>
        cells.map((cell) => cell === "∅" ? "" : cell).join(",")
      ),
      csv.slice(1501, 1521),
    );
  });
});

Deno.test("preview computes rows past the end, and says so", async () => {
  const text = await shown(
    "preview",
    "a.toml",
    "people",
    "--at",
    "1_000_000_000_000",
    "-n",
    "2",
  );
  assertMatch(text, /\n1000000000000 +1000000000001 /);
  assertStringIncludes(text, "past the end of people");
});

Deno.test("generators lists all by group, or describes one with samples", async () => {
  const all = await shown("generators");
  assertMatch(all, /^numbers\n/);
  assertMatch(all, /\n {2}sequence +\S/);
  const one = await shown("generators", "int");
  assertMatch(one, /\n {2}min +\S/);
  assertMatch(one, /Samples:\n/);
});

Deno.test("generators names those of a group that is no generator itself", async () => {
  await inFolder({}, async (cwd) => {
    const { status, stderr } = await thrust(["generators", "person"], { cwd });
    assertEquals(status, 2);
    assertMatch(
      stderr,
      /no generator "person"; there are person\.first_name, .*person\.age/,
    );
  });
});
