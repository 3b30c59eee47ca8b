// What the language has and this thrust does not: said plainly, instead of as an unknown name.
import type { Place } from "../diagnostic.ts";
import { didYouMean } from "../values/nearest.ts";
import type { Problems } from "./problems.ts";

/** Names of the language that are not there yet, by what they are. */
const LATER = {
  key: ["compress"],
  column: [],
  parameter: [],
  generator: [],
  format: ["copy", "parquet"],
  distribution: [],
} as const;

/** What does the same already. */
export const LATER_HINTS: Readonly<Record<string, string>> = {
  compress: "write to - and pipe it: thrust Genfile.toml --to - | gzip",
};

/** Whether the language has that name and this thrust does not. */
export function isLater(what: keyof typeof LATER, name: string): boolean {
  return (LATER[what] as readonly string[]).includes(name);
}

/** Reports a name that is not known: not yet, or not at all, with the nearest one that is. */
export function reportUnknown(
  problems: Problems,
  place: Place | undefined,
  what: keyof typeof LATER,
  name: string,
  known: Iterable<string>,
  hint?: string,
): void {
  if (isLater(what, name)) {
    problems.error(
      place,
      `${title(what)} "${name}" is not supported yet`,
      hint,
    );
    return;
  }
  problems.error(
    place,
    `unknown ${title(what)} "${name}"`,
    didYouMean(name, known) ?? hint,
  );
}

function title(what: keyof typeof LATER): string {
  return what === "column" ? "key" : what;
}
