import { assert, assertEquals, assertThrows } from "@std/assert";
import { ThrustError } from "../../core/errors.ts";
import { readCommandLine } from "../../cli/command_line.ts";

function read(line: string, files: string[] = []) {
  const typed = line === "" ? [] : line.split(" ");
  const { options, ...rest } = readCommandLine(
    typed,
    (name) => files.includes(name),
  );
  return { ...rest, options: Object.fromEntries(options) };
}

function refused(line: string): string {
  const error = assertThrows(() => read(line), ThrustError) as ThrustError;
  assertEquals(error.code, "COMMAND_LINE_INVALID");
  return error.message.replace("Cannot read the command line: ", "");
}

Deno.test("a Genfile alone is run", () => {
  assertEquals(read("shop.toml"), {
    command: "run",
    arguments: ["shop.toml"],
    counts: [],
    options: {},
  });
  assertEquals(read("run shop.toml"), read("shop.toml"));
  assertEquals(read("shop", ["shop"]).arguments, ["shop"]);
  assertEquals(read("a/shop").arguments, ["a/shop"]);
});

Deno.test("TABLE=COUNT arguments stand apart from the Genfile", () => {
  assertEquals(read("vaults.toml name=5000 app.id=3_000").counts, [
    ["name", "5000"],
    ["app.id", "3_000"],
  ]);
  assertEquals(read("check a=b.toml t=1").arguments, ["a=b.toml"]);
});

Deno.test("options take their values with a space, an equals sign or a letter", () => {
  assertEquals(read("a.toml --to - --seed -5 --rows=10 -q").options, {
    to: "-",
    seed: "-5",
    rows: "10",
    quiet: "",
  });
  assertEquals(read("preview a.toml -n 3 --at=7").options, {
    count: "3",
    at: "7",
  });
  assertEquals(read("preview a.toml -n3").options, { count: "3" });
  assertEquals(read("--quiet a.toml").arguments, ["a.toml"]);
  assertEquals(read("--to=a=b a.toml").options, { to: "a=b" });
  assertEquals(read("--seed 1.5 a.toml").options, { seed: "1.5" });
});

Deno.test("words after -- are no options", () => {
  assertEquals(read("run -- --odd.toml").arguments, ["--odd.toml"]);
});

Deno.test("help and version need no Genfile", () => {
  assertEquals(read("--version").options, { version: "" });
  assertEquals(read("run --help").options, { help: "" });
  assertEquals(read("").command, undefined);
});

Deno.test("an unknown option names the nearest one", () => {
  assertEquals(
    refused("a.toml --fromat csv"),
    'there is no option --fromat; did you mean "--format"?',
  );
  assertEquals(refused("a.toml -x"), "there is no option -x");
  assertEquals(refused("a.toml --no-at"), "there is no option --no-at");
  assertEquals(refused("a.toml --a.b=1"), "there is no option --a.b");
  assertEquals(
    refused("a.toml --compression gz"),
    "there is no option --compression; to compress, pipe it: thrust Genfile.toml --to - | gzip",
  );
  assert(refused("a.toml --resume").includes("--mode truncate"));
  assert(refused("a.toml --copy").includes("--to postgres://"));
});

Deno.test("an unknown command names the nearest one", () => {
  assertEquals(
    refused("chekc a.toml"),
    'there is no command or Genfile "chekc"; did you mean "check"?',
  );
});

Deno.test("what is typed out of habit is met with what there is", () => {
  assertEquals(
    refused("help"),
    'there is no command or Genfile "help"; thrust --help shows what can be typed',
  );
  assertEquals(
    refused("-v"),
    'there is no option -v; did you mean "--version"?',
  );
  assertEquals(
    refused("a.toml -w 3"),
    'there is no option -w; did you mean "--workers"?',
  );
});

Deno.test("options are refused where they do not apply or lack a value", () => {
  assertEquals(
    refused("check a.toml --quiet"),
    "--quiet (-q) does not apply to thrust check, but to run",
  );
  assertEquals(
    refused("a.toml --to"),
    "--to stands without its value (WHERE)",
  );
  assertEquals(
    refused("a.toml --to -q"),
    "--to stands without its value (WHERE)",
  );
  assertEquals(refused("a.toml --quiet=no"), "--quiet takes no value");
});

Deno.test("a wrong number of arguments is refused", () => {
  assertEquals(
    refused("run"),
    "thrust run needs a Genfile: thrust [run] Genfile.toml [TABLE=COUNT …]",
  );
  assertEquals(
    refused("explain a.toml"),
    "thrust explain needs a column: thrust explain Genfile.toml TABLE.COLUMN [--at ROW]",
  );
  assertEquals(
    refused("a.toml b.toml"),
    'thrust run takes no argument "b.toml", only TABLE=COUNT ones',
  );
});
