// All formats, by name. A new one is a file beside this one and a line here.
import type { Format } from "../../core/format.ts";
import { csv } from "./csv.ts";

export const formats: ReadonlyMap<string, Format> = new Map(
  [csv].map((format) => [format.name, format]),
);
