// The Genfiles of docs/relations.md, and what is shown below them. UPDATE=1 writes the latter anew.
import { assert, assertEquals } from "@std/assert";
import { inFolder, thrust } from "../e2e/thrust.ts";

const PAGE = new URL("../../docs/relations.md", import.meta.url);
const BLOCK = /^```(toml|console)\n(.*?)^```$/gms;

Deno.test("what docs/relations.md shows is what its Genfiles make", async () => {
  let page = await Deno.readTextFile(PAGE);
  let genfile = "";
  let shown = 0;
  for (const [whole, language, text] of page.matchAll(BLOCK)) {
    if (language === "toml") {
      genfile = text;
      await inFolder({ "Genfile.toml": genfile }, async (cwd) => {
        const run = await thrust(["Genfile.toml", "--to", "null"], { cwd });
        assertEquals(run.status, 0, run.stderr);
      });
      continue;
    }
    const [command] = text.split("\n", 1);
    await inFolder({ "Genfile.toml": genfile }, async (cwd) => {
      const { stdout } = await thrust(command.split(" ").slice(2), { cwd });
      const right = `\`\`\`console\n${command}\n${
        stdout.trim().split("\n").map((line) => line.trimEnd()).join("\n")
      }\n\`\`\``;
      if (Deno.env.get("UPDATE") === undefined) assertEquals(whole, right);
      page = page.replace(whole, right);
    });
    shown++;
  }
  assert(shown >= 4);
  if (Deno.env.get("UPDATE") !== undefined) {
    await Deno.writeTextFile(PAGE, page);
  }
});
