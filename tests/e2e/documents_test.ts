import { assert, assertEquals } from "@std/assert";
import { inFolder, SHELL_COMMAND, thrust } from "./thrust.ts";

const ROOT = new URL("../../", import.meta.url);

/** Fenced blocks of a document, by language. */
async function blocks(path: string, language: string): Promise<string[]> {
  const text = await Deno.readTextFile(new URL(path, ROOT));
  const fence = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms");
  return [...text.matchAll(fence)].map(([, block]) => block);
}

/** Commands of a console block, each with the output below it. */
function commandsOf(block: string): { command: string; output: string }[] {
  return block.split(/^\$ /m).slice(1).map((part) => {
    const end = part.indexOf("\n");
    return { command: part.slice(0, end), output: part.slice(end + 1).trim() };
  });
}

/** Whether a command's output shows how long something took, or what the machine has. */
function isMeasured(command: string): boolean {
  return /^thrust (run |check )?[^ ]+\.toml/.test(command) &&
    !command.includes("--quiet");
}

Deno.test("what the README shows is what its commands do", async () => {
  const [genfile] = await blocks("README.md", "toml");
  const commands = (await blocks("README.md", "console")).flatMap(commandsOf);
  assert(commands.length >= 3);
  await inFolder({ "people.toml": genfile }, async (cwd) => {
    for (const { command, output } of commands) {
      const { code, stdout, stderr } = await new Deno.Command("bash", {
        args: ["-c", `thrust() { ${SHELL_COMMAND} "$@"; }; ${command}`],
        cwd,
      }).output();
      const said = new TextDecoder().decode(stdout).trim();
      assertEquals(code, 0, `${command}: ${new TextDecoder().decode(stderr)}`);
      if (!isMeasured(command)) {
        assertEquals({ command, output: said }, { command, output });
      }
    }
  });
});

for (const path of ["README.md", "docs/genfile.md", "docs/expressions.md"]) {
  Deno.test(`every Genfile in ${path} is right`, async () => {
    const genfiles = await blocks(path, "toml");
    assert(genfiles.length > 0);
    for (const genfile of genfiles) {
      await inFolder({ "a.toml": genfile }, async (cwd) => {
        const { status, stdout, stderr } = await thrust([
          "a.toml",
          "--to",
          "null",
        ], { cwd });
        assertEquals(
          { status, stdout },
          { status: 0, stdout: "" },
          `${stderr}\n${genfile}`,
        );
      });
    }
  });
}

Deno.test("every example is right", async () => {
  const folder = new URL("examples/", ROOT);
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.endsWith(".toml")) continue;
    const { status, stderr } = await thrust(["check", name], {
      cwd: folder.pathname,
    });
    assertEquals(status, 0, `${name}: ${stderr}`);
  }
});

Deno.test("the shop has at least half a million rows", async () => {
  await inFolder({}, async (cwd) => {
    const genfile = new URL("examples/shop.toml", ROOT).pathname;
    const { status, stderr } = await thrust([genfile, "--progress", "json"], {
      cwd,
    });
    assertEquals(status, 0, stderr);
    const summary = JSON.parse(stderr.trim().split("\n").pop()!);
    const rows = summary.tables.map((table: { rows: number }) => table.rows);
    assertEquals(rows.length, 4);
    assert(rows.reduce((sum: number, one: number) => sum + one, 0) >= 500_000);
  });
});
