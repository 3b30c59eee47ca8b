// How many columns of a terminal a text takes, and texts that fit so many.
import { eastAsianWidth } from "get-east-asian-width";

/** Made when first needed: most texts are ASCII. */
let graphemes: Intl.Segmenter | undefined;

/** Columns of a text without control characters: 2 for wide characters and emoji, combining marks count with their letter. */
export function textWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const segment of segmentsOf(text)) width += segmentWidth(segment);
  return width;
}

/** The text as far as it fits; what is cut off is shown by an ellipsis. */
export function cutText(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  let kept = "";
  let width = 1;
  for (const segment of segmentsOf(text)) {
    width += segmentWidth(segment);
    if (width > columns) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** The text with spaces up to so many columns, itself at the left or at the right of them. */
export function padText(
  text: string,
  columns: number,
  at: "left" | "right",
): string {
  const space = " ".repeat(Math.max(0, columns - textWidth(text)));
  return at === "left" ? text + space : space + text;
}

/** What a reader takes for single characters. */
function* segmentsOf(text: string): Generator<string> {
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  for (const { segment } of graphemes.segment(text)) yield segment;
}

function segmentWidth(segment: string): number {
  if (/^[\p{Mark}\p{Format}]+$/u.test(segment)) return 0;
  if (/\p{RGI_Emoji}/v.test(segment)) return 2;
  return eastAsianWidth(segment.codePointAt(0)!);
}
