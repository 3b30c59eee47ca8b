// Reads `[dict.NAME]`: the texts of a dictionary and their weights, from a file or the Genfile itself.
import { dirname, isAbsolute, join } from "node:path";
import { isUtf8 } from "node:buffer";
import { entriesOf, packTexts } from "../dictionaries/packed_texts.ts";
import {
  type DictionaryContent,
  NO_ENTRIES,
  ONLY_COLUMN,
  readEntries,
  readWords,
} from "../dictionaries/file.ts";
import type { Place } from "../diagnostic.ts";
import type { Literal } from "../parameters.ts";
import { readLiterals, readWeights } from "./parameters/lists.ts";
import type { Problems } from "./problems.ts";
import { readText } from "./scalars.ts";
import { readSection } from "./section.ts";
import type { Entry, Node } from "./toml/tree.ts";

/** A dictionary as read. */
export interface DictionarySpec extends DictionaryContent {
  name: string;
  /** Where its name stands. */
  place: Place;
  /** It has no columns then, which has been reported. */
  broken: boolean;
}

/** Where files come from. */
export interface Files {
  /** The Genfile's path: other paths are relative to its folder. */
  file: string;
  /** Reads a whole file; throws where there is none. */
  read(path: string): Uint8Array;
}

export function readDictionary(
  problems: Problems,
  { name, place, value }: Entry,
  files: Files,
): DictionarySpec {
  const before = problems.errors;
  const found: DictionaryContent = {
    columns: [],
    texts: [],
    weights: undefined,
  };
  let weights: { node: Node; values: number[] } | undefined;
  readSection(problems, `[dict.${name}]`, value, {
    file: (node) => Object.assign(found, readFile(problems, node, files)),
    values: (node) => {
      const literals = readLiterals(problems, "values", node);
      if (literals === undefined) return;
      found.columns = [ONLY_COLUMN];
      found.texts = [packTexts(literals.map(textOf))];
    },
    weights: (node) => {
      const values = readWeights(problems, "weights", node);
      if (values !== undefined) weights = { node, values };
    },
  });
  if (value.kind === "table") {
    const hasFile = value.entries.has("file");
    if (hasFile && value.entries.has("values")) {
      problems.error(
        place,
        `dictionary "${name}" has both file and values`,
        "leave one out",
      );
    } else if (!hasFile && !value.entries.has("values")) {
      problems.error(
        place,
        `dictionary "${name}" has neither file nor values`,
        `add file = "….csv"`,
      );
    }
  }
  const entries = entriesOf(found.texts);
  if (weights !== undefined && problems.errors === before) {
    checkWeights(problems, weights, entries, found.weights !== undefined);
    found.weights = new Float64Array(
      new SharedArrayBuffer(8 * weights.values.length),
    );
    found.weights.set(weights.values);
  }
  return { name, place, ...found, broken: problems.errors > before };
}

function checkWeights(
  problems: Problems,
  weights: { node: Node; values: number[] },
  entries: number,
  hasColumn: boolean,
): void {
  const { node, values } = weights;
  if (hasColumn) {
    problems.error(
      node.place,
      "there are weights here and in the file",
      "leave one out",
    );
  } else if (values.length !== entries) {
    problems.error(
      node.place,
      `${count(values.length, "weight")} for ${count(entries, "entry")}`,
      "expected one for each",
    );
  }
}

function count(n: number, what: string): string {
  if (n === 1) return `1 ${what}`;
  return `${n} ${what === "entry" ? "entries" : `${what}s`}`;
}

function textOf(literal: Literal): string {
  return "text" in literal ? literal.text : String(literal.value);
}

const COMMA = 44;
const TAB = 9;
const LF = 10;

function readFile(
  problems: Problems,
  node: Node,
  files: Files,
): DictionaryContent | undefined {
  const path = readText(problems, "file", node);
  if (path === undefined) return undefined;
  const bytes = load(problems, node, path, files);
  if (bytes === undefined) return undefined;
  try {
    checkUtf8(bytes);
    const separator = /\.tsv$/i.test(path) ? TAB : COMMA;
    return /\.[ct]sv$/i.test(path)
      ? readEntries(bytes, separator)
      : readWords(bytes);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    problems.error(
      node.place,
      `"${path}" ${error.message}`,
      FILE_HINTS.find(([says]) => error.message.includes(says))?.[1],
    );
    return undefined;
  }
}

function checkUtf8(bytes: Uint8Array): void {
  if (isUtf8(bytes)) return;
  let line = 1;
  for (let at = 0; at < bytes.length; line++) {
    const found = bytes.indexOf(LF, at);
    const end = found < 0 ? bytes.length : found;
    if (!isUtf8(bytes.subarray(at, end))) break;
    at = end + 1;
  }
  throw new SyntaxError(`is not UTF-8 in line ${line}`);
}

/** What a file should be, by what is said of it. */
const FILE_HINTS: readonly [says: string, hint: string][] = [
  [NO_ENTRIES, "a header row and one row for each entry"],
  ["has no words", "one entry a line"],
  ["is no CSV", 'a field with quotes, commas or line breaks stands in "…"'],
  ["under", "each row has as many fields as the header"],
  ["has weight ", "a weight is a number from 0"],
  ["is not UTF-8", "save the file as UTF-8"],
];

const UNREADABLE: Record<string, (path: string) => string> = {
  ENOENT: (path) => `there is no file "${path}"`,
  EISDIR: (path) => `"${path}" is a folder`,
  EACCES: (path) => `the file "${path}" may not be read`,
};

function load(
  problems: Problems,
  node: Node,
  path: string,
  files: Files,
): Uint8Array | undefined {
  const resolved = isAbsolute(path) ? path : join(dirname(files.file), path);
  try {
    return files.read(resolved);
  } catch (error) {
    const code = (error as { code?: string }).code;
    problems.error(
      node.place,
      code !== undefined && Object.hasOwn(UNREADABLE, code)
        ? UNREADABLE[code](path)
        : `cannot read "${path}": ${code ?? (error as Error).message}`,
      isAbsolute(path) ? undefined : "paths are relative to the Genfile",
    );
    return undefined;
  }
}
