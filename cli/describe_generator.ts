// A generator in words, from its data: for `thrust generators` and the reference page.
import type { Expression } from "../core/expression/expression.ts";
import type { Generator } from "../core/generator.ts";
import type {
  Alternative,
  Bound,
  ColumnAddress,
  DistributionSpec,
  InnerColumn,
  Literal,
  Parameter,
  ParameterKind,
} from "../core/parameters.ts";

/** What may be written for a parameter of each kind. */
const KINDS: Record<ParameterKind, string> = {
  integer: "integer",
  number: "number",
  probability: "0 to 1",
  flag: "true or false",
  text: "text",
  choice: "one of a few",
  literal: "any value",
  literals: "list of values",
  weights: "list of numbers",
  bound: "number, date or expression",
  pair: "two texts",
  column: "column",
  arguments: "list",
  columns: "column, or a list of them",
  address: "table.column",
  dictionary: "dictionary",
  distribution: "distribution",
  step: "number or length of time",
  locale: "locale",
  zone: "time zone",
  inner: "column",
  inners: "columns",
  alternatives: "list of columns with when",
  expression: "expression",
};

/** A parameter's row of a reference. */
export interface ParameterRow {
  name: string;
  type: string;
  /** Empty where there is no default. */
  default: string;
  summary: string;
}

export function describeParameters(generator: Generator): ParameterRow[] {
  return Object.entries(generator.params).map(([name, parameter]) => ({
    name,
    type: typeText(parameter),
    default: parameter.required ? "required" : defaultText(parameter),
    summary: parameter.summary,
  }));
}

function typeText(parameter: Parameter): string {
  const { kind, choices, minimum, maximum } = parameter;
  if (choices !== undefined) return choices.join(" | ");
  const type = KINDS[kind];
  if (minimum !== undefined && maximum !== undefined) {
    return `${type}, ${minimum} to ${maximum}`;
  }
  if (minimum !== undefined) return `${type}, at least ${minimum}`;
  if (maximum !== undefined) return `${type}, at most ${maximum}`;
  return type;
}

function defaultText({ kind, default: value }: Parameter): string {
  return value === undefined ? "" : valueText(kind, value);
}

/** A parameter's value as one would write it. */
export function valueText(kind: ParameterKind, value: unknown): string {
  switch (kind) {
    case "bound":
      return boundText(value as Bound);
    case "literal":
      return literalText(value as Literal);
    case "literals":
      return `[${(value as Literal[]).map(literalText).join(", ")}]`;
    case "distribution":
      return distributionText(value as DistributionSpec);
    case "address": {
      const { table, column } = value as ColumnAddress;
      return JSON.stringify(`${table}.${column}`);
    }
    case "alternatives":
      return (value as Alternative[]).map(({ when }) =>
        when === undefined ? "else" : `when ${when.text}`
      ).join(", ");
    case "expression":
      return JSON.stringify((value as Expression).text);
    case "inner":
      return "a column";
    case "inners":
      return (value as InnerColumn[]).map(({ key }) => key).join(", ");
    case "weights":
      return `[${(value as number[]).join(", ")}]`;
    case "column":
    case "columns":
    case "dictionary":
    case "pair":
    case "text":
    case "choice":
    case "locale":
      return JSON.stringify(value);
    default:
      return String(value);
  }
}

function boundText(bound: Bound): string {
  if ("now" in bound) return '"now"';
  if ("column" in bound) return JSON.stringify(bound.column);
  if ("expression" in bound) return JSON.stringify(bound.expression.text);
  return literalText(bound.literal);
}

function literalText(literal: Literal): string {
  switch (literal.kind) {
    case "text":
      return JSON.stringify(literal.value);
    case "bool":
      return String(literal.value);
    default:
      return literal.text;
  }
}

function distributionText({ type, parameters }: DistributionSpec): string {
  const given = Object.entries(parameters).map(([name, literal]) =>
    `, ${name} = ${literalText(literal)}`
  );
  return given.length === 0
    ? `"${type}"`
    : `{ type = "${type}"${given.join("")} }`;
}
