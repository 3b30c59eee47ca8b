// The keys that every column has, beside its generator's parameters.
import { optional, type Parameter } from "../parameters.ts";

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
