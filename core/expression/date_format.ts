// Patterns of format_date(): `%d.%m.%Y`.

export type DatePiece =
  | { text: string }
  /** One of the letters. */
  | { letter: string };

const LETTERS = "YymdejbBaAHIMSp";

/** The pieces of a pattern, or what is wrong with it. */
export function parseDateFormat(pattern: string): DatePiece[] | string {
  const pieces: DatePiece[] = [];
  for (const [whole] of pattern.matchAll(/%(?:[^])?|[^%]+/g)) {
    if (whole[0] !== "%") pieces.push({ text: whole });
    else if (whole === "%%") pieces.push({ text: "%" });
    else if (whole.length === 2 && LETTERS.includes(whole[1])) {
      pieces.push({ letter: whole[1] });
    } else {
      return `the pattern has a ${whole} that means nothing`;
    }
  }
  return pieces;
}
