// Hashes of what thrust's own functions give for many inputs. Run by itself, on any runtime, it prints them as JSON.
import { createHash } from "node:crypto";
import { lower, title, upper } from "../../../core/values/case.ts";
import {
  prepareSampler,
  type Units,
} from "../../../core/values/distributions.ts";
import { cos, exp, log, pow, sin } from "../../../core/values/math.ts";
import { Permutation } from "../../../core/values/permutation.ts";
import { Rows } from "../../../core/values/rows.ts";
import { slug } from "../../../core/values/slug.ts";
import { RandomContext } from "../../../source/context/random.ts";

type Part = string | Uint8Array | Float64Array;

function sha256(...parts: Part[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(
      part instanceof Float64Array
        ? new Uint8Array(part.buffer, part.byteOffset, part.byteLength)
        : part,
    );
  }
  return hash.digest("hex");
}

/** Every code point of planes 0 and 1 but surrogates. */
function characters(): string[] {
  const all: string[] = [];
  for (let point = 0; point <= 0x1ffff; point++) {
    if (point < 0xd800 || point > 0xdfff) all.push(String.fromCodePoint(point));
  }
  return all;
}

const COUNT = 100_000;

/** Numbers from 0 to 1, the same every time, without any function that is tested here. */
function* fractions(): Generator<number> {
  let state = 88172645;
  while (true) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield (state >>> 0) / 4294967296;
  }
}

function results(make: (a: number, b: number) => number): Float64Array {
  const source = fractions();
  const next = () => source.next().value as number;
  return Float64Array.from({ length: COUNT }, () => make(next(), next()));
}

function samples(type: string, parameter?: string, value = 0): Float64Array {
  return samplesOf(type, parameter === undefined ? {} : { [parameter]: value });
}

function samplesOf(
  type: string,
  given: Record<string, number>,
): Float64Array {
  const stream = new RandomContext("golden").stream("table", "column", type);
  const rows = new Rows(COUNT).range(0, COUNT);
  const parameters = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      { kind: "float", value, text: "" } as const,
    ]),
  );
  const all = new Float64Array(2 * COUNT);
  const units: Units[] = [{ kind: "float", scale: 0 }, {
    kind: "int",
    scale: 0,
  }];
  units.forEach((unit, i) =>
    prepareSampler({ type, parameters }, unit)
      .sample(stream, rows, 0, -50, 5000, all.subarray(i * COUNT))
  );
  return all;
}

function permuted(size: number): Float64Array {
  const numbers = results((a) => Math.floor(a * size));
  new Permutation(0x243f6a88, 0x85a308d3, size).permute(numbers, COUNT);
  return numbers;
}

export function goldenHashes(): Record<string, string> {
  const all = characters();
  return {
    lower: sha256(all.map(lower).join("\n")),
    upper: sha256(all.map(upper).join("\n")),
    title: sha256(all.map(title).join("\n")),
    slug: sha256(all.map(slug).join("\n")),
    log: sha256(results((a) => log(a)), results((a, b) => log(a * 1e300 * b))),
    exp: sha256(results((a) => exp(a)), results((a) => exp((a - 0.5) * 1480))),
    sin: sha256(results((a) => sin(a * 7)), results((a) => sin(a * 1e9))),
    cos: sha256(results((a) => cos(a * 7)), results((a) => cos(a * 1e9))),
    pow: sha256(
      results((a, b) => pow(a, b)),
      results((a, b) => pow(a * 1e6, (b - 0.5) * 90)),
    ),
    uniform: sha256(samples("uniform")),
    normal: sha256(samples("normal"), samples("normal", "mean", 700)),
    exponential: sha256(samples("exponential", "mean", 90)),
    zipf: sha256(samples("zipf"), samples("zipf", "exponent", 1.3)),
    lognormal: sha256(samplesOf("lognormal", { mean: 5, stddev: 2 })),
    pareto: sha256(
      samples("pareto", "shape", 0.7),
      samplesOf("pareto", { shape: 2, scale: 50 }),
    ),
    poisson: sha256(
      samples("poisson", "mean", 4),
      samples("poisson", "mean", 1e5),
    ),
    binomial: sha256(
      samplesOf("binomial", { trials: 60, p: 0.3 }),
      samplesOf("binomial", { trials: 1e6, p: 0.003 }),
    ),
    geometric: sha256(samples("geometric", "p", 0.03)),
    triangular: sha256(samples("triangular"), samples("triangular", "mode", 9)),
    beta: sha256(
      samplesOf("beta", { alpha: 2, beta: 5 }),
      samplesOf("beta", { alpha: 0.01, beta: 0.03 }),
    ),
    permutation: sha256(
      ...[1, 9, 1000, 70000, 2 ** 32, 1e12, 2 ** 53].map(permuted),
    ),
  };
}

if (import.meta.main) console.log(JSON.stringify(goldenHashes(), null, 2));
