import { assert, assertEquals } from "@std/assert";
import { inFolder, thrust } from "./thrust.ts";

const ROOT = new URL("../../", import.meta.url);

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
