// Writes bench/generators.md: what a value of every generator costs in the executable, from nothing to its bytes, and
// how far locales are apart; prints what is promised of both.
import { readdirSync, readFileSync } from "node:fs";
import { arch, cpus } from "node:os";
import { bunCommand } from "../scripts/bun.ts";
import { COLUMNS, genfileOf } from "./generator_columns.ts";
import type { LocaleTimes } from "./generator_locales.ts";
import { Report } from "./report.ts";

const ROOT = new URL("../", import.meta.url);
const THRUST = new URL("dist/thrust", ROOT).pathname;
const PAGE = new URL("bench/generators.md", ROOT);

/** More than are made while anybody looks. */
const ROWS = 10_000_000_000;
/** The worker that is looked at. */
const SOURCE = "source worker 0";
/** Values up to so many bytes, and the end of their line, take at most so many nanoseconds. */
const VALUE = 65;
const MOST = 300;
/** A locale takes at most so many times what another does. */
const LOCALES = 1.5;

/** What a worker has done since its beginning. */
interface Look {
  rows: number;
  bytes: number;
  /** Of processor. */
  nanoseconds: number;
}

interface Measured {
  nanoseconds: number;
  /** Bytes of a value, with its line's end. */
  bytes: number;
}

/** Nanoseconds of processor that the source worker of a process has taken: others cannot spoil them. */
function sourceTime(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  for (const task of readdirSync(tasks)) {
    const read = (file: string) =>
      readFileSync(`${tasks}/${task}/${file}`, "utf8");
    if (read("comm").trim() === SOURCE) {
      return Number(read("schedstat").split(" ")[0]);
    }
  }
  throw new TypeError(`Cannot time the ${SOURCE}: there is none`);
}

/**
 * What a row takes from the first second of a run to the second one: by then nothing starts any more, and all code is
 * compiled. Compilers have threads of their own.
 */
async function measure(column: string): Promise<Measured> {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/Genfile.toml`;
    await Deno.writeTextFile(path, genfileOf(column));
    const child = new Deno.Command(THRUST, {
      args: [
        ...[path, `t=${ROWS}`, "--to=null", "--format=csv"],
        ...["--workers=1", "--progress=json"],
      ],
      stdout: "null",
      stderr: "piped",
    }).spawn();
    const looks: Look[] = [];
    let said = "";
    for await (
      const text of child.stderr.pipeThrough(new TextDecoderStream())
    ) {
      said += text;
      const lines = said.split("\n").filter((line) => line.startsWith("{"));
      if (lines.length === looks.length) continue;
      const { tables: [table] } = JSON.parse(lines[looks.length]);
      looks.push({
        rows: table.made,
        bytes: table.bytes / table.rows,
        nanoseconds: sourceTime(child.pid),
      });
      if (looks.length === 2) break;
    }
    if (looks.length === 2) child.kill("SIGKILL");
    await child.status;
    if (looks.length < 2) throw new TypeError(said);
    const [first, second] = looks;
    return {
      nanoseconds: (second.nanoseconds - first.nanoseconds) /
        (second.rows - first.rows),
      bytes: second.bytes,
    };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Generation alone, on the engine that the executable has. */
function measureLocales(asked: readonly string[]): LocaleTimes[] {
  const [command, ...args] = bunCommand();
  const { success, stdout, stderr } = new Deno.Command(command, {
    args: [
      ...args,
      new URL("bench/generator_locales.ts", ROOT).pathname,
      ...asked,
    ],
  }).outputSync();
  const decoder = new TextDecoder();
  if (!success) throw new TypeError(decoder.decode(stderr));
  return JSON.parse(decoder.decode(stdout));
}

/**
 * The Genfiles of all columns are measured one after another.
 *
 * @param asked Some of them, by name: then no page is written.
 */
export async function writePage(asked: readonly string[]): Promise<void> {
  const isAsked = (name: string) => asked.length === 0 || asked.includes(name);
  const report = new Report();
  report.head("Generators");
  const lines: string[] = [];
  let slowest = { name: "", nanoseconds: 0 };
  for (const [name, column] of COLUMNS) {
    if (!isAsked(name)) continue;
    const { nanoseconds, bytes } = await measure(column);
    const shown = `\`${column.replaceAll("|", "\\|")}\``;
    lines.push(
      `| ${name} | ${nanoseconds.toFixed(0)} | ${
        bytes.toFixed(0)
      } | ${shown} |`,
    );
    const counts = bytes <= VALUE && !name.startsWith("faker");
    if (counts && nanoseconds > slowest.nanoseconds) {
      slowest = { name, nanoseconds };
    }
    console.log(`${name.padEnd(24)}${nanoseconds.toFixed(0).padStart(7)} ns`);
  }
  const locales = measureLocales(asked);
  let worst = { name: "", slow: "", fast: "", ratio: 0 };
  for (const { name, times } of locales) {
    const sorted = Object.entries(times).sort((a, b) => a[1] - b[1]);
    const [fast, slow] = [sorted[0], sorted.at(-1)!];
    const ratio = slow[1] / fast[1];
    if (ratio > worst.ratio) {
      worst = { name, slow: slow[0], fast: fast[0], ratio };
    }
    console.log(
      `${name.padEnd(24)}${ratio.toFixed(2).padStart(7)} ×  ${
        sorted.map(([locale, time]) => `${locale} ${time.toFixed(1)}`).join(
          "  ",
        )
      }`,
    );
  }
  report.figure(
    {
      what:
        `the slowest generator of values up to 64 bytes, ${slowest.name}, a value`,
      floor: { most: MOST },
    },
    slowest.nanoseconds,
    " ns",
  );
  if (worst.name !== "") {
    report.figure(
      {
        what:
          `the locales furthest apart: ${worst.name}, ${worst.slow} against ${worst.fast}`,
        floor: { most: LOCALES },
      },
      worst.ratio,
      " ×",
    );
  }
  report.end();
  if (asked.length > 0) return;
  const { version } = JSON.parse(
    readFileSync(new URL("deno.json", ROOT), "utf8"),
  );
  const processor = `${cpus().length} × ${cpus()[0].model}, ${arch()}`;
  await Deno.writeTextFile(
    PAGE,
    `# What a value costs

Made by \`deno run -A bench/generators.ts --executable\`: nanoseconds of processor a value in the source worker of the executable, from drawing
it to its CSV bytes in the ring, between the first and the second second of a run into \`--to null\`. Columns that a column is made from count
too, and so does what a row takes that has nothing to make: see \`value\`. Bytes are those of a line. thrust ${version}, ${
      new Date().toISOString().slice(0, 10)
    }, ${processor}.

- The slowest of thrust's own for values of up to 64 bytes: ${slowest.name}, ${
      slowest.nanoseconds.toFixed(0)
    } ns (at most ${MOST}).
- Locales (en_US, pt_BR and id_ID, generation alone): furthest apart is ${worst.name}, where ${worst.slow} takes ${
      worst.ratio.toFixed(2)
    } times what ${worst.fast} does (at most ${LOCALES}).

| generator | ns | bytes | column |
| --- | ---: | ---: | --- |
${lines.join("\n")}
`,
  );
}
