// How many different values can be made from ranks.
import { onlyValue } from "../../expression/expression.ts";
import type { Scope } from "../../generator.ts";
import type {
  Bound,
  ColumnAddress,
  DistributionSpec,
} from "../../parameters.ts";
import { grouped } from "../../quantities.ts";
import type { ColumnSpec } from "../spec.ts";
import { isReference } from "../references.ts";
import { type KeySurroundings, seesUnique } from "./proofs.ts";

/** A thing whose columns are all made by one rank, or a column that is a thing of its own. */
export interface Thing {
  columns: ColumnSpec[];
  /** Those that must differ, and what they show of the thing. */
  unique: ColumnSpec[];
  parts: string[];
  /** What keys the permutation. */
  what: string;
  purpose: string;
}

/** Says what is wrong with a parameter of a column. */
export type ReportParameter = (
  column: ColumnSpec,
  parameter: string,
  message: string,
  hint: string,
) => void;

/**
 * How many different values a thing has for ranks; undefined where it cannot be made from ranks, which is reported.
 *
 * @param unique The column that must differ.
 */
export function countThing(
  surroundings: KeySurroundings,
  thing: Thing,
  unique: ColumnSpec,
  report: ReportParameter,
): number | undefined {
  const { generator, params } = unique;
  const scope = surroundings.scopeOf(unique);
  for (const column of thing.columns) {
    if (!canBeRanked(column, unique, scope, report)) return undefined;
  }
  if (isReference(unique)) {
    if (!canPickByRank(surroundings, unique, report)) return undefined;
    return scope.rows((params.ref as ColumnAddress).table);
  }
  const size = generator!.domain?.(params, scope, thing.parts);
  if (size === undefined) reportUncounted(unique, report);
  return size;
}

/** Reports what a permutation cannot give: some values more often than others, or bounds of each row's own. */
function canBeRanked(
  column: ColumnSpec,
  unique: ColumnSpec,
  scope: Scope,
  report: ReportParameter,
): boolean {
  const { generator, params } = column;
  const dist = params.dist as DistributionSpec | undefined;
  const name = keyOf(unique);
  const uneven = "values that never repeat are all equally likely: " +
    "leave one of them out";
  if (dist !== undefined && dist.type !== "uniform") {
    report(column, "dist", `${name} and dist "${dist.type}" together`, uneven);
    return false;
  }
  if (params.weights !== undefined) {
    report(column, "weights", `${name} and weights together`, uneven);
    return false;
  }
  for (const [parameter, { kind }] of Object.entries(generator!.params)) {
    const value = params[parameter];
    if (value === undefined) continue;
    if (kind === "dictionary" && scope.dictionary(value as string)?.weighted) {
      const message = `${name}, and dictionary "${value}" has weights`;
      report(column, parameter, message, uneven);
      return false;
    }
    if (kind === "bound" && !isConstant(value as Bound)) {
      report(
        column,
        parameter,
        `${parameter} of a ${name} column follows the row`,
        "make it a constant: there must be one range that all rows share",
      );
      return false;
    }
  }
  return true;
}

function isConstant(bound: Bound): boolean {
  return "literal" in bound || "now" in bound ||
    "expression" in bound && onlyValue(bound.expression.root) !== undefined;
}

function canPickByRank(
  surroundings: KeySurroundings,
  column: ColumnSpec,
  report: ReportParameter,
): boolean {
  const { table, column: name } = column.params.ref as ColumnAddress;
  const key = keyOf(column);
  if (!seesUnique(surroundings, column)) {
    report(
      column,
      key,
      `a ${key} reference to "${table}.${name}", which is not unique itself`,
      "make that column unique too, or refer to one that is",
    );
    return false;
  }
  if (surroundings.references.picksFreely(column)) return true;
  report(
    column,
    key,
    `this reference to "${table}.${name}" cannot be ${key}`,
    table === column.table && column.inner !== undefined
      ? "a row of the own table is an earlier one: a table of pairs made per this one has distinct references"
      : table === column.table
      ? "a row of the own table is an earlier one: give it a handle (of) for any row"
      : "only one that may pick any row can",
  );
  return false;
}

function reportUncounted(column: ColumnSpec, report: ReportParameter): void {
  const { name } = column.generator!;
  const key = keyOf(column);
  if (name === "template" || name === "expr") {
    report(
      column,
      key,
      `this ${
        name === "expr" ? "expression" : "template"
      } may give a value twice`,
      name === "expr"
        ? "unique is row, or one unique column, with + - * by constants, or concat as in a template"
        : "put a unique column in it, without a filter but pad, at an end or beside a literal that its values do not have: {id}@example.com",
    );
    return;
  }
  report(
    column,
    key,
    `the values of generator "${name}" cannot be ${key}`,
    whyUncounted(name),
  );
}

const BESIDE =
  `put a unique column beside it, as in { template = "{name} {id}" }`;

/** Why there is no domain, or what to take instead, by what generators' names begin with. */
const UNCOUNTED: readonly (readonly [string, string])[] = [
  ["person.birth_date", `take { gen = "date", unique = true }`],
  ["person.age", `take { gen = "int", unique = true }`],
  ["person.gender", "there are two of them"],
  [
    "person.",
    `names are drawn as people have them, and people share them: ${BESIDE}`,
  ],
  [
    "address.l",
    `those of neighbours overlap: take { gen = "decimal", min = -90, max = 90, scale = 6, unique = true }`,
  ],
  ["address.country", "a locale has one country"],
  ["cycle", "it begins anew after its last value: give it one for each row"],
  [
    "hash",
    "that no two texts have the same cannot be proved: make unique the column it is made of",
  ],
  ["faker.", `what Faker makes cannot be counted: ${BESIDE}`],
  ["json", "make unique a column that stands in it by a template"],
  ["array", "make another column unique"],
  ["company", "texts of these locales are the same in parts, or too many"],
];

function whyUncounted(name: string): string {
  return UNCOUNTED.find(([begin]) => name.startsWith(begin))?.[1] ??
    "sequence and uuid never repeat; numbers, dates, pattern, string, values and dict can be unique";
}

/** The key that promises different values, for messages. */
export function keyOf(column: ColumnSpec): "unique" | "primary" | "distinct" {
  if (column.inner !== undefined) return "distinct";
  return column.primary && !column.unique ? "primary" : "unique";
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

export function widerHint({ generator }: ColumnSpec): string {
  const found = WIDER.find(([name]) => Object.hasOwn(generator!.params, name));
  return `${found === undefined ? "" : `${found[1]}, or `}make fewer rows`;
}

/** `there are 512,000`. */
export function thereAre(size: number): string {
  return size === 1 ? "there is 1" : `there are ${grouped(size)}`;
}
