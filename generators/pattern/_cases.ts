// Both cases of letters, for `(?i:…)`.
import { lower, upper } from "../../core/values/case.ts";

/** Adds the other case of every character that has one of a single character. */
export function addCases(points: Set<number>): void {
  for (const point of [...points]) {
    const character = String.fromCodePoint(point);
    for (const other of [lower(character), upper(character)]) {
      const found = other.codePointAt(0)!;
      if (String.fromCodePoint(found) === other) points.add(found);
    }
  }
}
