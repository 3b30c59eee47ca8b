// How telephone numbers of a locale are written, as an area and digits that can be counted.
import type { LocaleShare } from "../../core/parameters.ts";
import { type Lists, listsOf } from "../_ranks/own_texts.ts";

/** What stands for digits in the shapes of dicts/; `A` stands for an area code. */
export const PHONE_DIGITS: Readonly<Record<string, string>> = {
  "#": "0123456789",
  N: "23456789",
  H: "6789",
  D: "023456789",
};

export interface PhoneShape {
  /** Numbers of the areas in the locale's list whose telephones no locale before has. */
  areas: Uint32Array;
  /** All area codes of the list; one that is empty where there are none. */
  codes: string[];
  /** The characters that may stand at each place, and `A` for the area. */
  signs: string[];
  /** How many numbers an area has. */
  rests: number;
}

/** Undefined while lists are not there. A locale has one shape. */
export function phoneShapes(
  lists: Lists,
  locales: readonly LocaleShare[],
): PhoneShape[] | undefined {
  const shapes = listsOf(lists, locales, "phone_shape");
  const areas = listsOf(lists, locales, "phone_area");
  if (shapes === undefined || areas === undefined) return undefined;
  const before: string[][] = [];
  return shapes.map((list, i) => {
    const signs = [...list.at(0)].map((sign) => PHONE_DIGITS[sign] ?? sign);
    const codes = areas[i].size > 0 ? areas[i].toArray() : [""];
    const numbers = codes.map((code) =>
      signs.flatMap((sign) => sign === "A" ? [...code] : [sign])
    );
    // Codes of one locale differ: numbers are of another length then, or differ where the area stands.
    const own = [...codes.keys()].filter((code) =>
      before.every((one) => isApart(one, numbers[code]))
    );
    before.push(...numbers);
    return {
      areas: Uint32Array.from(own),
      codes,
      signs,
      rests: signs.reduce(
        (all, sign) => sign === "A" ? all : all * sign.length,
        1,
      ),
    };
  });
}

/** Whether no text has these characters at its places and those too. */
function isApart(one: readonly string[], other: readonly string[]): boolean {
  return one.length !== other.length ||
    one.some((signs, i) => ![...signs].some((sign) => other[i].includes(sign)));
}
