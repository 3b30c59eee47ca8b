// All functions of the language, by name.
import { choices } from "./functions/choices.ts";
import type { FunctionEntry } from "./functions/entry.ts";
import { numbers } from "./functions/numbers.ts";
import { texts } from "./functions/texts.ts";
import { times } from "./functions/times.ts";

export type { Call, FunctionEntry } from "./functions/entry.ts";

export const FUNCTIONS: ReadonlyMap<string, FunctionEntry> = new Map(
  [...choices, ...numbers, ...texts, ...times].map((one) => [one.name, one]),
);
