// A program in a project of its own, as docs/library.md tells: with strict types, on Deno and on Bun.
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { inFolder } from "../fixtures/folder.ts";

const ROOT = new URL("../../", import.meta.url);
const PAGE = await Deno.readTextFile(new URL("docs/library.md", ROOT));

/** The first block of a language, with the clone where it is. */
function block(language: string): string {
  const [, text] = new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "m")
    .exec(PAGE)!;
  return text.replaceAll("../thrust", ROOT.pathname.replace(/\/$/, ""));
}

const STRICT = {
  strict: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noFallthroughCasesInSwitch: true,
};

async function output(
  folder: string,
  program: string,
  ...args: string[]
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args,
    cwd: folder,
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  assertEquals([success, success || decoder.decode(stderr)], [true, true]);
  return decoder.decode(stdout);
}

Deno.test("a project elsewhere checks its types strictly, and runs on Deno and on Bun", async () => {
  await inFolder(async (folder) => {
    const config = JSON.parse(block("json"));
    await Deno.writeTextFile(
      join(folder, "deno.json"),
      JSON.stringify({ ...config, compilerOptions: STRICT }),
    );
    const program = block("ts ignore");
    await Deno.writeTextFile(join(folder, "program.ts"), program);
    await Deno.writeTextFile(
      join(folder, "of_bun.ts"),
      program.replace("@thrust/thrust", join(ROOT.pathname, "mod.ts")),
    );
    const deno = Deno.execPath();
    await output(folder, deno, "check", "program.ts");
    const printed = await output(folder, deno, "run", "-A", "program.ts");
    assertEquals(printed.includes('{ name: "'), true, printed);
    assertEquals(
      (await output(folder, "bun", "of_bun.ts")).replace(/\s+/g, ""),
      printed.replace(/,?\s+/g, "").replace("}", ",}"),
    );
  });
});

Deno.test("docs/library.md names all that programs can call", async () => {
  for (const name of Object.keys(await import("../../mod.ts"))) {
    assertEquals(PAGE.includes(`\`${name}`), true, name);
  }
});
