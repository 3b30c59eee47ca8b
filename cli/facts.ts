// Facts, as `thrust explain` shows them: a label, and lines beside it.
import { padText } from "../core/text_width.ts";

/** A fact: what it is called, and its lines. */
export type Fact = [label: string, ...lines: string[]];

const LABEL = 12;

export function factLines(facts: readonly Fact[]): string[] {
  return facts.flatMap(([label, ...lines]) =>
    lines.map((line, i) =>
      `${padText(i === 0 ? label : "", LABEL, "left")}${line}`.trimEnd()
    )
  );
}
