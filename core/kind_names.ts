// What kinds of values are called in messages.
import type { ExpressionKind } from "./expression/expression.ts";

const NAMES: Record<ExpressionKind, string> = {
  int: "a whole number",
  float: "a number",
  decimal: "a decimal",
  bool: "true or false",
  date: "a date",
  time: "a time of day",
  timestamp: "a timestamp",
  uuid: "a uuid",
  text: "text",
  null: "NULL",
  interval: "a length of time",
  months: "a length of time in months",
  bytes: "bytes",
  json: "JSON",
  array: "an array",
};

export function kindName({ kind }: { kind: ExpressionKind }): string {
  return NAMES[kind];
}
