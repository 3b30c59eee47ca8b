// `thrust schema`: the language for editors.
import { formats, generators } from "../engine.ts";
import { print } from "./output.ts";
import { genfileSchema } from "./schema/schema.ts";

export function showSchema(): Promise<number> {
  const schema = genfileSchema(generators, formats.values());
  print(`${JSON.stringify(schema, null, 2)}\n`);
  return Promise.resolve(0);
}
