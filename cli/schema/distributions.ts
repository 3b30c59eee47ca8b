// Distributions in the JSON Schema.
import {
  type DistributionParameter,
  DISTRIBUTIONS,
  type Limits,
  type Measure,
} from "../../core/values/distributions/catalogue.ts";
import { object, type Schema } from "./object.ts";

/** A distribution by its name, or with parameters. */
export function distributionSchema(types: readonly string[]): Schema {
  return {
    description: "How likely the values are",
    anyOf: [
      { enum: types.filter((type) => !needsParameters(type)) },
      { $ref: "#/$defs/environment" },
      ...types.map(withParameters),
    ],
  };
}

function needsParameters(type: string): boolean {
  return Object.values(DISTRIBUTIONS[type].parameters)
    .some(({ required }) => required);
}

function withParameters(type: string): Schema {
  const { summary, parameters } = DISTRIBUTIONS[type];
  const entries = Object.entries(parameters);
  return {
    ...object({
      type: { const: type, description: summary },
      ...Object.fromEntries(
        entries.map(([name, parameter]) => [name, schemaOf(parameter)]),
      ),
    }, [
      "type",
      ...entries.flatMap(([name, { required }]) => required ? [name] : []),
    ]),
    description: summary,
  };
}

const LIMITS: Record<Limits, Schema> = {
  positive: { exclusiveMinimum: 0 },
  share: { minimum: 0, maximum: 1 },
  "positive share": { exclusiveMinimum: 0, maximum: 1 },
  count: { type: "integer", minimum: 0 },
};

/** A date, a length of time or an expression is a text. */
const MEASURES: Record<Measure, Schema> = {
  position: { type: "string" },
  length: { type: "string" },
  place: { type: "string" },
  number: { type: "string" },
  bins: {
    type: "array",
    minItems: 1,
    items: {
      type: "array",
      minItems: 3,
      maxItems: 3,
      items: { type: ["number", "string"] },
    },
  },
};

function schemaOf({ measure, limits, summary }: DistributionParameter): Schema {
  const number = { type: "number", ...(limits && LIMITS[limits]) };
  return measure === "bins"
    ? { ...MEASURES.bins, description: summary }
    : { anyOf: [number, MEASURES[measure]], description: summary };
}
