// What the golden Genfile must come to: SHA-256 of its files, by format. Run by itself, it writes hashes.json anew.
import { bunCommand } from "../../scripts/bun.ts";

const HERE = new URL(".", import.meta.url);
const MAIN = new URL("../../main.ts", HERE).pathname;
const HASHES = new URL("hashes.json", HERE);

export const FORMATS = ["csv", "tsv", "ndjson", "json", "sql"];
export const WORKERS = [1, 2, 5];

/** By format, then by file. */
export type Hashes = Record<string, Record<string, string>>;

/** The words that start thrust on each runtime. */
export function denoCommand(): string[] {
  return [Deno.execPath(), "run", "--allow-all", MAIN];
}
export function thrustOnBun(): string[] {
  return [...bunCommand(), MAIN];
}

export async function expectedHashes(): Promise<Hashes> {
  return JSON.parse(await Deno.readTextFile(HASHES));
}

/** Makes the golden Genfile's files with a thrust, and hashes them. */
export async function goldenHashes(
  [program, ...before]: string[],
  workers: number,
): Promise<Hashes> {
  const hashes: Hashes = {};
  for (const format of FORMATS) {
    const folder = await Deno.makeTempDir();
    try {
      const { code, stderr } = await new Deno.Command(program, {
        args: [
          ...before,
          new URL("everything.toml", HERE).pathname,
          ...["--to", `${folder}/{table}.${format}`],
          ...["--workers", `${workers}`, "--quiet"],
        ],
      }).output();
      if (code !== 0) throw new Error(new TextDecoder().decode(stderr));
      hashes[format] = await hashFiles(folder);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  }
  return hashes;
}

async function hashFiles(folder: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  const names =
    (await Array.fromAsync(Deno.readDir(folder), ({ name }) => name))
      .sort();
  for (const name of names) {
    const bytes = await Deno.readFile(`${folder}/${name}`);
    const hash = await crypto.subtle.digest("SHA-256", bytes);
    hashes[name] = new Uint8Array(hash).toHex();
  }
  return hashes;
}

if (import.meta.main) {
  const hashes = await goldenHashes(denoCommand(), 1);
  await Deno.writeTextFile(HASHES, JSON.stringify(hashes, null, 2) + "\n");
}
