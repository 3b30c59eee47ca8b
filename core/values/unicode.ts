// Which characters a class of Unicode has (`\p{…}`), by a table of our own: engines follow different versions of Unicode.
import {
  BINARY,
  CATEGORIES,
  SCRIPTS,
  SHORT_SCRIPTS,
} from "./unicode_tables.ts";

/** The long names of general categories; groups are of all that begin with their letter. */
const LONG: Readonly<Record<string, string>> = {
  ...{ Letter: "L", Cased_Letter: "LC", Mark: "M", Combining_Mark: "M" },
  ...{ Number: "N", Punctuation: "P", punct: "P", Symbol: "S" },
  ...{ Separator: "Z", Other: "C", Uppercase_Letter: "Lu" },
  ...{ Lowercase_Letter: "Ll", Titlecase_Letter: "Lt" },
  ...{ Modifier_Letter: "Lm", Other_Letter: "Lo", Nonspacing_Mark: "Mn" },
  ...{ Spacing_Mark: "Mc", Enclosing_Mark: "Me", Decimal_Number: "Nd" },
  ...{ digit: "Nd", Letter_Number: "Nl", Other_Number: "No" },
  ...{ Connector_Punctuation: "Pc", Dash_Punctuation: "Pd" },
  ...{ Open_Punctuation: "Ps", Close_Punctuation: "Pe" },
  ...{ Initial_Punctuation: "Pi", Final_Punctuation: "Pf" },
  ...{ Other_Punctuation: "Po", Math_Symbol: "Sm", Currency_Symbol: "Sc" },
  ...{ Modifier_Symbol: "Sk", Other_Symbol: "So", Space_Separator: "Zs" },
  ...{ Line_Separator: "Zl", Paragraph_Separator: "Zp", Control: "Cc" },
  ...{ cntrl: "Cc", Format: "Cf", Private_Use: "Co" },
};

/** Other names of binary properties. */
const SHORT_BINARY: Readonly<Record<string, string>> = {
  ...{ AHex: "ASCII_Hex_Digit", Alpha: "Alphabetic", Dia: "Diacritic" },
  ...{ EMod: "Emoji_Modifier", EPres: "Emoji_Presentation" },
  ...{ ExtPict: "Extended_Pictographic", Hex: "Hex_Digit" },
  ...{ IDC: "ID_Continue", IDS: "ID_Start", Ideo: "Ideographic" },
  ...{ Lower: "Lowercase", QMark: "Quotation_Mark" },
  ...{ STerm: "Sentence_Terminal", Term: "Terminal_Punctuation" },
  ...{ UIdeo: "Unified_Ideograph", Upper: "Uppercase" },
  ...{ VS: "Variation_Selector", space: "White_Space" },
};

/**
 * The code points of a class, rising; undefined where it is not known here.
 *
 * @param property `General_Category`, `Script` (or `gc`, `sc`), or a property that has no value.
 */
export function classOf(
  property: string,
  value: string | null,
): number[] | undefined {
  switch (property) {
    case "General_Category":
    case "gc":
      return category(value!);
    case "Script":
    case "sc":
      return known(SCRIPTS, SHORT_SCRIPTS[value!] ?? value!);
    case "ASCII":
      return Array.from({ length: 128 }, (_, point) => point);
    default:
      return value === null
        ? known(BINARY, SHORT_BINARY[property] ?? property)
        : undefined;
  }
}

function category(name: string): number[] | undefined {
  const short = LONG[name] ?? name;
  if (Object.hasOwn(CATEGORIES, short)) return known(CATEGORIES, short);
  const members = short === "LC"
    ? ["Lu", "Ll", "Lt"]
    : Object.keys(CATEGORIES).filter((one) => one[0] === short);
  if (members.length === 0) return undefined;
  return members.flatMap((one) => known(CATEGORIES, one)!)
    .sort((a, b) => a - b);
}

function known(
  table: Readonly<Record<string, string>>,
  name: string,
): number[] | undefined {
  if (!Object.hasOwn(table, name)) return undefined;
  const points: number[] = [];
  const numbers = table[name].split(" ").map((one) => parseInt(one, 36));
  let next = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    next += numbers[i];
    for (let j = 0; j < numbers[i + 1]; j++) points.push(next++);
  }
  return points;
}
