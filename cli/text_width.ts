// How many columns of a terminal a text takes.
import { eastAsianWidth } from "get-east-asian-width";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Columns of a text without control characters: 2 for wide characters and emoji, combining marks count with their letter. */
export function textWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += graphemeWidth(segment);
  }
  return width;
}

function graphemeWidth(segment: string): number {
  if (/^[\p{Mark}\p{Format}]+$/u.test(segment)) return 0;
  if (/\p{RGI_Emoji}/v.test(segment)) return 2;
  return eastAsianWidth(segment.codePointAt(0)!);
}
