// Every Genfile and every command of README.md and docs/ is tried, and prints what the page says.
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { checkGenfile } from "../../mod.ts";
import { SHELL_COMMAND } from "../e2e/thrust.ts";
import { Server } from "../fixtures/postgres.ts";
import {
  type Block,
  blocksOf,
  commandsOf,
  difference,
  fileName,
  wholeGenfile,
} from "./_page.ts";

const ROOT = new URL("../../", import.meta.url);
/** Between what two commands print. */
const BETWEEN = "\x1e";

async function pages(): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(new URL("docs", ROOT))) {
    if (name.endsWith(".md")) names.push(`docs/${name}`);
  }
  return ["README.md", ...names.sort()];
}

for (const page of await pages()) {
  const text = await Deno.readTextFile(new URL(page, ROOT));
  const blocks = blocksOf(text).filter(({ notRun }) => notRun === undefined);

  for (const block of blocks.filter(({ language }) => language === "toml")) {
    Deno.test(`${page}:${block.line}: the Genfile is right`, async () => {
      const folder = await folderOf(blocks);
      try {
        const { diagnostics } = await checkGenfile(wholeGenfile(block.text), {
          file: join(folder, "Genfile.toml"),
        });
        assertEquals(
          diagnostics.filter(({ severity }) => severity === "error"),
          [],
        );
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    });
  }

  const consoles = blocks.filter(({ language }) => language === "console");
  if (consoles.length === 0) continue;
  Deno.test(`${page}: its commands print what it says`, async (test) => {
    const folder = await folderOf(blocks);
    await using server = /postgres(ql)?:\/\/|psql/.test(text)
      ? await Server.start()
      : undefined;
    try {
      if (server !== undefined) await server.run("CREATE DATABASE shop");
      for (const block of consoles) {
        await test.step(`${page}:${block.line}`, () =>
          tryBlock(block, folder, server));
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}

/** A folder with the page's files in it, the examples, and thrust as a command. */
async function folderOf(blocks: readonly Block[]): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "thrust-page-" });
  await Deno.symlink(new URL("examples", ROOT), join(folder, "examples"));
  await Deno.mkdir(join(folder, "bin"));
  const program = join(folder, "bin/thrust");
  await Deno.writeTextFile(program, `#!/bin/sh\nexec ${SHELL_COMMAND} "$@"\n`);
  await Deno.chmod(program, 0o755);
  for (const block of blocks) {
    const name = fileName(block);
    if (name === undefined) continue;
    const path = join(folder, name);
    await Deno.mkdir(join(path, ".."), { recursive: true });
    // A file's first line is its name only where it could be a comment of it.
    const text = block.language === "toml" || block.language === "ts"
      ? block.text
      : block.text.slice(block.text.indexOf("\n") + 1);
    await Deno.writeTextFile(path, text);
  }
  return folder;
}

async function tryBlock(
  block: Block,
  folder: string,
  server: Server | undefined,
): Promise<void> {
  const commands = commandsOf(block);
  assert(commands.length > 0, "a console block has lines that begin with $");
  const script = commands.map(({ command }) =>
    `${command}\nthrust_status=$?; printf '${BETWEEN}%s${BETWEEN}' "$thrust_status"; (exit "$thrust_status")`
  ).join("\n");
  const { stdout } = await new Deno.Command("bash", {
    args: ["-c", `exec 2>&1\n${script}`],
    cwd: folder,
    stdin: "null",
    env: {
      PATH: `${join(folder, "bin")}:${Deno.env.get("PATH")}`,
      NO_COLOR: "1",
      ...(server && {
        PGHOST: "127.0.0.1",
        PGPORT: String(server.port),
        PGUSER: "postgres",
        PGDATABASE: "shop",
      }),
    },
  }).output();
  const said = new TextDecoder().decode(stdout).split(BETWEEN);
  for (const [i, { command, prints }] of commands.entries()) {
    const printed = said[2 * i].replace(/\n$/, "");
    const wrong = difference(prints, printed === "" ? [] : printed.split("\n"));
    assertEquals(wrong, undefined, `${command}\n${printed}`);
    const next = commands[i + 1]?.command;
    if (next !== "echo $?") assertEquals(said[2 * i + 1], "0", command);
  }
}
