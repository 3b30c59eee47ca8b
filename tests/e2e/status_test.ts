import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import config from "../../deno.json" with { type: "json" };
import { CYCLE, PEOPLE, WRONG } from "./genfiles.ts";
import { filesIn, inFolder, thrust } from "./thrust.ts";

Deno.test("a wrong Genfile is told with places and hints, and nothing is touched", async () => {
  await inFolder({ "a.toml": WRONG }, async (cwd) => {
    for (const command of ["run", "check", "preview"]) {
      const { status, stdout, stderr } = await thrust([command, "a.toml"], {
        cwd,
      });
      assertEquals({ status, stdout }, { status: 2, stdout: "" });
      assertStringIncludes(
        stderr,
        `error: unknown generator "sequense"
 --> a.toml:7:16
  |
7 | id   = { gen = "sequense" }
  |                ^^^^^^^^^^ did you mean "sequence"?
`,
      );
      assertStringIncludes(stderr, " --> a.toml:8:");
      assertStringIncludes(stderr, `did you mean "people`);
      assertEquals(await filesIn(cwd), ["a.toml"]);
    }
  });
});

Deno.test("a cycle of columns is shown as a path", async () => {
  await inFolder({ "a.toml": CYCLE }, async (cwd) => {
    const { status, stderr } = await thrust(["check", "a.toml"], { cwd });
    assertEquals(status, 2);
    assertMatch(
      stderr,
      /people\.a.*people\.b.*people\.a|people\.b.*people\.a.*people\.b/,
    );
  });
});

Deno.test("a wrong command line is an error that helps", async () => {
  const cases: [string[], RegExp][] = [
    [[], /Usage:/],
    [["chekc", "a.toml"], /there is no command or Genfile "chekc".*"check"/],
    [["a.toml", "--fromat", "csv"], /no option --fromat.*"--format"/],
    [["a.toml", "--to"], /--to stands without its value/],
    [["a.toml", "--rows", "many"], /--rows.*"many"/],
    [["a.toml", "--scale", "0"], /--scale.*"0"/],
    [["a.toml", "--mode", "apend"], /"apend".*"append"/s],
    [["a.toml", "--format", "cvs"], /"cvs".*"csv"/s],
    [["a.toml", "--only", "peple"], /"peple".*"people"/s],
    [["a.toml", "peple=3"], /"peple".*"people"/s],
    [["a.toml", "people=3", "people=4"], /"people" has two counts/],
    [["a.toml", "--rows", "people=3,people=4"], /"people" has two counts/],
    [["a.toml", "--progress", "loud"], /"loud"/],
    [["a.toml", "--workers", "0"], /--workers.*0/],
    [["a.toml", "--now", "yesterday"], /"yesterday"/],
    [["a.toml", "--connections", "3"], /databases/],
    [["missing.toml"], /missing\.toml/],
    [
      ["b.toml"],
      /Cannot read Genfile "b\.toml": there is no such file; did you mean "a\.toml"\?/,
    ],
    [
      ["."],
      /Cannot read Genfile "\.": it is a directory; did you mean "a\.toml"\?/,
    ],
    [["explain", "a.toml"], /thrust explain needs a column/],
    [["schema", "a.toml"], /"a\.toml"/],
    [["preview", "a.toml", "peple"], /"peple".*"people"/s],
    [["preview", "a.toml", "-n", "0"], /-n.*"0"/],
    [["preview", "a.toml", "--at", "-1"], /--at.*"-1"/],
    [["generators", "sequense"], /"sequense".*"sequence"/s],
  ];
  await inFolder({ "a.toml": PEOPLE }, async (cwd) => {
    for (const [args, expected] of cases) {
      const { status, stdout, stderr } = await thrust(args, { cwd });
      assertEquals({ args, status, stdout }, { args, status: 2, stdout: "" });
      assertMatch(stderr, expected);
    }
    assertEquals(await filesIn(cwd), ["a.toml"]);
  });
});

Deno.test("a folder in the Genfile's place is an error", async () => {
  await inFolder({}, async (cwd) => {
    const { status, stderr } = await thrust(["."], { cwd });
    assertEquals(status, 2);
    assertMatch(stderr, /directory/);
  });
});

Deno.test("an unwritable place is a failure that names it", async () => {
  await inFolder({ "a.toml": PEOPLE, "file": "" }, async (cwd) => {
    const { status, stderr } = await thrust(["a.toml", "--to", "file/in"], {
      cwd,
    });
    assertEquals(status, 1);
    assertStringIncludes(stderr, "file/in");
    assertEquals(await filesIn(cwd), ["a.toml", "file"]);
  });
});

Deno.test("help and version are answers", async () => {
  await inFolder({}, async (cwd) => {
    assertEquals(await thrust(["--version"], { cwd }), {
      status: 0,
      stdout: `thrust ${config.version}\n`,
      stderr: "",
    });
    for (const args of [["--help"], ["run", "--help"], ["check", "-h"]]) {
      const { status, stdout, stderr } = await thrust(args, { cwd });
      assertEquals({ status, stderr }, { status: 0, stderr: "" });
      assertStringIncludes(stdout, "Usage:");
      assertStringIncludes(stdout, "--help");
    }
  });
});
