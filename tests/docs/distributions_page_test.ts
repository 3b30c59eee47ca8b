// Every example of docs/distributions.md is right, and what the page shows of it is what it gives. UPDATE=1 writes
// the shares anew.
import { assert, assertEquals } from "@std/assert";
import { DISTRIBUTIONS } from "../../core/values/distributions.ts";
import { genfileOf, reports, tableOf } from "../generators/_tables.ts";

const PAGE = new URL("../../docs/distributions.md", import.meta.url);
const ROWS = 100_000;

/** The share of values in each tenth between the least and the greatest of a range that is whole tenths. */
function shares(column: string): string {
  const tables = tableOf(column);
  const values = tables.numbers("column", ROWS);
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  const { kind } = tables.type("column");
  const width = most - least + (kind === "float" ? 0 : 1);
  const counts = new Array(10).fill(0);
  for (const value of values) {
    counts[Math.min(9, Math.floor((value - least) / width * 10))]++;
  }
  return counts.map((count, i) => {
    const percent = count / ROWS * 100;
    const bar = "█".repeat(Math.round(percent / 2));
    return `${`${i + 1}`.padStart(2)} ${
      percent.toFixed(1).padStart(5)
    } % ${bar}`.trimEnd();
  }).join("\n");
}

function withShares(page: string): string {
  return page.replace(
    /^```toml\n(column = .*?)\n```\n(?:\n```text\n[^`]*```\n)?/gm,
    (_, column) =>
      `\`\`\`toml\n${column}\n\`\`\`\n\n\`\`\`text\n${
        shares(column)
      }\n\`\`\`\n`,
  );
}

Deno.test("docs/distributions.md has every distribution with all its parameters", async () => {
  const page = await Deno.readTextFile(PAGE);
  for (const [name, { parameters }] of Object.entries(DISTRIBUTIONS)) {
    const row = page.split("\n").find((line) =>
      line.startsWith(`| [\`${name}\`]`)
    );
    assert(page.includes(`\n## ${name}\n`), name);
    for (const parameter of Object.keys(parameters)) {
      assert(row?.includes(`\`${parameter}\``), `${name}: ${parameter}`);
    }
  }
});

Deno.test("every column of docs/distributions.md is right", async () => {
  const page = await Deno.readTextFile(PAGE);
  const columns = [...page.matchAll(/^```toml\n(.*?)\n```$/gms)]
    .map(([, block]) => block);
  assert(columns.length >= 15);
  for (const column of columns) assertEquals(reports(genfileOf(column)), []);
});

Deno.test("docs/distributions.md shows what its examples give", async () => {
  const page = await Deno.readTextFile(PAGE);
  const expected = withShares(page);
  if (Deno.env.get("UPDATE") !== undefined) {
    await Deno.writeTextFile(PAGE, expected);
    return;
  }
  assertEquals(page, expected);
});
