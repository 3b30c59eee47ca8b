// The known word that a misspelt one most likely means: for hints.

/**
 * The candidate with the fewest edits (letters put in, left out, changed or swapped with a neighbour); undefined
 * where even that one is a different word. Of equally near ones, the first.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = editsBetween(word, candidate);
    // Where every letter has changed, nothing is left of the word.
    if (edits < Math.min(least, Math.max(word.length, candidate.length))) {
      best = candidate;
      least = edits;
    }
  }
  return best;
}

/** `did you mean "check"?`; undefined where no candidate is near. */
export function didYouMean(
  word: string,
  candidates: Iterable<string>,
): string | undefined {
  const meant = nearest(word, candidates);
  return meant === undefined ? undefined : `did you mean "${meant}"?`;
}

/** More names than that say nothing to who looks for one. */
const MOST_LISTED = 8;

/** As `didYouMean`; where no candidate is near and they are few, all of them: `there are a, b`. */
export function didYouMeanOneOf(
  word: string,
  candidates: Iterable<string>,
): string | undefined {
  const known = [...candidates];
  const meant = didYouMean(word, known);
  if (meant !== undefined || known.length === 0) return meant;
  if (known.length > MOST_LISTED) return undefined;
  return known.length === 1
    ? `there is ${known[0]}`
    : `there are ${known.join(", ")}`;
}

/** Damerau (1964), "A technique for computer detection and correction of spelling errors": optimal alignment. */
function editsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, beforeLast[j - 2] + 1);
      }
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}
