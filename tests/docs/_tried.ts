// A page's files in a folder of their own, and its commands typed there.
import { join } from "node:path";
import { SHELL_COMMAND } from "../e2e/thrust.ts";
import { Server } from "../fixtures/postgres.ts";
import {
  type Block,
  blocksOf,
  type Command,
  commandsOf,
  fileName,
} from "./_page.ts";

export const ROOT = new URL("../../", import.meta.url);

/** Between what two commands print. */
const BETWEEN = "\x1e";

export interface Tried extends Command {
  printed: string[];
  status: number;
}

/** The pages of the documentation, from the root. */
export async function pages(): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(new URL("docs", ROOT))) {
    if (name.endsWith(".md")) names.push(`docs/${name}`);
  }
  return ["README.md", ...names.sort()];
}

/** A page with what it needs to be tried. */
export class Page implements AsyncDisposable {
  readonly blocks: Block[];
  readonly folder: string;
  readonly #server: Server | undefined;

  private constructor(
    blocks: Block[],
    folder: string,
    server: Server | undefined,
  ) {
    this.blocks = blocks;
    this.folder = folder;
    this.#server = server;
  }

  static async open(path: string): Promise<Page> {
    const text = await Deno.readTextFile(new URL(path, ROOT));
    const blocks = blocksOf(text).filter(({ notRun }) => notRun === undefined);
    const commands = blocks.filter(({ language }) => language === "console")
      .flatMap(commandsOf);
    const needsServer = commands.some(({ command }) =>
      /postgres(ql)?:\/\/|psql/.test(command)
    );
    const server = needsServer ? await Server.start() : undefined;
    await server?.run("CREATE DATABASE shop");
    return new Page(blocks, await folderOf(blocks), server);
  }

  /** Writes a Genfile without a name of its own, which the next commands call `Genfile.toml`. */
  async write(block: Block): Promise<void> {
    if (fileName(block) !== undefined) return;
    await Deno.writeTextFile(join(this.folder, "Genfile.toml"), block.text);
  }

  /** Types a block's commands. What one block leaves is there for the next. */
  async type(block: Block): Promise<Tried[]> {
    const commands = commandsOf(block);
    const script = commands.map(({ command }) =>
      `${command}\nthrust_status=$?; printf '${BETWEEN}%s${BETWEEN}' "$thrust_status"; (exit "$thrust_status")`
    ).join("\n");
    const { stdout } = await new Deno.Command("bash", {
      args: ["-c", `exec 2>&1\n${script}`],
      cwd: this.folder,
      stdin: "null",
      env: {
        PATH: `${join(this.folder, "bin")}:${Deno.env.get("PATH")}`,
        NO_COLOR: "1",
        ...(this.#server && {
          PGHOST: "127.0.0.1",
          PGPORT: String(this.#server.port),
          PGUSER: "thrust",
          PGDATABASE: "shop",
        }),
      },
    }).output();
    let text = new TextDecoder().decode(stdout);
    if (this.#server) text = text.replaceAll(`:${this.#server.port}`, ":5432");
    const said = text.split(BETWEEN);
    return commands.map((command, i) => {
      const printed = said[2 * i].replace(/\n$/, "");
      return {
        ...command,
        printed: printed === "" ? [] : printed.split("\n"),
        status: Number(said[2 * i + 1]),
      };
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server?.[Symbol.asyncDispose]();
    await Deno.remove(this.folder, { recursive: true });
  }
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
    // The line with the name stays where it is a comment.
    const text = block.language === "toml" || block.language === "sh"
      ? block.text
      : block.text.slice(block.text.indexOf("\n") + 1);
    await Deno.writeTextFile(path, text);
  }
  return folder;
}
