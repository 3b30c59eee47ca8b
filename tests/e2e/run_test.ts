import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { NUMBERS, PEOPLE } from "./genfiles.ts";
import { filesIn, inFolder, thrust } from "./thrust.ts";

function lines(text: string): string[] {
  return text.trimEnd().split("\n");
}

Deno.test("a Genfile becomes a file for each table", async () => {
  await inFolder({ "Genfile.toml": PEOPLE }, async (cwd) => {
    const { status, stdout, stderr } = await thrust(["Genfile.toml"], { cwd });
    assertEquals({ status, stdout }, { status: 0, stdout: "" }, stderr);
    assertEquals(await filesIn(`${cwd}/out`), ["people.csv", "visits.csv"]);
    const people = lines(await Deno.readTextFile(`${cwd}/out/people.csv`));
    const visits = lines(await Deno.readTextFile(`${cwd}/out/visits.csv`));
    assertEquals(people.length, 3001);
    assertEquals(visits.length, 5001);
    assertEquals(people[0], "id,name,born,score");
    assertEquals(visits[0], "person_id,name");
    const names = new Map(
      people.slice(1).map((line) =>
        line.split(",").slice(0, 2) as [string, string]
      ),
    );
    for (const line of visits.slice(1)) {
      const [person, name] = line.split(",");
      assertEquals(name, names.get(person));
    }
    assertMatch(stderr, /people/);
    assertMatch(stderr, /3,?000/);
    assertMatch(stderr, /seed/);
  });
});

Deno.test("run is the same as no command", async () => {
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    await thrust(["a.toml", "--to", "one"], { cwd });
    await thrust(["run", "a.toml", "--to", "two"], { cwd });
    assertEquals(
      await Deno.readTextFile(`${cwd}/one/visits.csv`),
      await Deno.readTextFile(`${cwd}/two/visits.csv`),
    );
  });
});

Deno.test("only data goes to standard output", async () => {
  await inFolder({ "a.toml": NUMBERS }, async (cwd) => {
    const { status, stdout, stderr } = await thrust(["a.toml", "--to", "-"], {
      cwd,
    });
    assertEquals(status, 0, stderr);
    assertEquals(lines(stdout).length, 100_001);
    assertEquals(lines(stdout)[0], "n,word");
    assert(stderr.length > 0);
  });
});

Deno.test("quiet says nothing", async () => {
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    assertEquals(await thrust(["a.toml", "--quiet"], { cwd }), {
      status: 0,
      stdout: "",
      stderr: "",
    });
    assertEquals(await filesIn(`${cwd}/out`), ["people.csv", "visits.csv"]);
  });
});

Deno.test("JSON progress is one object a line", async () => {
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    const { stderr } = await thrust(["a.toml", "--progress", "json"], { cwd });
    const objects = lines(stderr).map((line) => JSON.parse(line));
    assert(objects.length > 0);
    for (const object of objects) assertEquals(typeof object, "object");
  });
});

Deno.test("null goes nowhere", async () => {
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    const { status, stdout } = await thrust(["a.toml", "--to", "null"], {
      cwd,
    });
    assertEquals({ status, stdout }, { status: 0, stdout: "" });
    assertEquals(await filesIn(cwd), ["a.toml"]);
  });
});

Deno.test("TABLE=COUNT writes these tables only, with these counts", async () => {
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    const { status, stderr } = await thrust(["a.toml", "visits=7"], { cwd });
    assertEquals(status, 0, stderr);
    assertEquals(await filesIn(`${cwd}/out`), ["visits.csv"]);
    const visits = lines(await Deno.readTextFile(`${cwd}/out/visits.csv`));
    assertEquals(visits.length, 8);
  });
});

Deno.test("options win over the Genfile", async () => {
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    const count = async (file: string) =>
      lines(await Deno.readTextFile(`${cwd}/${file}`)).length;
    const run = async (...args: string[]) => {
      const { status, stderr } = await thrust(["a.toml", ...args], { cwd });
      assertEquals(status, 0, stderr);
    };
    await run("--only", "people", "--rows", "5", "--to", "b/{table}.ndjson");
    assertEquals(await filesIn(`${cwd}/b`), ["people.ndjson"]);
    assertEquals(await count("b/people.ndjson"), 5);
    await run("--rows", "people=4,visits=2", "--to", "c", "--format", "tsv");
    assertEquals(await count("c/people.tsv"), 5);
    assertEquals(await count("c/visits.tsv"), 3);
    await run("--scale", "0.001", "--to", "d");
    assertEquals(await count("d/people.csv"), 4);
    await run("--seed", "7", "--to", "e");
    await run("--seed=7", "--workers=3", "--batch=10", "--to", "f");
    const seven = await Deno.readTextFile(`${cwd}/e/people.csv`);
    assertEquals(await Deno.readTextFile(`${cwd}/f/people.csv`), seven);
    await run("--to", "g");
    assert(await Deno.readTextFile(`${cwd}/g/people.csv`) !== seven);
  });
});

Deno.test("an existing file with rows is refused", async () => {
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    await thrust(["a.toml"], { cwd });
    const before = await Deno.readTextFile(`${cwd}/out/people.csv`);
    const { status, stderr } = await thrust(["a.toml", "--seed", "2"], { cwd });
    assertEquals(status, 1);
    assertStringIncludes(stderr, "people.csv");
    assertStringIncludes(stderr, "--mode");
    assertEquals(await Deno.readTextFile(`${cwd}/out/people.csv`), before);
    assertEquals(await filesIn(`${cwd}/out`), ["people.csv", "visits.csv"]);
  });
});

Deno.test("append adds rows, truncate and replace begin anew", async () => {
  await inFolder({ "a.toml": NUMBERS }, async (cwd) => {
    const run = async (mode: string, seed: string) => {
      const args = ["a.toml", "--rows", "3", "--mode", mode, "--seed", seed];
      const { status, stderr } = await thrust(args, { cwd });
      assertEquals(status, 0, stderr);
      return lines(await Deno.readTextFile(`${cwd}/out/numbers.csv`));
    };
    const first = await run("create", "1");
    assertEquals(first.length, 4);
    const appended = await run("append", "2");
    assertEquals(appended.length, 7);
    assertEquals(appended.slice(0, 4), first);
    const [head, ...added] = await run("truncate", "2");
    assertEquals([head, ...added], ["n,word", ...appended.slice(4)]);
    assertEquals(await run("replace", "1"), first);
    assertEquals(await filesIn(`${cwd}/out`), ["numbers.csv"]);
  });
});
