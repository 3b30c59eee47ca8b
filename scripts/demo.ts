// The demo: makes the shop of examples/ as CSV files, counts what came out, and shows each file's first rows.
const ROOT = new URL("../", import.meta.url);
const FOLDER = new URL("shop/", ROOT);
const PEEK = 3;

const { success } = await new Deno.Command(Deno.execPath(), {
  args: [
    "run",
    "--allow-all",
    "main.ts",
    "examples/shop.toml",
    "--mode",
    "replace",
  ],
  cwd: ROOT,
}).spawn().status;
if (!success) Deno.exit(1);

let total = 0;
for (const table of ["customers", "products", "orders", "items"]) {
  const path = new URL(`${table}.csv`, FOLDER);
  const { lines, peek } = await read(path);
  total += lines - 1;
  console.log(`\nshop/${table}.csv: ${lines - 1} rows`);
  for (const line of peek) console.log(`  ${line}`);
}
console.log(`\n${total} rows in all`);

/** Counts a file's lines; no value of the shop has a line break in it. */
async function read(path: URL): Promise<{ lines: number; peek: string[] }> {
  const file = await Deno.open(path);
  let lines = 0;
  const peek: string[] = [];
  let rest = "";
  for await (const text of file.readable.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split("\n");
    rest = parts.pop()!;
    lines += parts.length;
    peek.push(...parts.slice(0, 1 + PEEK - peek.length));
  }
  return { lines, peek };
}
