// What the golden Genfiles must come to: SHA-256 of their files, by format. Each Genfile of this folder has its hashes
// beside it, `{}` at first. Run by itself, this writes them anew.
import { bunCommand } from "../../scripts/bun.ts";

const HERE = new URL(".", import.meta.url);
const MAIN = new URL("../../main.ts", HERE).pathname;
const ALL_FORMATS = ["csv", "tsv", "ndjson", "json", "sql"];
/** Genfiles about kinds of values, which every format writes in its own way. The others are about the values. */
const IN_ALL_FORMATS = ["everything", "structured", "zones"];

/** Milliseconds: what hangs is ended and fails. */
const LIMIT = 120_000;

/** By format, then by file. */
export type Hashes = Record<string, Record<string, string>>;

/** The words that start thrust on each runtime. */
export function denoCommand(): string[] {
  return [Deno.execPath(), "run", "--allow-all", MAIN];
}
export function thrustOnBun(): string[] {
  return [...bunCommand(), MAIN];
}

/** The names of all golden Genfiles. */
export const GENFILES = [...Deno.readDirSync(HERE)]
  .flatMap(({ name }) => name.match(/^(.+)\.toml$/)?.[1] ?? [])
  .sort();

export async function expectedHashes(genfile: string): Promise<Hashes> {
  return JSON.parse(await Deno.readTextFile(new URL(`${genfile}.json`, HERE)));
}

/** Makes a golden Genfile's files with a thrust, and hashes them. */
export async function goldenHashes(
  [program, ...before]: string[],
  genfile: string,
  workers: number | undefined,
): Promise<Hashes> {
  const hashes: Hashes = {};
  for (
    const format of IN_ALL_FORMATS.includes(genfile) ? ALL_FORMATS : ["csv"]
  ) {
    const folder = await Deno.makeTempDir();
    try {
      const { code, stderr } = await new Deno.Command(program, {
        args: [
          ...before,
          new URL(`${genfile}.toml`, HERE).pathname,
          ...["--to", `${folder}/{table}.${format}`],
          ...workers === undefined ? [] : ["--workers", `${workers}`],
          "--quiet",
        ],
        signal: AbortSignal.timeout(LIMIT),
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
  const asked = Deno.args.length > 0 ? Deno.args : GENFILES;
  for (const genfile of asked) {
    const hashes = await goldenHashes(denoCommand(), genfile, 1);
    await Deno.writeTextFile(
      new URL(`${genfile}.json`, HERE),
      JSON.stringify(hashes, null, 2) + "\n",
    );
  }
}
