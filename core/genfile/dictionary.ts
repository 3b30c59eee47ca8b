// Reads `[dict.NAME]`: the texts of a dictionary and their weights, from a file or the Genfile itself.
import { dirname, isAbsolute, join } from "node:path";
// @ts-types="./csv.d.ts"
import { parse as parseCsv } from "@std/csv";
import type { Place } from "../diagnostic.ts";
import type { Literal } from "../parameters.ts";
import { readLiterals, readWeights } from "./parameter.ts";
import type { Problems } from "./problems.ts";
import { readText } from "./scalars.ts";
import { readSection } from "./section.ts";
import type { Entry, Node } from "./tree.ts";

/** A dictionary as read. */
export interface DictionarySpec {
  name: string;
  /** Where its name stands. */
  place: Place;
  columns: string[];
  /** For each column, the texts. Empty where the dictionary is wrong, which has been reported. */
  texts: string[][];
  weights: number[] | undefined;
  broken: boolean;
}

/** Where files come from. */
export interface Files {
  /** The Genfile's path: other paths are relative to its folder. */
  file: string;
  /** Reads a whole file; throws where there is none. */
  read(path: string): Uint8Array;
}

/** The column of a dictionary that has no header. */
const ONLY_COLUMN = "value";

export function readDictionary(
  problems: Problems,
  { name, place, value }: Entry,
  files: Files,
): DictionarySpec {
  const before = problems.errors;
  const found: Pick<DictionarySpec, "columns" | "texts" | "weights"> = {
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
      found.texts = [literals.map(textOf)];
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
  const entries = found.texts[0]?.length ?? 0;
  if (weights !== undefined && problems.errors === before) {
    checkWeights(problems, weights, entries, found.weights !== undefined);
    found.weights = weights.values;
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

type Content = Pick<DictionarySpec, "columns" | "texts" | "weights">;

function readFile(
  problems: Problems,
  node: Node,
  files: Files,
): Content | undefined {
  const path = readText(problems, "file", node);
  if (path === undefined) return undefined;
  const text = loadText(problems, node, path, files);
  if (text === undefined) return undefined;
  const wrong = (message: string, hint?: string) => {
    problems.error(node.place, `"${path}" ${message}`, hint);
    return undefined;
  };
  const separator = /\.tsv$/i.test(path) ? "\t" : ",";
  if (!/\.[ct]sv$/i.test(path)) {
    const words = text.split(/\r?\n/).filter((word) => word !== "");
    if (words.length === 0) return wrong("has no words in it");
    return { columns: [ONLY_COLUMN], texts: [words], weights: undefined };
  }
  let rows: string[][];
  try {
    rows = parseCsv(text, { separator });
  } catch (error) {
    return wrong(`is no CSV: ${(error as Error).message}`);
  }
  return fromRows(rows, wrong);
}

const UNREADABLE: Record<string, (path: string) => string> = {
  ENOENT: (path) => `there is no file "${path}"`,
  EISDIR: (path) => `"${path}" is a folder`,
  EACCES: (path) => `the file "${path}" may not be read`,
};

function loadText(
  problems: Problems,
  node: Node,
  path: string,
  files: Files,
): string | undefined {
  const resolved = isAbsolute(path) ? path : join(dirname(files.file), path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(
      files.read(resolved),
    );
  } catch (error) {
    if (error instanceof TypeError) {
      problems.error(node.place, `"${path}" is not UTF-8`);
      return undefined;
    }
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

/** A CSV's rows, header first, as columns; `weight` is taken out. */
function fromRows(
  rows: string[][],
  wrong: (message: string, hint?: string) => undefined,
): Content | undefined {
  const [header, ...records] = rows;
  if (header === undefined || records.length === 0) {
    return wrong("has no entries", "a header row and one row for each entry");
  }
  const twice = header.find((name, i) => header.indexOf(name) < i);
  if (twice !== undefined) return wrong(`has two columns "${twice}"`);
  for (const [i, record] of records.entries()) {
    if (record.length !== header.length) {
      return wrong(
        `has ${count(record.length, "field")} in row ${i + 1} under ` +
          `${count(header.length, "column")}`,
      );
    }
  }
  const weight = header.indexOf("weight");
  const content: Content = {
    columns: header.filter((_, i) => i !== weight),
    texts: header.flatMap((_, i) =>
      i === weight ? [] : [records.map((record) => record[i])]
    ),
    weights: undefined,
  };
  if (content.columns.length === 0) {
    return wrong(`has no column beside "weight"`);
  }
  if (weight < 0) return content;
  content.weights = [];
  for (const [i, record] of records.entries()) {
    const text = record[weight].trim();
    const value = text === "" ? NaN : Number(text);
    if (!(value >= 0 && value < Infinity)) {
      return wrong(`has weight "${record[weight]}" in row ${i + 1}`);
    }
    content.weights.push(value);
  }
  if (content.weights.every((value) => value === 0)) {
    return wrong("has no weight above 0");
  }
  return content;
}
