import { assert, assertStringIncludes } from "@std/assert";
import { COMMANDS, FLAGS } from "../../cli/commands.ts";
import { commandHelp, generalHelp } from "../../cli/help.ts";

function widest(text: string): number {
  return Math.max(...text.split("\n").map((line) => line.length));
}

Deno.test("help names every command and fits a terminal", () => {
  const help = generalHelp();
  for (const { name } of COMMANDS) assertStringIncludes(help, `\n  ${name} `);
  assert(widest(help) <= 80);
});

Deno.test("a command's help names its options alone, and fits a terminal", () => {
  for (const { name } of COMMANDS) {
    const help = commandHelp(name);
    for (const flag of FLAGS) {
      const applies = !("commands" in flag) ||
        (flag.commands as readonly string[]).includes(name);
      const shown = new RegExp(`\\n.{6}--${flag.name} `).test(help);
      assert(shown === applies, `${name} --${flag.name}`);
    }
    assert(widest(help) <= 80);
  }
});
