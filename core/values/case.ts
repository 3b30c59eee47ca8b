// Lower, upper and title case by tables of our own (Unicode 17.0), because runtimes differ in theirs.
// Every character is mapped for itself, without a locale: a final Σ becomes σ, and İ becomes i with a dot above.
import {
  LOWER_RUNS,
  LOWER_SPECIAL,
  UPPER_RUNS,
  UPPER_SPECIAL,
} from "./case_tables.ts";

type Mapping = ReadonlyMap<number, string>;

let lowerMapping: Mapping | undefined;
let upperMapping: Mapping | undefined;

/** `ÁGUA` as `água`. */
export function lower(text: string): string {
  lowerMapping ??= readMapping(LOWER_RUNS, LOWER_SPECIAL);
  let changed = "";
  let kept = 0; // everything before is in `changed`
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 128) {
      if (unit < 65 || unit > 90) continue;
      changed += text.slice(kept, i) + String.fromCharCode(unit + 32);
      kept = i + 1;
      continue;
    }
    const end = isPairAt(text, i) ? i + 2 : i + 1;
    const mapped = lowerMapping.get(text.codePointAt(i)!);
    if (mapped !== undefined) {
      changed += text.slice(kept, i) + mapped;
      kept = end;
    }
    i = end - 1;
  }
  return kept === 0 ? text : changed + text.slice(kept);
}

/** `straße` as `STRASSE`. */
export function upper(text: string): string {
  upperMapping ??= readMapping(UPPER_RUNS, UPPER_SPECIAL);
  let changed = "";
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 128) {
      if (unit < 97 || unit > 122) continue;
      changed += text.slice(kept, i) + String.fromCharCode(unit - 32);
      kept = i + 1;
      continue;
    }
    const end = isPairAt(text, i) ? i + 2 : i + 1;
    const mapped = upperMapping.get(text.codePointAt(i)!);
    if (mapped !== undefined) {
      changed += text.slice(kept, i) + mapped;
      kept = end;
    }
    i = end - 1;
  }
  return kept === 0 ? text : changed + text.slice(kept);
}

/**
 * The first letter of each word in upper case, the rest in lower case: `maria DA silva` as `Maria Da Silva`.
 *
 * A word ends at spaces and punctuation; an apostrophe is part of it (`don't` as `Don't`).
 */
export function title(text: string): string {
  let titled = "";
  let inWord = false;
  for (const character of text) {
    if (!isWordCharacter(character.codePointAt(0)!)) {
      inWord = false;
      titled += character;
      continue;
    }
    titled += inWord ? lower(character) : titleCharacter(character);
    inWord = true;
  }
  return titled;
}

function titleCharacter(character: string): string {
  const point = character.codePointAt(0)!;
  // Georgian has capitals for headlines only.
  if (point >= 0x10d0 && point <= 0x10ff) return character;
  const capital = upper(character);
  switch (capital) {
    case "Ǆ":
      return "ǅ";
    case "Ǉ":
      return "ǈ";
    case "Ǌ":
      return "ǋ";
    case "Ǳ":
      return "ǲ";
  }
  const [first, ...rest] = capital;
  return first + lower(rest.join(""));
}

function isWordCharacter(point: number): boolean {
  if (point < 128) {
    return point >= 97 && point <= 122 || point >= 65 && point <= 90 ||
      point >= 48 && point <= 57 || point === 39;
  }
  if (point < 0xc0) return point === 0xaa || point === 0xb5 || point === 0xba;
  if (point === 0xd7 || point === 0xf7) return false;
  if (point >= 0x2000 && point <= 0x206f) return point === 0x2019;
  return point !== 0x1680 && !(point >= 0x3000 && point <= 0x303f);
}

function isPairAt(text: string, i: number): boolean {
  return text.codePointAt(i)! > 0xffff;
}

function readMapping(runs: string, special: string): Mapping {
  const mapping = new Map<number, string>();
  const numbers = runs.split(" ").map((word) => parseInt(word, 16));
  for (let i = 0; i < numbers.length; i += 4) {
    const [from, to, step, delta] = numbers.slice(i, i + 4);
    for (let point = from; point <= to; point += step) {
      mapping.set(point, String.fromCodePoint(point + delta));
    }
  }
  const words = special.split(" ");
  for (let i = 0; i < words.length; i += 2) {
    mapping.set(words[i].codePointAt(0)!, words[i + 1]);
  }
  return mapping;
}

/** A text of ASCII alone in small letters, all at once: there every engine agrees. */
export function lowerAscii(ascii: string): string {
  return ascii.toLowerCase();
}

/** The same in capital letters. */
export function upperAscii(ascii: string): string {
  return ascii.toUpperCase();
}
