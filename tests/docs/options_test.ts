// Options and commands that pages name are there, and those that are there are named.
import { assertEquals } from "@std/assert";
import { COMMANDS, FLAGS } from "../../cli/commands.ts";
import { pages, ROOT } from "./_tried.ts";

/** Options of other programs that pages use. */
const OF_OTHERS = ["--allow-all", "--compile", "--rm", "--user"];

const TEXTS = await Promise.all(
  (await pages()).map((path) => Deno.readTextFile(new URL(path, ROOT))),
);

Deno.test("every option that a page names is one of thrust's", () => {
  const known = [...FLAGS.map(({ name }) => `--${name}`), ...OF_OTHERS];
  const named = TEXTS.flatMap((text) =>
    [...text.matchAll(/(?<![-\w])--[a-z][a-z-]+/g)].map(([option]) => option)
  );
  assertEquals([...new Set(named)].filter((one) => !known.includes(one)), []);
});

Deno.test("every command that a page names is one of thrust's", () => {
  const known: string[] = COMMANDS.map(({ name }) => name);
  const named = TEXTS.flatMap((text) =>
    [...text.matchAll(
      /(?:^\$ |^|`)thrust ([a-z]+)(?= +(?:[\w/]+\.toml|\[|--|[A-Z])|`|$)/gm,
    )]
      .map(([, one]) => one)
  );
  assertEquals([...new Set(named)].filter((one) => !known.includes(one)), []);
});

Deno.test("the reference of the command line names every command and option", async () => {
  const page = await Deno.readTextFile(new URL("docs/genfile.md", ROOT));
  const [, section] = page.split("## Command line");
  const verify = await Deno.readTextFile(new URL("docs/verify.md", ROOT));
  const unnamed = [
    ...COMMANDS.map(({ name }) => `thrust ${name}`),
    ...FLAGS.map(({ name }) => `--${name}`),
  ].filter((one) => !section.includes(one) && !verify.includes(one));
  // `-n` stands for it; and it says of itself what it shows.
  assertEquals(unnamed, ["--count", "--version"]);
});
