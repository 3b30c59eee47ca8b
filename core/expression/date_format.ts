// Patterns of format_date(): `%d.%m.%Y`.

export type DatePiece =
  | { text: string }
  /** One of the letters. */
  | { letter: string };

const LETTERS = "YymdejbBaAHIMSp";
/** What means the same in the patterns of other languages: `yyyy-MM-dd HH:mm`. */
const FOREIGN: ReadonlyMap<string, string> = new Map(
  ("yyyy %Y YYYY %Y yy %y YY %y MMMM %B MMM %b MM %m dd %d DD %d HH %H hh %I " +
    "mm %M ss %S").match(/\S+ \S+/g)!.map((pair) =>
      pair.split(" ") as [string, string]
    ),
);

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
  const foreign = pieces.flatMap((piece) =>
    "text" in piece ? piece.text.match(/[A-Za-z]+/g) ?? [] : []
  ).find((word) => FOREIGN.has(word));
  if (foreign !== undefined) {
    return `the pattern says ${foreign}, which is ${FOREIGN.get(foreign)} here`;
  }
  if (!pieces.some((piece) => "letter" in piece)) {
    return "the pattern has no % and would give every row the same text";
  }
  return pieces;
}
