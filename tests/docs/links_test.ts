// Links between pages lead to files and headings that are there, and the index names every page.
import { assert, assertEquals } from "@std/assert";
import { pages, ROOT } from "./_tried.ts";

/** The anchors of a page: its headings as they are linked to, and those that it names. */
function anchorsOf(page: string): Set<string> {
  const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-")
  );
  const named = [...page.matchAll(/<a id="([^"]+)">/g)].map(([, name]) => name);
  return new Set([...headings, ...named]);
}

const PAGES = [...await pages(), "ARCHITECTURE.md", "CONTRIBUTING.md"];

for (const path of PAGES) {
  Deno.test(`${path}: its links lead somewhere`, async () => {
    const here = new URL(path, ROOT);
    const page = (await Deno.readTextFile(here)).replace(
      /^```[^]*?^```$/gm,
      "",
    );
    const lost: string[] = [];
    for (const [, link] of page.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link)) continue;
      const target = new URL(link, here);
      const anchor = target.hash.slice(1);
      target.hash = "";
      const text = await Deno.readTextFile(target).catch(() => undefined);
      if (
        text === undefined || (anchor !== "" && !anchorsOf(text).has(anchor))
      ) lost.push(link);
    }
    assertEquals(lost, []);
  });
}

Deno.test("docs/README.md names every page", async () => {
  const index = await Deno.readTextFile(new URL("docs/README.md", ROOT));
  for (const path of await pages()) {
    const name = path.replace("docs/", "");
    if (name === "README.md") continue;
    assert(index.includes(`](${name})`), name);
  }
});
