// The Genfile's JSON Schema (draft 2020-12), made from the descriptions of generators, distributions and formats, so
// that what is new there is in it by itself.
import type { Format } from "../../core/format.ts";
import { MAX_RING, MAX_WORKERS } from "../../core/genfile/settings.ts";
import { MAX_ROWS } from "../../core/genfile/table.ts";
import { MODES } from "../../core/plan.ts";
import { DISTRIBUTIONS } from "../../core/values/distributions/catalogue.ts";
import type { Generators } from "../../core/generators.ts";
import { columnDefinitions } from "./columns.ts";
import { distributionSchema } from "./distributions.ts";
import { localeSchema } from "./locale.ts";
import {
  ENVIRONMENT,
  oneOrEnvironment,
  parameterSchema,
} from "./parameters.ts";
import { object, type Schema } from "./object.ts";

export function genfileSchema(
  generators: Generators,
  formats: Iterable<Format>,
): Schema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Genfile",
    description: "What data looks like, how it relates and where it goes",
    ...object({
      version: {
        const: 1,
        description: "The version of the language: 1",
      },
      run: runSchema(),
      buffer: bufferSchema(),
      target: targetSchema([...formats].filter(({ wire }) => !wire)),
      dict: named("Dictionaries by name", dictionarySchema()),
      table: {
        ...named("Tables by name", tableSchema()),
        minProperties: 1,
      },
    }, ["version", "table"]),
    $defs: {
      environment: ENVIRONMENT,
      locale: localeSchema(),
      distribution: distributionSchema(Object.keys(DISTRIBUTIONS)),
      ...columnDefinitions(generators),
    },
  };
}

/** A table whose keys are names that the user chooses. */
function named(description: string, each: Schema): Schema {
  return {
    description,
    type: "object",
    propertyNames: NAME,
    additionalProperties: each,
  };
}

const NAME = { minLength: 1, pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f]+$" };

function count(description: string, minimum: number, maximum: number): Schema {
  return oneOrEnvironment({ type: "integer", minimum, maximum }, description);
}

function text(description: string): Schema {
  return { type: "string", minLength: 1, description };
}

function runSchema(): Schema {
  return {
    description: "What holds for the whole run",
    ...object({
      seed: {
        type: ["integer", "string"],
        default: 0,
        description:
          `What all values follow from; "random" asks for a new one, which the summary prints`,
      },
      locale: { $ref: "#/$defs/locale" },
      now: {
        type: "string",
        description: "The time taken for now; without it, the start of the run",
      },
      workers: count(
        "Source workers; without it, as many as cores",
        1,
        MAX_WORKERS,
      ),
    }),
  };
}

function bufferSchema(): Schema {
  return {
    description: "Capacity of each ring between a source worker and the target",
    ...object({
      records: count("Records", 1, MAX_RING),
      bytes: {
        description: `Bytes, or a size such as "16MiB"`,
        anyOf: [
          { type: "integer", minimum: 1, maximum: MAX_RING },
          { type: "string", pattern: "^ *[0-9]+(\\.[0-9]+)? *[A-Za-z]* *$" },
          { $ref: "#/$defs/environment" },
        ],
      },
    }),
  };
}

function targetSchema(formats: readonly Format[]): Schema {
  const options = formats.flatMap((format) =>
    Object.entries(format.options).map(([name, parameter]) => [
      name,
      parameterSchema(parameter),
    ])
  );
  return {
    description: "Where rows go",
    ...object({
      to: text(
        `A folder, a path with {table}, a file, "-", "null", "sqlite:FILE" or "postgres://…"`,
      ),
      format: choice(formats.map(({ name }) => name), "How rows are written"),
      mode: {
        ...choice(MODES, "What becomes of rows that are there"),
        default: "create",
      },
      compress: choice(["gz", "zst"], "How files are compressed"),
      batch: count("Records in a write or a transaction", 1, MAX_RING),
      connections: count("Connections to PostgreSQL", 1, MAX_WORKERS),
      ...Object.fromEntries(options),
    }),
  };
}

function choice(choices: readonly string[], description: string): Schema {
  return oneOrEnvironment({ enum: [...choices] }, description);
}

function dictionarySchema(): Schema {
  return {
    ...object({
      file: text(
        "A CSV file with a header, or text with an entry a line; relative to the Genfile",
      ),
      values: {
        ...parameterSchema({ kind: "literals", summary: "", required: true }),
        description: "The entries",
      },
      weights: {
        ...parameterSchema({ kind: "weights", summary: "", required: false }),
        description: "How likely each entry is",
      },
    }),
    oneOf: [{ required: ["file"] }, { required: ["values"] }],
  };
}

function columnList(description: string): Schema {
  return {
    description,
    type: "array",
    minItems: 1,
    uniqueItems: true,
    items: { type: "string" },
  };
}

function tableSchema(): Schema {
  return {
    ...object({
      rows: count("How many rows it has", 0, MAX_ROWS),
      per: perSchema(),
      scale: {
        ...oneOrEnvironment({ type: "boolean" }, "Whether --scale applies"),
        default: true,
      },
      locale: { $ref: "#/$defs/locale" },
      primary_key: columnList("The columns of its primary key"),
      unique: {
        description: "Further keys: lists of columns",
        type: "array",
        items: columnList("A key"),
      },
      row: {
        description: "Pinned rows: the first of the table",
        type: "array",
        items: { type: "object" },
      },
      output: {
        description: "Files of its own",
        type: "array",
        items: object({
          to: text("The file, relative to the folder of [target]"),
          format: { type: "string", description: "How rows are written" },
          columns: columnList("The columns, in the order of writing"),
        }, ["to"]),
      },
      columns: {
        ...named("Columns by name, in the order of writing", {
          $ref: "#/$defs/column",
        }),
        minProperties: 1,
      },
    }, ["columns"]),
    not: { required: ["rows", "per"] },
  };
}

function perSchema(): Schema {
  const children = (summary: string) => count(summary, 0, 2 ** 53);
  return {
    description: "So many rows for each row of another table",
    anyOf: [
      object({
        table: { type: "string", description: "The parent" },
        count: children("Rows for each"),
        min: children("The fewest rows for one"),
        max: children("The most rows for one"),
        dist: { $ref: "#/$defs/distribution" },
      }, ["table"]),
      object({
        dict: { type: "string", description: "A row for each of its entries" },
      }, ["dict"]),
    ],
  };
}
