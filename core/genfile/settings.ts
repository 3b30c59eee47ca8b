// Reads what is not about rows: `version`, `[run]`, `[buffer]`, `[target]`.
import type { LocaleShare } from "../parameters.ts";
import { type Mode, MODES } from "../plan.ts";
import { POWERS_OF_TEN } from "../values/digits.ts";
import { readLocale } from "./parameters/locales.ts";
import { readChoice } from "./parameters/names.ts";
import type { Problems } from "./problems.ts";
import { literalOf, readInteger, readText, unexpected } from "./scalars.ts";
import type { Said } from "./spec.ts";
import { readSection } from "./section.ts";
import { timeLiteral } from "./toml/syntax.ts";
import type { Entry, Node } from "./toml/tree.ts";

/** `[run]` as said; undefined where nothing is. */
export interface RunSettings {
  /** `random` asks for a new one. */
  seed?: string;
  locale?: LocaleShare[];
  /** In milliseconds since 1970. */
  now?: number;
  workers?: number;
}

export interface BufferSettings {
  records?: number;
  bytes?: number;
}

/** `[target]` as said. */
export interface TargetSettings {
  to?: Said;
  format?: Said;
  mode?: Mode;
  batch?: number;
  connections?: number;
  /** What may belong to the format. */
  options: Map<string, Entry>;
}

/** Source workers, and connections: more than this is a slip of the finger. */
export const MAX_WORKERS = 256;
/** What fits a ring with room to spare for its bookkeeping. */
export const MAX_RING = 2 ** 30;

export function checkVersion(problems: Problems, node: Node): void {
  const version = readInteger(problems, "version", node);
  if (version !== undefined && version !== 1) {
    problems.error(
      node.place,
      `version is ${version}`,
      "this thrust reads version = 1",
    );
  }
}

export function readRun(problems: Problems, node: Node): RunSettings {
  const run: RunSettings = {};
  readSection(problems, "[run]", node, {
    seed: (value) => run.seed = readSeed(problems, value),
    locale: (value) => run.locale = readLocale(problems, "locale", value),
    now: (value) => run.now = readNow(problems, value),
    workers: (value) =>
      run.workers = readInteger(problems, "workers", value, {
        minimum: 1,
        maximum: MAX_WORKERS,
      }),
  });
  return run;
}

/** 42 and "42" are the same seed. */
function readSeed(problems: Problems, node: Node): string | undefined {
  if (node.kind === "value") {
    if (node.literal.kind === "text") return node.literal.value;
    if (node.literal.kind === "int") return node.literal.text;
  }
  return unexpected(problems, "seed", node, `a whole number or text`);
}

function readNow(problems: Problems, node: Node): number | undefined {
  const literal = literalOf(node);
  const now = literal?.kind === "text"
    ? milliseconds(literal.value)
    : literal?.kind === "date" || literal?.kind === "timestamp"
    ? milliseconds(literal.text)
    : undefined;
  if (now !== undefined) return now;
  return unexpected(
    problems,
    "now",
    node,
    "a time such as 2026-01-01T00:00:00Z",
  );
}

/** A date or timestamp in milliseconds since 1970; undefined where the text is none. */
export function milliseconds(text: string): number | undefined {
  const literal = timeLiteral(text.trim());
  if (literal?.kind === "date") return literal.value * 86_400_000;
  if (literal?.kind !== "timestamp") return undefined;
  const { value, scale } = literal;
  return scale <= 3
    ? value * POWERS_OF_TEN[3 - scale]
    : Math.floor(value / POWERS_OF_TEN[scale - 3]);
}

export function readBuffer(problems: Problems, node: Node): BufferSettings {
  const buffer: BufferSettings = {};
  readSection(problems, "[buffer]", node, {
    records: (value) =>
      buffer.records = readInteger(problems, "records", value, {
        minimum: 1,
        maximum: MAX_RING,
      }),
    bytes: (value) => buffer.bytes = readBytes(problems, value),
  });
  return buffer;
}

const UNITS = new Map([
  ["", 1],
  ["B", 1],
  ["kB", 1000],
  ["KB", 1000],
  ["MB", 1000 ** 2],
  ["GB", 1000 ** 3],
  ["KiB", 1024],
  ["MiB", 1024 ** 2],
  ["GiB", 1024 ** 3],
]);

/** `65536` or `"16MiB"`. */
function readBytes(problems: Problems, node: Node): number | undefined {
  const literal = literalOf(node);
  if (literal?.kind !== "text") {
    return readInteger(problems, "bytes", node, {
      minimum: 1,
      maximum: MAX_RING,
    });
  }
  const match = /^(\d+(?:\.\d+)?) *([A-Za-z]*)$/.exec(literal.value.trim());
  const unit = match === null ? undefined : UNITS.get(match[2]);
  const bytes = unit === undefined ? NaN : Math.floor(Number(match![1]) * unit);
  if (bytes >= 1 && bytes <= MAX_RING) return bytes;
  problems.error(
    node.place,
    `bytes is "${literal.value}"`,
    `expected a size such as "16MiB", at most 1GiB`,
  );
  return undefined;
}

export function readTarget(problems: Problems, node: Node): TargetSettings {
  const target: TargetSettings = { options: new Map() };
  const count =
    (name: "batch" | "connections", maximum: number) => (value: Node) =>
      target[name] = readInteger(problems, name, value, {
        minimum: 1,
        maximum,
      });
  readSection(problems, "[target]", node, {
    to: (value) => {
      const text = readText(problems, "to", value);
      if (text === "") {
        problems.error(value.place, "to is empty", `expected "out", "-" …`);
      } else if (text !== undefined) target.to = { text, place: value.place };
    },
    format: (value) => {
      const text = readText(problems, "format", value);
      if (text !== undefined) target.format = { text, place: value.place };
    },
    mode: (value) =>
      target.mode = readChoice(problems, "mode", value, MODES) as Mode,
    batch: count("batch", MAX_RING),
    connections: count("connections", MAX_WORKERS),
  }, (entry) => {
    if (entry.name === "compress") return false;
    target.options.set(entry.name, entry);
    return true;
  });
  return target;
}
