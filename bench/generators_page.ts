// Writes bench/generators.md: what a value of every generator costs in the executable, from nothing to its bytes.
import { readFileSync } from "node:fs";
import { arch, cpus } from "node:os";
import { COLUMNS, genfileOf } from "./generator_columns.ts";

const ROOT = new URL("../", import.meta.url);
const THRUST = new URL("dist/thrust", ROOT).pathname;
const PAGE = new URL("bench/generators.md", ROOT);

/** The second run has so many rows more than the first: what both need to start, and to compile their code, does not count. */
const FEW = 400_000;
const MORE = 1_200_000;
/** Columns of faker, which take microseconds, have so many times fewer. */
const FEWER_OF_FAKER = 20;
/** The best of so many counts. */
const ROUNDS = 2;
/** The same costs of reading and encoding stand beside every generator's own. */
const MOST = 300;

/** Says the seconds of processor that a command takes, its own and the system's for it: others cannot spoil them. */
const TIMED = `TIMEFORMAT="%3U %3S"; time "$@"`;

/** Milliseconds of processor that a run takes. */
function run(path: string, rows: number): number {
  const options = ["--to", "null", "--workers", "1", "--quiet"];
  const { success, stderr } = new Deno.Command("bash", {
    args: ["-c", TIMED, "bash", THRUST, path, `t=${rows}`, ...options],
    stdout: "null",
  }).outputSync();
  const said = new TextDecoder().decode(stderr);
  if (!success) throw new Error(said);
  const [user, system] = said.trim().split(" ").map(Number);
  return (user + system) * 1000;
}

interface Measured {
  nanoseconds: number;
  /** Bytes of a value, with its line's end. */
  bytes: number;
}

async function measure(name: string, column: string): Promise<Measured> {
  const part = name.startsWith("faker") ? FEWER_OF_FAKER : 1;
  const fewRows = FEW / part;
  const moreRows = MORE / part;
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/Genfile.toml`;
    await Deno.writeTextFile(path, genfileOf(column));
    let few = Infinity;
    let many = Infinity;
    for (let round = 0; round < ROUNDS; round++) {
      few = Math.min(few, run(path, fewRows));
      many = Math.min(many, run(path, fewRows + moreRows));
    }
    new Deno.Command(THRUST, {
      args: [path, "t=1000", "--to", `${folder}/c.csv`, "--quiet"],
    }).outputSync();
    const { size } = await Deno.stat(`${folder}/c.csv`);
    const nanoseconds = (many - few) * 1e6 / moreRows;
    return { nanoseconds, bytes: size / 1000 };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The Genfiles of all columns are measured one after another. */
export async function writePage(): Promise<void> {
  const lines: string[] = [];
  const slow: string[] = [];
  for (const [name, column] of COLUMNS) {
    const { nanoseconds, bytes } = await measure(name, column);
    const shown = `\`${column.replaceAll("|", "\\|")}\``;
    lines.push(
      `| ${name} | ${nanoseconds.toFixed(0)} | ${
        bytes.toFixed(0)
      } | ${shown} |`,
    );
    if (nanoseconds > MOST && bytes <= 65 && !name.startsWith("faker")) {
      slow.push(name);
    }
    console.log(`${name.padEnd(24)}${nanoseconds.toFixed(0).padStart(7)} ns`);
  }
  const { version } = JSON.parse(
    readFileSync(new URL("deno.json", ROOT), "utf8"),
  );
  const processor = `${cpus().length} × ${cpus()[0].model}, ${arch()}`;
  await Deno.writeTextFile(
    PAGE,
    `# What a value costs

Made by \`deno run -A bench/generators.ts --executable\`: nanoseconds of processor a value in the executable with one source worker, from drawing
it to its CSV bytes in the ring, into \`--to null\`; ${
      FEW + MORE
    } rows, the best of ${ROUNDS} runs, less the same with ${FEW} rows (faker: both by ${FEWER_OF_FAKER}). Columns that a column is made from
count too. Bytes are those of a line. thrust ${version}, ${
      new Date().toISOString().slice(0, 10)
    }, ${processor}.

${
      slow.length === 0
        ? `No generator of thrust's own takes more than ${MOST} ns for a value of up to 64 bytes.`
        : `Above ${MOST} ns for a value of up to 64 bytes: ${slow.join(", ")}.`
    }

| generator | ns | bytes | column |
| --- | ---: | ---: | --- |
${lines.join("\n")}
`,
  );
}
