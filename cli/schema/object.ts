// What parts of the JSON Schema are made of.

export type Schema = Record<string, unknown>;

/** A table with these keys and no others. */
export function object(
  properties: Record<string, Schema>,
  required: readonly string[] = [],
): Schema {
  return {
    type: "object",
    properties,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}
