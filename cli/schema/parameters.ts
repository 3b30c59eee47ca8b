// Parameters in the JSON Schema. Dates are texts there, as in JSON; so is all that `${…}` stands for.
import type {
  Bound,
  Literal,
  Parameter,
  ParameterKind,
} from "../../core/parameters.ts";
import { DISTRIBUTIONS } from "../../core/values/distributions/catalogue.ts";
import { distributionSchema } from "./distributions.ts";
import type { Schema } from "./object.ts";

/** A text with a variable of the environment in it, which may stand for anything. */
export const ENVIRONMENT: Schema = { type: "string", pattern: "\\$\\{" };

const FROM_ENVIRONMENT: Schema = { $ref: "#/$defs/environment" };

export function oneOrEnvironment(schema: Schema, description: string): Schema {
  return { description, anyOf: [schema, FROM_ENVIRONMENT] };
}

export function parameterSchema(parameter: Parameter): Schema {
  const { kind, summary, default: value } = parameter;
  const plain = value === undefined ? undefined : plainValue(kind, value);
  return {
    ...KINDS[kind](parameter),
    ...(summary !== "" && { description: summary }),
    ...(plain !== undefined && { default: plain }),
  };
}

const ALL_DISTRIBUTIONS = Object.keys(DISTRIBUTIONS).length;
const WORDS: Schema = {
  type: "array",
  minItems: 1,
  items: { type: "string" },
};
const SCALAR = { type: ["string", "number", "boolean"] };
const INNER = { $ref: "#/$defs/inner" };

/** What may be written for a parameter of each kind. */
const KINDS: Record<ParameterKind, (parameter: Parameter) => Schema> = {
  integer: (parameter) => number("integer", parameter),
  number: (parameter) => number("number", parameter),
  probability: () => number("number", { minimum: 0, maximum: 1 }),
  flag: () => ({ anyOf: [{ type: "boolean" }, FROM_ENVIRONMENT] }),
  text: () => ({ type: "string" }),
  choice: ({ choices = [] }) => ({
    anyOf: [{ enum: [...choices] }, FROM_ENVIRONMENT],
  }),
  literal: () => SCALAR,
  literals: () => ({
    type: "array",
    minItems: 1,
    anyOf: SCALAR.type.map((type) => ({ items: { type } })),
  }),
  weights: () => ({
    type: "array",
    minItems: 1,
    items: number("number", { minimum: 0 }),
  }),
  bound: () => ({ type: ["number", "string"] }),
  column: () => ({ type: "string" }),
  columns: () => ({ anyOf: [{ type: "string" }, WORDS] }),
  address: () => ({ type: "string", pattern: "^.+\\.[^.]+$" }),
  pair: () => ({
    anyOf: [{ type: "string" }, { ...WORDS, minItems: 2, maxItems: 2 }],
  }),
  dictionary: () => ({ type: "string" }),
  distribution: ({ choices }) =>
    choices === undefined || choices.length === ALL_DISTRIBUTIONS
      ? { $ref: "#/$defs/distribution" }
      : distributionSchema(choices),
  step: () => ({ type: ["number", "string"] }),
  locale: () => ({ $ref: "#/$defs/locale" }),
  zone: () => ({ type: "string" }),
  arguments: () => ({ type: "array" }),
  inner: () => INNER,
  inners: () => ({ type: "object", additionalProperties: INNER }),
  alternatives: () => ({ type: "array", minItems: 1, items: INNER }),
  expression: () => SCALAR,
};

function number(
  type: string,
  { minimum, maximum }: Pick<Parameter, "minimum" | "maximum">,
): Schema {
  const limits = {
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
  return { anyOf: [{ type, ...limits }, FROM_ENVIRONMENT] };
}

/** A default as JSON; undefined where JSON has nothing like it. */
function plainValue(kind: ParameterKind, value: unknown): unknown {
  if (kind === "bound") {
    const bound = value as Bound;
    return "literal" in bound ? plainLiteral(bound.literal) : undefined;
  }
  if (kind === "literal") return plainLiteral(value as Literal);
  return typeof value === "object" ? undefined : value;
}

function plainLiteral(literal: Literal): unknown {
  switch (literal.kind) {
    case "int":
    case "float":
    case "bool":
    case "text":
      return literal.value;
    default:
      return literal.text;
  }
}
