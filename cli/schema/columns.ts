// Columns in the JSON Schema: the ways to write one, and a definition for each generator.
import { COMMON_KEYS, NOT_INSIDE } from "../../core/genfile/common_keys.ts";
import type { Generator } from "../../core/generator.ts";
import type { Family, Generators } from "../../core/generators.ts";
import { object, type Schema } from "./object.ts";
import { parameterSchema } from "./parameters.ts";

/** TOML's dates and times, which are texts in JSON. */
const DATE = "^(\\d{4}-\\d\\d-\\d\\d|\\d\\d:\\d\\d)";

export function columnDefinitions(
  generators: Generators,
): Record<string, Schema> {
  const listed = [...generators.values()];
  const { families } = generators;
  return {
    column: columnSchema(),
    inner: {
      description: "A column inside another",
      $ref: "#/$defs/column",
      not: {
        type: "object",
        anyOf: NOT_INSIDE.filter((key) =>
          // Where a generator has a parameter of that name, it is that.
          !listed.some(({ params }) => Object.hasOwn(params, key))
        ).map((key) => ({ required: [key] })),
      },
    },
    generator: generatorName(listed, families),
    column_table: tableSchema(listed, families),
    ...Object.fromEntries(
      Object.entries(COMMON_KEYS).map(([name, parameter]) => [
        commonKey(name),
        parameterSchema(parameter),
      ]),
    ),
    ...Object.fromEntries(
      listed.map((one) => [definition(one.name), generatorSchema(one)]),
    ),
    ...Object.fromEntries(
      families.map((one) => [definition(one.prefix), familySchema(one)]),
    ),
  };
}

function definition(name: string): string {
  return `gen ${name}`;
}

function ref(name: string): Schema {
  return { $ref: `#/$defs/${name.replaceAll(" ", "%20")}` };
}

function generatorName(
  listed: readonly Generator[],
  families: readonly Family[],
): Schema {
  return {
    anyOf: [
      ...listed.map(({ name, summary }) => ({
        const: name,
        description: summary,
      })),
      ...families.map(({ prefix, summary }) => ({
        type: "string",
        pattern: `^${prefix.replaceAll(".", "\\.")}`,
        description: summary,
      })),
      ref("environment"),
    ],
  };
}

function columnSchema(): Schema {
  return {
    anyOf: [
      { ...ref("generator"), description: "A generator" },
      { type: "string", pattern: DATE, description: "The same date each time" },
      { type: ["number", "boolean"], description: "The same value each time" },
      {
        description: "Values to choose from",
        type: "array",
        minItems: 1,
        anyOf: ["string", "number", "boolean"].map((type) => ({
          items: { type },
        })),
      },
      {
        description: "Alternatives: the first whose when holds",
        type: "array",
        contains: { type: "object" },
        items: ref("inner"),
      },
      ref("column_table"),
    ],
  };
}

/** What else may stand there follows from the generator: the one that is named, or the one whose main parameter is given. */
function tableSchema(
  listed: readonly Generator[],
  families: readonly Family[],
): Schema {
  const mains = listed.flatMap(({ name, main }) =>
    main === undefined ? [] : [{ name, main }]
  );
  return {
    type: "object",
    properties: {
      gen: { ...ref("generator"), description: "The generator" },
      ...common(),
    },
    anyOf: ["gen", ...new Set(mains.map(({ main }) => main))].map((key) => ({
      required: [key],
    })),
    allOf: [
      ...listed.map(({ name }) => ifGen({ const: name }, name)),
      ...families.map(({ prefix }) =>
        ifGen({ pattern: `^${prefix.replaceAll(".", "\\.")}` }, prefix)
      ),
      ...mains.map(({ name, main }) => ({
        if: { required: [main], not: { required: ["gen"] } },
        then: ref(definition(name)),
      })),
    ],
  };
}

function ifGen(gen: Schema, name: string): Schema {
  return {
    if: { properties: { gen }, required: ["gen"] },
    then: ref(definition(name)),
  };
}

/** The keys that every column has. */
function common(): Record<string, Schema> {
  return Object.fromEntries(
    Object.keys(COMMON_KEYS).map((name) => [name, ref(commonKey(name))]),
  );
}

function commonKey(name: string): string {
  return `key ${name}`;
}

function generatorSchema({ summary, example, params }: Generator): Schema {
  const entries = Object.entries(params);
  return {
    description: `${summary}. Example: ${example}`,
    ...object({
      gen: {},
      ...common(),
      ...Object.fromEntries(
        entries.map(([name, parameter]) => [name, parameterSchema(parameter)]),
      ),
    }, entries.flatMap(([name, { required }]) => required ? [name] : [])),
  };
}

/** Members of a family are not there to be looked at; they have all one parameter. */
function familySchema({ summary, example }: Family): Schema {
  return {
    description: `${summary}. Example: ${example}`,
    ...object({
      gen: {},
      ...common(),
      args: { type: "array", description: "What the method is called with" },
    }),
  };
}
