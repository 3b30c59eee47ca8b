// Small operations on texts, the same for templates and expressions.

/** Without white space (as Unicode defines it) at either end. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isSpace(unit: number): boolean {
  if (unit < 128) return unit === 32 || unit >= 9 && unit <= 13;
  return unit === 0x85 || unit === 0xa0 || unit === 0x1680 ||
    unit >= 0x2000 && unit <= 0x200a || unit === 0x2028 || unit === 0x2029 ||
    unit === 0x202f || unit === 0x205f || unit === 0x3000;
}

/** The first character (code point); nothing of the empty text. */
export function first(text: string): string {
  const point = text.codePointAt(0);
  return point === undefined ? "" : String.fromCodePoint(point);
}

/** Number of characters (code points). */
export function textLength(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/**
 * At least `width` characters, filled up in front: `pad("7", 3)` is `007`. Zeros go behind a number's minus sign.
 * A longer text stays as it is.
 */
export function pad(text: string, width: number, fill = "0"): string {
  const missing = width - textLength(text);
  if (missing <= 0) return text;
  if (fill === "0" && /^-\d/.test(text)) {
    return `-${fill.repeat(missing)}${text.slice(1)}`;
  }
  return fill.repeat(missing) + text;
}
