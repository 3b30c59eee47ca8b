// The keys that every column has, beside its generator's parameters.
import type { Generator } from "../generator.ts";
import { optional, type Parameter } from "../parameters.ts";
import { isSqlType } from "../sql/types.ts";
import type { ColumnSpec } from "./spec.ts";
import { readExpression } from "./expressions.ts";
import { readLocale } from "./parameters/locales.ts";
import type { Problems } from "./problems.ts";
import { readFlag, readNumber, readText } from "./scalars.ts";
import type { Entry, Node } from "./toml/tree.ts";

export const COMMON_KEYS: Readonly<Record<string, Parameter>> = {
  null: optional("probability", "Probability of NULL"),
  unique: optional("flag", "No two rows have the same value"),
  primary: optional("flag", "The table's primary key: unique and never NULL"),
  distinct: optional("flag", "Rows of one parent have different values"),
  hidden: optional(
    "flag",
    "Made and readable by other columns and tables, not written",
  ),
  type: optional("text", "Its type in SQL, where the usual one will not do"),
  when: optional("expression", "NULL in rows where this does not hold"),
  locale: optional("locale", "Another locale than the table's"),
};

/** Keys that say how a table's own columns are written, which inner ones are not. */
export const NOT_INSIDE = ["unique", "primary", "distinct", "hidden"];

/** `distinct` is a parameter where a generator has its own. */
export const COMMON = Object.keys(COMMON_KEYS).filter((name) =>
  name !== "distinct"
);

/** `distinct` is a parameter where a generator has its own. */
export function isCommon(name: string, { params }: Generator): boolean {
  return COMMON.includes(name) ||
    name === "distinct" && !Object.hasOwn(params, name);
}

/** One of the keys that every column has. */
export function readCommon(
  problems: Problems,
  column: ColumnSpec,
  { name, value }: Entry,
): void {
  switch (name) {
    case "null":
      column.null = readNumber(problems, name, value, {
        minimum: 0,
        maximum: 1,
      }) ?? 0;
      return;
    case "unique":
    case "primary":
    case "distinct":
    case "hidden":
      column[name] = readFlag(problems, name, value) ?? false;
      return;
    case "type":
      column.sqlType = readSqlType(problems, value);
      return;
    case "locale":
      column.locale = readLocale(problems, name, value);
      return;
    case "when":
      column.when = readExpression(problems, name, value);
  }
}

function readSqlType(problems: Problems, node: Node): string | undefined {
  const type = readText(problems, "type", node);
  if (type === undefined) return undefined;
  if (isSqlType(type)) return type;
  problems.error(
    node.place,
    `"${type}" is not a type`,
    `expected one of SQL, such as "varchar(40)"`,
  );
  return undefined;
}
