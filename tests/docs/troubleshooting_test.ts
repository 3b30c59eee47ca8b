// Every message that a user can act on is in docs/troubleshooting.md: those of wrong Genfiles, and those of failed runs.
import { assert, assertEquals } from "@std/assert";
import { ROOT } from "./_tried.ts";

const PAGE = await Deno.readTextFile(
  new URL("docs/troubleshooting.md", ROOT),
);

/** The messages of the page's tables, in which … stands for anything. */
const PATTERNS = PAGE.split("\n").filter((line) => line.startsWith("| `"))
  .flatMap((line) => [...line.split(" | ")[0].matchAll(/`([^`]+)`/g)])
  .map(([, text]) =>
    new RegExp(
      `^${
        text.split("…").map((part) =>
          part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
            .replace("KEY", "[\\w.[\\]]+")
        ).join(".*")
      }$`,
      "s",
    )
  );

/** What only a fault of thrust's own could print, or one step of a longer message. */
const INTERNAL = [
  /^Cannot (?:allocate|insert|go on|compile|choose|permute|pack|count|add|use)/,
  /^Cannot write (?:day|a number|pages)/,
  // Put together from what is told by its parts.
  /^Cannot \.\.\./,
  /^Cannot write to .+: row number/,
  /^Cannot create table "t" in localhost:5432\/shop$/,
  /^Cannot read the row: the bound/,
];

function isTold(message: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(message));
}

async function textsIn(folder: string, ending: string): Promise<string[]> {
  const texts: string[] = [];
  for await (const entry of Deno.readDir(new URL(folder, ROOT))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) texts.push(...await textsIn(path, ending));
    else if (entry.name.endsWith(ending)) {
      texts.push(await Deno.readTextFile(new URL(path, ROOT)));
    }
  }
  return texts;
}

Deno.test("every error of a wrong Genfile is told of in docs/troubleshooting.md", async () => {
  const messages = (await textsIn("tests/wrong", ".txt")).flatMap((text) =>
    [...text.matchAll(/^(?:error|warning): (.+)$/gm)].map(([, one]) => one)
  );
  assert(messages.length > 300);
  assertEquals(messages.filter((one) => !isTold(one)), []);
});

Deno.test("every failure of a target is told of in docs/troubleshooting.md", async () => {
  const messages = (await Promise.all(
    ["target", "verify", "cli"].map((folder) => textsIn(folder, ".ts")),
  )).flat().flatMap((text) =>
    [...text.matchAll(/`(Cannot [^`]+)|"(Cannot [^"]+)/g)].map((
      [, one, other],
    ) => (one ?? other).replace(/\$\{[^}]*\}?/g, "..."))
  );
  assert(messages.length > 30);
  const left = messages.filter((one) =>
    !isTold(one) && !INTERNAL.some((internal) => internal.test(one))
  );
  assertEquals(left, []);
});

Deno.test("every pattern of docs/troubleshooting.md says more than any message", () => {
  for (const pattern of PATTERNS) assert(!pattern.test("x"), `${pattern}`);
});
