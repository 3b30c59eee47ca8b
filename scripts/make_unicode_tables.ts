// Writes core/values/unicode_tables.ts, which patterns take \p{…} from: `deno run -A scripts/make_unicode_tables.ts`.
// It was run once, on Unicode 17. The table stays, because another version of Unicode would change values.
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";

const PAGE = new URL("../core/values/unicode_tables.ts", import.meta.url);

/** All that can be in a text, by code point. */
const CHARACTERS = Array.from(
  { length: 0x110000 },
  (_, point) =>
    point >= 0xd800 && point < 0xe000 ? "" : String.fromCodePoint(point),
).join("");

const CATEGORIES = [
  ..."Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Co"
    .split(" "),
];

const BINARY = [
  ...["ASCII_Hex_Digit", "Alphabetic", "Dash", "Diacritic", "Emoji"],
  ...["Emoji_Modifier", "Emoji_Presentation", "Extended_Pictographic"],
  ...["Hex_Digit", "ID_Continue", "ID_Start", "Ideographic", "Lowercase"],
  ...["Math", "Quotation_Mark", "Sentence_Terminal", "Terminal_Punctuation"],
  ...["Unified_Ideograph", "Uppercase", "Variation_Selector", "White_Space"],
];

/** `gap length gap length …`, in base 36: characters that are not of the class, then such as are. */
function runsOf(property: string): string {
  const numbers: number[] = [];
  let next = 0;
  for (
    const [run] of CHARACTERS.matchAll(new RegExp(`\\p{${property}}+`, "gu"))
  ) {
    const first = run.codePointAt(0)!;
    const { length } = [...run];
    numbers.push(first - next, length);
    next = first + length;
  }
  return numbers.map((number) => number.toString(36)).join(" ");
}

/** Every script by its longest name, and the others by that. */
function scripts(): {
  runs: Record<string, string>;
  short: Record<string, string>;
} {
  const source = readFileSync(
    new URL(
      "../node_modules/@eslint-community/regexpp/index.mjs",
      import.meta.url,
    ),
    "utf8",
  );
  const sets = source.slice(source.indexOf("const scValueSets"));
  const names = sets.slice(0, sets.indexOf(");")).match(
    /\b[A-Z][A-Za-z_]+\b/g,
  )!;
  const byRuns = new Map<string, string[]>();
  for (const name of new Set(names)) {
    if (["DataSet", "Zzzz", "Unknown"].includes(name)) continue;
    let runs: string;
    try {
      runs = runsOf(`Script=${name}`);
    } catch {
      continue;
    }
    if (runs !== "") byRuns.set(runs, [...byRuns.get(runs) ?? [], name]);
  }
  const runs: Record<string, string> = {};
  const short: Record<string, string> = {};
  for (const [text, [...all]] of byRuns) {
    const [long, ...others] = all.sort((a, b) => b.length - a.length);
    runs[long] = text;
    for (const other of others) short[other] = long;
  }
  return { runs, short };
}

function table(
  name: string,
  comment: string,
  runs: Record<string, string>,
): string {
  const lines = Object.entries(runs).sort(([a], [b]) => a < b ? -1 : 1).map((
    [key, text],
  ) => `  ${key}: ${quote(text)},`);
  return `/** ${comment} */
export const ${name}: Readonly<Record<string, string>> = {
${lines.join("\n")}
};
`;
}

/** A text as TypeScript, in lines that fit the page. */
function quote(text: string): string {
  const lines: string[] = [""];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last.length + word.length > 100) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.map((line, i) =>
    JSON.stringify(i === lines.length - 1 ? line : `${line} `)
  ).join(" +\n    ");
}

const { runs, short } = scripts();
writeFileSync(
  PAGE,
  `// Classes of characters of Unicode ${process.versions.unicode}, made by scripts/make_unicode_tables.ts; not edited by hand.
// Each is \`gap length gap length …\` in base 36: characters that are not of the class, then such as are.

${
    table(
      "CATEGORIES",
      "General categories, without surrogates and what is not assigned.",
      Object.fromEntries(CATEGORIES.map((name) => [name, runsOf(name)])),
    )
  }
${table("SCRIPTS", "Scripts.", runs)}
${table("SHORT_SCRIPTS", "Other names of scripts.", short)}
${
    table(
      "BINARY",
      "Properties that a character has or has not.",
      Object.fromEntries(BINARY.map((name) => [name, runsOf(name)])),
    )
  }`,
);
