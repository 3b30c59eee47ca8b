// Texts as parts of addresses: ASCII letters and digits with single hyphens between.
import { lower } from "./case.ts";
import { SPELLINGS } from "./case_tables.ts";

let spellingOf: ReadonlyMap<number, string> | undefined;

/**
 * `José d'Ávila & Søn` as `jose-davila-son`.
 *
 * Letters lose their diacritics or are spelled in ASCII (ß ss, æ ae), apostrophes and combining marks are dropped,
 * any run of other characters becomes one hyphen, and none stands at either end. A text without a Latin letter or a
 * digit becomes the empty text.
 */
export function slug(text: string): string {
  const small = lower(text);
  let made = "";
  let gap = false;
  for (let i = 0; i < small.length; i++) {
    const unit = small.charCodeAt(i);
    let part: string;
    if (unit >= 97 && unit <= 122 || unit >= 48 && unit <= 57) {
      part = small[i];
    } else if (unit < 128) {
      if (unit !== 39) gap = true;
      continue;
    } else {
      if (isDropped(unit)) continue;
      const spelled = spelling(unit);
      if (spelled === undefined) {
        gap = true;
        continue;
      }
      part = spelled;
    }
    if (gap && made !== "") made += "-";
    gap = false;
    made += part;
  }
  return made;
}

function isDropped(unit: number): boolean {
  return unit === 0x2019 || unit === 0x2018 || // quotation marks as apostrophes
    unit >= 0x2b9 && unit <= 0x2bf || // modifier letters: primes and apostrophes
    unit >= 0x300 && unit <= 0x36f; // combining marks
}

function spelling(unit: number): string | undefined {
  spellingOf ??= new Map(
    Object.entries(SPELLINGS).flatMap(([ascii, letters]) =>
      [...letters].map((letter) => [letter.charCodeAt(0), ascii] as const)
    ),
  );
  return spellingOf.get(unit);
}
