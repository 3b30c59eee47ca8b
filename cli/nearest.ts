// The known word nearest to a misspelt one: for hints on the command line.

/** `; did you mean "check"?`, or nothing where no known word is near. */
export function orNearest(typed: string, known: readonly string[]): string {
  const most = Math.max(1, Math.floor(typed.length / 3));
  let nearest: string | undefined;
  let least = most + 1;
  for (const word of known) {
    const distance = editDistance(typed, word);
    if (distance < least) [nearest, least] = [word, distance];
  }
  return nearest === undefined ? "" : `; did you mean "${nearest}"?`;
}

/** Letters to add, drop, change or swap with their neighbour to make one word the other. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change);
      if (
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      ) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}
