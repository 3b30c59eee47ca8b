// Every Genfile and every command of README.md and docs/ is tried, and prints what the page says. UPDATE=1 writes what
// commands print into the pages instead. (TypeScript in pages is run by `deno test --doc`.)
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { checkGenfile } from "../../mod.ts";
import { BINARIES } from "../fixtures/postgres.ts";
import { type Block, difference, wholeGenfile } from "./_page.ts";
import { Page, pages, ROOT, type Tried } from "./_tried.ts";

/** PAGE=docs/tutorial.md tries one page only. */
const ONE = Deno.env.get("PAGE");
const UPDATE = Deno.env.get("UPDATE") === "1";

for (const path of await pages()) {
  if (ONE !== undefined && ONE !== path) continue;
  Deno.test({
    name: `${path}: what it shows is right`,
    ignore: BINARIES === undefined,
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async (test) => {
      await using page = await Page.open(path);
      const around = page.blocks.find(({ around }) => around)?.text;
      const printed = new Map<Block, Tried[]>();
      for (const block of page.blocks) {
        const { language, line } = block;
        const step = (what: string, fn: () => Promise<void>) =>
          test.step({
            name: `${path}:${line}: ${what}`,
            fn,
            sanitizeOps: false,
            sanitizeResources: false,
          });
        if (language === "toml") {
          await page.write(block);
          await step(
            "the Genfile is right",
            () => checkBlock(block, page.folder, around),
          );
        } else if (language === "console") {
          const tried = await page.type(block);
          printed.set(block, tried);
          if (!UPDATE) {
            await step("the commands print that", () => compare(tried));
          }
        }
      }
      if (UPDATE) await update(path, printed);
    },
  });
}

async function checkBlock(
  { text, wrong }: Block,
  folder: string,
  around?: string,
): Promise<void> {
  const { diagnostics } = await checkGenfile(wholeGenfile(text, around), {
    file: join(folder, "Genfile.toml"),
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (wrong) assert(errors.length > 0, "it is right");
  else assertEquals(errors, []);
}

// deno-lint-ignore require-await
async function compare(tried: readonly Tried[]): Promise<void> {
  assert(tried.length > 0, "a console block has lines that begin with $");
  for (const [i, { command, prints, printed, status }] of tried.entries()) {
    // sqlite3 and psql may not be there.
    if (status === 127) continue;
    const wrong = difference(prints, printed);
    assertEquals(wrong, undefined, `${command}\n${printed.join("\n")}`);
    // A page that shows a failure shows its status.
    if (tried[i + 1]?.command !== "echo $?") assertEquals(status, 0, command);
  }
}

/** Writes what commands printed in place of what the page says, where that is not it. */
async function update(
  path: string,
  printed: ReadonlyMap<Block, Tried[]>,
): Promise<void> {
  const url = new URL(path, ROOT);
  const lines = (await Deno.readTextFile(url)).split("\n");
  for (const [{ line, text }, tried] of [...printed].reverse()) {
    const now = tried.flatMap(({ command, prints, printed }) => [
      ...`$ ${command}`.split("\n"),
      ...(difference(prints, printed) === undefined ? prints : printed),
    ]);
    lines.splice(line, text.split("\n").length - 1, ...now);
  }
  await Deno.writeTextFile(url, lines.join("\n"));
}
