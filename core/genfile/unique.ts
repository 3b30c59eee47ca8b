// Columns that promise different values: proves by what they are made of that they keep the promise, or has them made
// from ranks that never repeat, where there are enough values for the rows.
import type { Scope } from "../generator.ts";
import type { Bound, DistributionSpec } from "../parameters.ts";
import type { NullRows } from "../plan.ts";
import { grouped } from "../quantities.ts";
import { type ColumnSpec, shownName } from "./column.ts";
import type { Problems } from "./problems.ts";
import type { TableSpec } from "./table.ts";

/** A thing whose columns are all made by one rank, or a column that is a thing of its own. */
interface Thing {
  columns: ColumnSpec[];
  unique: ColumnSpec[];
  /** The parts that must differ. */
  parts: string[];
  /** What keys the permutation. */
  what: string;
  purpose: string;
}

export function planUniqueColumns(
  problems: Problems,
  table: TableSpec,
  scopeOf: (column: ColumnSpec) => Scope,
): void {
  for (const thing of thingsOf(table, scopeOf)) {
    planThing(problems, thing, scopeOf);
  }
}

/** Whether a column's values never repeat because of how they are made. */
export function isUniqueByItself(column: ColumnSpec, scope: Scope): boolean {
  return column.generator?.unique?.(column.params, scope) === true;
}

/** Things of which some column is unique. */
function thingsOf(
  table: TableSpec,
  scopeOf: (column: ColumnSpec) => Scope,
): Thing[] {
  const things = new Map<string, Thing>();
  for (const column of table.columns) {
    if (column.broken) continue;
    const shared = column.generator?.shares?.(column.params, scopeOf(column));
    const isUnique = column.unique || column.primary;
    if (shared?.part === undefined && !isUnique) continue;
    const key = shared?.part === undefined
      ? `column/${column.name}`
      : `thing/${shared.thing}`;
    const thing = things.get(key) ?? {
      columns: [],
      unique: [],
      parts: [],
      what: shared?.part === undefined ? column.name : shared.thing,
      purpose: shared?.part === undefined ? "unique" : "unique/thing",
    };
    things.set(key, thing);
    thing.columns.push(column);
    if (!isUnique) continue;
    thing.unique.push(column);
    if (shared?.part !== undefined && !thing.parts.includes(shared.part)) {
      thing.parts.push(shared.part);
    }
  }
  return [...things.values()].filter(({ unique }) => unique.length > 0);
}

function planThing(
  problems: Problems,
  thing: Thing,
  scopeOf: (column: ColumnSpec) => Scope,
): void {
  const [first] = thing.unique;
  const { generator, params } = first;
  const scope = scopeOf(first);
  const rows = scope.rows(scope.table) ?? 0;
  const nullRows = nullRowsOf(thing, rows);
  for (const column of thing.unique) {
    if (nullRows !== undefined) column.nullRows = nullRows;
  }
  if (isUniqueByItself(first, scope)) return;
  for (const column of thing.columns) {
    if (!canBeRanked(problems, column, first, scope)) return;
  }
  const size = generator!.domain?.(params, scope, thing.parts);
  if (size === undefined) {
    reportUncounted(problems, first);
    return;
  }
  const needed = rows - (nullRows?.count ?? 0);
  if (size < needed) {
    report(
      problems,
      first,
      `"${shownName(first)}" needs ${grouped(needed)} different values, and ${
        size === 1 ? "there is 1" : `there are ${grouped(size)}`
      }`,
      widerHint(first),
    );
    return;
  }
  const { what, purpose } = thing;
  for (const column of thing.columns) {
    column.ranks = {
      steps: generator!.numbered || size === 0
        ? []
        : [{ kind: "permute", what, purpose, size }],
      parts: thing.parts,
      ...(nullRows !== undefined && { skip: nullRows }),
    };
  }
}

/** Exactly round(p · rows) rows are NULL. */
function nullRowsOf(thing: Thing, rows: number): NullRows | undefined {
  const share = Math.max(...thing.unique.map((column) => column.null));
  if (share === 0) return undefined;
  return { what: thing.what, count: Math.round(share * rows) };
}

/** Reports what a permutation cannot give: some values more often than others, or bounds of each row's own. */
function canBeRanked(
  problems: Problems,
  column: ColumnSpec,
  unique: ColumnSpec,
  scope: Scope,
): boolean {
  const { generator, params, given } = column;
  const dist = params.dist as DistributionSpec | undefined;
  const name = keyOf(unique);
  if (dist !== undefined && dist.type !== "uniform") {
    problems.error(
      given.get("dist")?.place ?? column.place,
      `${name} and dist "${dist.type}" together`,
      "values that never repeat are all equally likely: leave one of them out",
    );
    return false;
  }
  if (params.weights !== undefined) {
    problems.error(
      given.get("weights")?.place ?? column.place,
      `${name} and weights together`,
      "values that never repeat are all equally likely: leave one of them out",
    );
    return false;
  }
  for (const [parameter, { kind }] of Object.entries(generator!.params)) {
    const value = params[parameter];
    if (value === undefined) continue;
    if (kind === "dictionary" && scope.dictionary(value as string)?.weighted) {
      problems.error(
        given.get(parameter)?.place ?? column.place,
        `${name}, and dictionary "${value}" has weights`,
        "values that never repeat are all equally likely: leave one of them out",
      );
      return false;
    }
    if (kind === "bound" && !isConstant(value as Bound)) {
      problems.error(
        given.get(parameter)?.place ?? column.place,
        `${parameter} of a ${name} column follows the row`,
        "make it a constant: there must be one range that all rows share",
      );
      return false;
    }
  }
  return true;
}

function isConstant(bound: Bound): boolean {
  return "literal" in bound || "now" in bound;
}

function reportUncounted(problems: Problems, column: ColumnSpec): void {
  const { generator } = column;
  const { name } = generator!;
  report(
    problems,
    column,
    `the values of generator "${name}" cannot be ${keyOf(column)}`,
    name.startsWith("person.")
      ? `names are drawn as people have them, and people share them: put a unique column beside it, as in { template = "{name} {id}" }`
      : "sequence and uuid never repeat; numbers, dates, pattern, string, values and dict can be unique",
  );
}

function report(
  problems: Problems,
  column: ColumnSpec,
  message: string,
  hint: string,
): void {
  problems.error(
    column.common.get(keyOf(column))?.place ?? column.place,
    message,
    hint,
  );
}

function keyOf(column: ColumnSpec): "unique" | "primary" {
  return column.unique ? "unique" : "primary";
}

/** By a parameter that a generator has: how it gets more values. */
const WIDER: readonly (readonly [string, string])[] = [
  ["min", "put min and max further apart"],
  ["from", "put from and to further apart"],
  ["length", "make it longer, or its alphabet larger"],
  ["pattern", "make the pattern longer"],
  ["values", "give it more values"],
  ["dict", "give the dictionary more entries"],
  ["ref", "give the other table more rows"],
];

function widerHint({ generator }: ColumnSpec): string {
  const found = WIDER.find(([name]) => Object.hasOwn(generator!.params, name));
  return `${found === undefined ? "" : `${found[1]}, or `}make fewer rows`;
}
