// Reads a whole Genfile: each section as said, with what is wrong in each. What sections say together is checked in check/.
import type { Generator } from "../generator.ts";
import {
  type DictionarySpec,
  type Files,
  readDictionary,
} from "./dictionary.ts";
import { didYouMean } from "../values/nearest.ts";
import type { Problems } from "./problems.ts";
import { asTable } from "./section.ts";
import {
  type BufferSettings,
  checkVersion,
  readBuffer,
  readRun,
  readTarget,
  type RunSettings,
  type TargetSettings,
} from "./settings.ts";
import { columnNames, readTable } from "./table.ts";
import type { TableSpec } from "./spec.ts";
import type { Entry, Node, TableNode } from "./toml/tree.ts";

/** A Genfile as said. */
export interface Genfile {
  run: RunSettings;
  buffer: BufferSettings;
  target: TargetSettings;
  dictionaries: DictionarySpec[];
  tables: TableSpec[];
}

const SECTIONS = ["version", "run", "buffer", "target", "dict", "table"];

const KEYS: Record<string, string[]> = {
  run: ["seed", "locale", "now", "workers"],
  buffer: ["records", "bytes"],
  target: ["to", "format", "batch", "mode", "connections"],
  "table.NAME": ["rows", "columns", "scale", "primary_key"],
};

export function readGenfile(
  problems: Problems,
  root: TableNode,
  generators: ReadonlyMap<string, Generator>,
  files: Files,
): Genfile {
  const dictionaries = entriesOf(problems, root, "dict", "dictionary");
  const tables = entriesOf(problems, root, "table", "table");
  const names = {
    tables: new Map(tables.map((entry) => [entry.name, columnNames(entry)])),
    dictionaries: new Set(dictionaries.map(({ name }) => name)),
  };
  const section = <T>(
    name: string,
    read: (problems: Problems, node: Node) => T,
    empty: T,
  ): T => {
    const entry = root.entries.get(name);
    return entry === undefined ? empty : read(problems, entry.value);
  };
  section("version", checkVersion, undefined);
  reportUnknownSections(problems, root);
  if (tables.length === 0 && root.entries.get("table")?.value.kind !== "list") {
    problems.error(
      root.entries.get("table")?.place,
      "the Genfile has no tables: nothing to make",
      `add [table.NAME] with rows and columns`,
    );
  }
  return {
    run: section("run", readRun, {}),
    buffer: section("buffer", readBuffer, {}),
    target: section("target", readTarget, { options: new Map() }),
    dictionaries: dictionaries.map((one) =>
      readDictionary(problems, one, files)
    ),
    tables: tables.map((one) => readTable(problems, one, generators, names)),
  };
}

/** What stands in `[dict.…]` or `[table.…]`. */
function entriesOf(
  problems: Problems,
  root: TableNode,
  section: string,
  what: string,
): Entry[] {
  const entry = root.entries.get(section);
  if (entry === undefined) return [];
  if (entry.value.kind === "list") {
    problems.error(
      entry.place,
      `[[${section}]] is a list`,
      `a ${what} has its name in the section's: [${section}.NAME]`,
    );
    return [];
  }
  const table = asTable(problems, `[${section}]`, entry.value);
  return [...table?.entries.values() ?? []];
}

/** Where a key belongs that stands before all sections. */
function homeOf(name: string): string | undefined {
  const home = Object.entries(KEYS).find(([, keys]) => keys.includes(name));
  return home && `it stands in [${home[0]}]`;
}

function reportUnknownSections(problems: Problems, root: TableNode): void {
  for (const { name, place, value } of root.entries.values()) {
    if (SECTIONS.includes(name)) continue;
    problems.error(
      place,
      `unknown ${value.kind === "table" ? "section" : "key"} "${name}"`,
      didYouMean(name, SECTIONS) ?? homeOf(name) ??
        `there are ${SECTIONS.join(", ")}`,
    );
  }
}
