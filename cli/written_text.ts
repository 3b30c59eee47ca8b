// The lines of a Genfile on which a column is written.
import type { WrittenColumn } from "../core/genfile/written.ts";

const MOST_LINES = 40;

/** From the line of its name to where its brackets are closed; of a `[table.t.columns.c]`, to the next section. */
export function writtenText(
  text: string,
  { place }: Pick<WrittenColumn, "place">,
): string[] {
  const lines = text.split(/\r?\n/).slice(place.line - 1);
  if (/^\s*\[/.test(lines[0])) {
    const next = lines.findIndex((line, i) => i > 0 && /^\s*\[/.test(line));
    return trimmed(lines.slice(0, next === -1 ? undefined : next));
  }
  const taken: string[] = [];
  let depth = 0;
  let quote = "";
  for (const line of lines.slice(0, MOST_LINES)) {
    taken.push(line);
    for (let i = 0; i < line.length; i++) {
      const character = line[i];
      if (quote !== "") {
        if (character === "\\" && quote === '"') i++;
        else if (character === quote) quote = "";
      } else if (character === "#") break;
      else if (character === '"' || character === "'") quote = character;
      else if (character === "{" || character === "[") depth++;
      else if (character === "}" || character === "]") depth--;
    }
    quote = "";
    if (depth <= 0) break;
  }
  return trimmed(taken);
}

/** Without empty lines at the end, and without what all lines have in front. */
function trimmed(lines: readonly string[]): string[] {
  const kept = [...lines];
  while (kept.length > 1 && kept.at(-1)!.trim() === "") kept.pop();
  const indents = kept.filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return kept.map((line) => line.slice(indent).trimEnd());
}
