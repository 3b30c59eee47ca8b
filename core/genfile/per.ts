// Reads `per`: a table with so many rows for each row of another, or one for each entry of a dictionary.
import type { DistributionSpec } from "../parameters.ts";
import { MAX_CHILDREN } from "../values/child_counts.ts";
import { checkDistribution, DISTRIBUTIONS } from "../values/distributions.ts";
import { didYouMean } from "../values/nearest.ts";
import { readDistribution } from "./parameters/distribution.ts";
import type { Names } from "./parameters/names.ts";
import type { Problems } from "./problems.ts";
import { readInteger, readText, unexpected } from "./scalars.ts";
import { readSection } from "./section.ts";
import type { PerSpec } from "./spec.ts";
import type { Node, TableNode } from "./toml/tree.ts";

const COUNTS = { kind: "int", scale: 0 } as const;

type PerNames = Pick<Names, "dictionaries" | "tables">;

/** @param own The table that has the `per`. */
export function readPer(
  problems: Problems,
  own: string,
  node: Node,
  names: PerNames,
): PerSpec | undefined {
  if (node.kind !== "table") {
    return unexpected(
      problems,
      "per",
      node,
      `{ table = "…", count = 3 } or { dict = "…" }`,
    );
  }
  const per = node;
  const hasTable = per.entries.has("table");
  if (hasTable && per.entries.has("dict")) {
    problems.error(
      per.entries.get("dict")!.place,
      "per has both table and dict",
      "leave one out",
    );
    return undefined;
  }
  return per.entries.has("dict")
    ? readPerDictionary(problems, per, names)
    : readPerTable(problems, own, per, names);
}

function readPerDictionary(
  problems: Problems,
  node: TableNode,
  { dictionaries }: PerNames,
): PerSpec | undefined {
  let dictionary: string | undefined;
  readSection(problems, "per a dictionary", node, {
    dict: (value) => {
      dictionary = readName(problems, "dict", value, dictionaries);
    },
  });
  return dictionary === undefined
    ? undefined
    : { dictionary, place: node.place };
}

function readPerTable(
  problems: Problems,
  own: string,
  node: TableNode,
  { tables }: PerNames,
): PerSpec | undefined {
  const before = problems.errors;
  let table: string | undefined;
  let dist: DistributionSpec | undefined;
  const counts: Record<string, number | undefined> = {};
  const readCount = (name: string) => (value: Node) => {
    counts[name] = readInteger(problems, name, value, {
      minimum: 0,
      maximum: MAX_CHILDREN,
    });
  };
  readSection(problems, "per", node, {
    table: (value) => {
      table = readName(problems, "table", value, new Set(tables.keys()));
      if (table === own) {
        problems.error(
          value.place,
          `table "${own}" is made per itself`,
          "for a tree, refer to an earlier row of it",
        );
      }
    },
    count: readCount("count"),
    min: readCount("min"),
    max: readCount("max"),
    dist: (value) => {
      dist = readDistribution(problems, "dist", value, {
        kind: "distribution",
        summary: "",
        required: false,
        choices: Object.keys(DISTRIBUTIONS),
      });
      if (dist?.following !== undefined) {
        problems.error(
          value.place,
          "a distribution of children follows no row",
          "expected numbers",
        );
      }
    },
  });
  if (problems.errors === before) checkKeys(problems, node);
  if (problems.errors > before) return undefined;
  const { count, min = count ?? 0, max = count } = counts;
  if (table === undefined || max === undefined) return undefined;
  if (min > max) {
    problems.error(
      node.entries.get("min")!.value.place,
      `min is ${min}, max is ${max}`,
      "min must not be above max",
    );
    return undefined;
  }
  if (dist !== undefined) {
    const wrong = checkDistribution(dist, COUNTS, min, max);
    for (const { message, hint } of wrong) {
      problems.error(node.entries.get("dist")!.value.place, message, hint);
    }
    if (wrong.length > 0) return undefined;
  }
  return {
    table,
    min,
    max,
    ...(dist !== undefined && { dist }),
    place: node.entries.get("table")!.value.place,
  };
}

/** What must be there, and what must not stand together. */
function checkKeys(problems: Problems, { entries, place }: TableNode): void {
  if (!entries.has("table")) {
    problems.error(
      place,
      "per names no table",
      `write { table = "…", count = 3 } or { dict = "…" }`,
    );
  }
  const count = entries.get("count");
  if (count === undefined) {
    if (!entries.has("max")) {
      problems.error(
        place,
        "per does not say how many rows",
        "add count = 3, or min and max",
      );
    }
    return;
  }
  for (const name of ["min", "max", "dist"]) {
    if (!entries.has(name)) continue;
    problems.error(
      entries.get(name)!.place,
      `per has both count and ${name}`,
      "count is the same for every row: leave one out",
    );
    return;
  }
}

function readName(
  problems: Problems,
  what: "table" | "dict",
  node: Node,
  known: ReadonlySet<string>,
): string | undefined {
  const name = readText(problems, what, node);
  if (name === undefined || known.has(name)) return name;
  const kind = what === "dict" ? "dictionary" : "table";
  problems.error(
    node.place,
    `unknown ${kind} "${name}"`,
    didYouMean(name, known) ?? `there is no [${what}.${name}]`,
  );
  return undefined;
}
