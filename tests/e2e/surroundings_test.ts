import { assertEquals, assertStringIncludes } from "@std/assert";
import { PEOPLE } from "./genfiles.ts";
import { EXECUTABLE, filesIn, inFolder, start, thrust } from "./thrust.ts";

/** What would change a program that reads its surroundings. */
const HOSTILE = {
  "bunfig.toml": 'preload = ["./evil.ts"]\n',
  ".env": "NO_COLOR=\nTABLES=100\nNODE_OPTIONS=--require ./evil.ts\n",
  "tsconfig.json":
    '{ "compilerOptions": { "paths": { "*": ["./evil.ts"] } } }\n',
  "package.json": '{ "type": "commonjs", "imports": { "*": "./evil.ts" } }\n',
  "deno.json":
    '{ "imports": { "@std/cli/parse-args": "./evil.ts", "node:fs": "./evil.ts" } }\n',
  // Where thrust's own workers stand in its sources.
  "source/worker.ts": 'console.log("owned");\n',
  "target/worker.ts": 'console.log("owned");\n',
  "evil.ts":
    'require("fs").writeFileSync("owned", ""); console.log("owned"); process.exit(3);\n',
};

Deno.test("nothing in the folder changes what thrust does", async () => {
  const genfile = PEOPLE.replace("rows = 3000", 'rows = "${TABLES:-7}"');
  await inFolder({ ...HOSTILE, "a.toml": genfile }, async (cwd) => {
    const before = await filesIn(cwd);
    const { status, stdout, stderr } = await thrust(["a.toml", "--quiet"], {
      cwd,
    });
    assertEquals({ status, stdout, stderr }, {
      status: 0,
      stdout: "",
      stderr: "",
    });
    assertEquals(await filesIn(cwd), [...before, "out"].sort());
    const people = await Deno.readTextFile(`${cwd}/out/people.csv`);
    assertEquals(people.trimEnd().split("\n").length, 8);
  });
});

Deno.test("the executable needs no environment", {
  ignore: EXECUTABLE === undefined,
}, async () => {
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    const child = start(["a.toml"], { cwd });
    const { code, stderr } = await child.output();
    assertEquals(code, 0);
    assertStringIncludes(new TextDecoder().decode(stderr), "people");
  });
});

Deno.test("environment variables stand in for parts of a Genfile", async () => {
  const genfile = PEOPLE.replace("rows = 3000", 'rows = "${PEOPLE}"');
  await inFolder({ "a.toml": genfile }, async (cwd) => {
    const unset = await thrust(["a.toml"], { cwd });
    assertEquals(unset.status, 2);
    assertStringIncludes(unset.stderr, "PEOPLE");
    await thrust(["a.toml"], { cwd, env: { PEOPLE: "5" } });
    const people = await Deno.readTextFile(`${cwd}/out/people.csv`);
    assertEquals(people.trimEnd().split("\n").length, 6);
  });
});
