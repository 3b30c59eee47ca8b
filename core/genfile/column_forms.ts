// The ways to write a column: by its generator's name, by a main parameter, as a value or a list of them.
import type { Place } from "../diagnostic.ts";
import type { Generator } from "../generator.ts";
import type { GeneratorMap } from "../generators.ts";
import { didYouMean } from "../values/nearest.ts";
import { COMMON } from "./common_keys.ts";
import { isLater, reportUnknown } from "./later.ts";
import type { Problems } from "./problems.ts";
import { readText } from "./scalars.ts";
import type { Entry, Node, TableNode } from "./toml/tree.ts";

/** A column taken apart. */
export interface Parts {
  generator: Generator;
  /** What was given beside the generator's name. */
  entries: Map<string, Entry>;
}

/** From any of the ways to write a column to its generator and what is given. */
export function takeApart(
  problems: Problems,
  { name, place, value }: Entry,
  generators: ReadonlyMap<string, Generator>,
): Parts | undefined {
  switch (value.kind) {
    case "broken":
      return undefined;
    case "value": {
      if (value.literal.kind === "text") {
        const generator = findGenerator(problems, value, generators, true);
        return generator && { generator, entries: new Map() };
      }
      return shorthand("value", value, place, generators);
    }
    case "list":
      if (value.items.some((item) => item.kind === "table")) {
        return shorthand("case", value, place, generators);
      }
      return shorthand("values", value, place, generators);
    case "table":
      return fromTable(problems, name, place, value, generators);
  }
}

function shorthand(
  main: string,
  value: Node,
  place: Place,
  generators: ReadonlyMap<string, Generator>,
): Parts | undefined {
  const generator = generators.get(main);
  return generator &&
    { generator, entries: new Map([[main, { name: main, place, value }]]) };
}

function fromTable(
  problems: Problems,
  column: string,
  place: Place,
  table: TableNode,
  generators: ReadonlyMap<string, Generator>,
): Parts | undefined {
  const entries = new Map(table.entries);
  const gen = entries.get("gen");
  if (gen !== undefined) {
    entries.delete("gen");
    const generator = findGenerator(problems, gen.value, generators, false);
    return generator && { generator, entries };
  }
  const mains = [...generators.values()].filter(({ main }) =>
    main !== undefined && entries.has(main)
  );
  if (mains.length === 1) return { generator: mains[0], entries };
  if (mains.length > 1) {
    problems.error(
      entries.get(mains[1].main!)!.place,
      `column "${column}" has both "${mains[0].main}" and "${mains[1].main}"`,
      "each makes the value: leave one out",
    );
    return undefined;
  }
  reportNoGenerator(problems, column, place, entries, generators);
  return undefined;
}

function reportNoGenerator(
  problems: Problems,
  column: string,
  place: Place,
  entries: ReadonlyMap<string, Entry>,
  generators: ReadonlyMap<string, Generator>,
): void {
  const mains = [...generators.values()].flatMap(({ main }) => main ?? []);
  for (const [name, entry] of entries) {
    if (isLater("column", name)) {
      reportUnknown(problems, entry.place, "column", name, []);
      return;
    }
  }
  for (const [name, entry] of entries) {
    const hint = COMMON.includes(name)
      ? undefined
      : name === "generator"
      ? 'did you mean "gen"?'
      : didYouMean(name, ["gen", ...mains]);
    if (hint !== undefined) {
      problems.error(entry.place, `unknown key "${name}"`, hint);
      return;
    }
  }
  problems.error(
    place,
    `column "${column}" has no generator`,
    `add gen = "…", or one of ${mains.join(", ")}`,
  );
}

/** What to write for a text that is no generator's name: `int(1, 6)` is meant otherwise than `hello`. */
function insteadOf(
  name: string,
  generators: ReadonlyMap<string, Generator>,
): string {
  const [, called] = /^([\w.]+)\s*\(/.exec(name) ?? [];
  const meant = called === undefined ? undefined : generators.get(called);
  return meant === undefined
    ? `a fixed text is { value = ${JSON.stringify(name)} }`
    : `parameters are keys: ${meant.example}`;
}

function findGenerator(
  problems: Problems,
  node: Node,
  generators: ReadonlyMap<string, Generator>,
  isShorthand: boolean,
): Generator | undefined {
  const name = readText(problems, "gen", node);
  if (name === undefined) return undefined;
  const generator = generators.get(name);
  const refusal = generator === undefined
    ? (generators as GeneratorMap).refusal?.(name)
    : undefined;
  if (refusal !== undefined) {
    problems.error(node.place, refusal.message, refusal.hint);
  } else if (generator === undefined) {
    const meant = (generators as GeneratorMap).meant?.(name);
    reportUnknown(
      problems,
      node.place,
      "generator",
      name,
      meant === undefined ? generators.keys() : [],
      meant !== undefined
        ? `did you mean ${called(meant)}?`
        : isShorthand
        ? insteadOf(name, generators)
        : "thrust generators lists them",
    );
  }
  return generator;
}

/** As it is written where it stands for a whole column. */
function called({ name, main, example }: Generator): string {
  return main === undefined ? `"${name}"` : example;
}
