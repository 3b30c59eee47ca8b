// Locales in the JSON Schema.
import { LOCALES } from "../../core/genfile/parameters/locales.ts";
import type { Schema } from "./object.ts";

/** One, or a weighted mix of them. */
export function localeSchema(): Schema {
  return {
    description: "A locale, or a weighted mix: { pt_BR = 7, en_US = 3 }",
    anyOf: [
      { enum: [...LOCALES] },
      { $ref: "#/$defs/environment" },
      {
        type: "object",
        minProperties: 1,
        propertyNames: { enum: [...LOCALES] },
        additionalProperties: {
          anyOf: [
            { type: "number", minimum: 0 },
            { $ref: "#/$defs/environment" },
          ],
        },
      },
    ],
  };
}
