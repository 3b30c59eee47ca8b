// Makes core/values/case_tables.ts from the Unicode tables of the runtime: `deno run -A scripts/make_case_tables.ts`.
// It was run once. The result is committed and stays, because another Unicode version would change values.

const UNICODE = "17.0";
// Letters with diacritics that have an ASCII base, up to here and in the blocks of full-width and joined letters.
const LAST_LATIN = 0x2bff;

// What decomposition does not give: letters with strokes, joined letters, and letters of their own.
const SPELLED: Record<string, string> = {
  a: "ⱥɑɐɒ",
  b: "ƀɓƃ",
  c: "ȼƈɕ",
  d: "đɖɗƌȡ",
  e: "ɇəǝɛɘɜ",
  f: "ƒ",
  g: "ǥɠɡɢɣ",
  h: "ħɦⱨɥ",
  i: "ıɨɩɪ",
  j: "ȷɉʝ",
  k: "ƙⱪĸ",
  l: "łƚɫⱡɬɭȴ",
  m: "ɱɯ",
  n: "ƞɲɳȵŋɴ",
  o: "øɵɔ",
  p: "ƥᵽ",
  q: "ɋʠ",
  r: "ɍɽɹɾʀ",
  s: "ſȿʂƨȶʃ",
  t: "ŧƭʈⱦƫ",
  u: "ʉʊ",
  v: "ʋʌⱱ",
  w: "ⱳ",
  y: "ɏƴ",
  z: "ƶȥɀⱬʐʑʒ",
  ae: "æ",
  db: "ȸ",
  dh: "ð",
  oe: "œ",
  qp: "ȹ",
  ss: "ß",
  th: "þ",
};

interface Run {
  from: number;
  to: number;
  step: number;
  delta: number;
}

function main(): void {
  if (process.versions.unicode !== UNICODE) {
    throw new RangeError(
      `Cannot make the case tables: this runtime has Unicode ${process.versions.unicode}, not ${UNICODE}`,
    );
  }
  const text = [
    `// Case mappings and ASCII spellings of Unicode ${UNICODE}.0, made by scripts/make_case_tables.ts; not edited by hand.`,
    "",
    "/** Runs of code points above 127 whose lower case is one code point: first, last, step, distance; hexadecimal. */",
    `export const LOWER_RUNS =\n  ${quote(runs((c) => c.toLowerCase()))};`,
    "",
    "/** The same for upper case. */",
    `export const UPPER_RUNS =\n  ${quote(runs((c) => c.toUpperCase()))};`,
    "",
    "/** Lower cases of several code points: character, result, in turn. */",
    `export const LOWER_SPECIAL =\n  ${
      quote(specials((c) => c.toLowerCase()))
    };`,
    "",
    "/** The same for upper case. */",
    `export const UPPER_SPECIAL =\n  ${
      quote(specials((c) => c.toUpperCase()))
    };`,
    "",
    "/** ASCII spelling of lower-case letters: the spelling, then the letters that have it. */",
    `export const SPELLINGS: Readonly<Record<string, string>> = ${
      JSON.stringify(spellings(), null, 2)
    };`,
    "",
  ].join("\n");
  Deno.writeTextFileSync(
    new URL("../core/values/case_tables.ts", import.meta.url),
    text,
  );
}

function* characters(): Generator<string> {
  for (let point = 0x80; point <= 0x1ffff; point++) {
    if (point < 0xd800 || point > 0xdfff) yield String.fromCodePoint(point);
  }
}

function runs(change: (character: string) => string): string {
  const found: Run[] = [];
  for (const character of characters()) {
    const changed = change(character);
    if (changed === character || [...changed].length !== 1) continue;
    const point = character.codePointAt(0)!;
    const delta = changed.codePointAt(0)! - point;
    const run = found.at(-1);
    const step = run === undefined ? 0 : point - run.to;
    const fits = run !== undefined && run.delta === delta &&
      (run.from === run.to ? step <= 2 : step === run.step);
    if (fits) {
      run.step = step;
      run.to = point;
    } else {
      found.push({ from: point, to: point, step: 1, delta });
    }
  }
  return found.map(({ from, to, step, delta }) =>
    [from, to, step, delta].map((n) => n.toString(16)).join(" ")
  ).join(" ");
}

function specials(change: (character: string) => string): string {
  return [...characters()].filter((c) => [...change(c)].length > 1)
    .map((c) => `${c} ${change(c)}`).join(" ");
}

function spellings(): Record<string, string> {
  const letters = new Map<string, string>();
  for (const character of characters()) {
    const point = character.codePointAt(0)!;
    if (point > LAST_LATIN && (point < 0xfb00 || point > 0xff5a)) continue;
    if (character.toLowerCase() !== character) continue;
    if (!/[\p{L}\p{Nd}]/u.test(character)) continue;
    const base = character.normalize("NFKD").replace(/\p{M}/gu, "");
    if (/^[a-z0-9]+$/.test(base)) letters.set(character, base);
  }
  for (const [spelling, all] of Object.entries(SPELLED)) {
    for (const letter of all) letters.set(letter, spelling);
  }
  // A stroke and a diacritic on one letter (ǿ, ǽ).
  for (const character of characters()) {
    if (letters.has(character) || character.toLowerCase() !== character) {
      continue;
    }
    const [base, ...marks] = character.normalize("NFD");
    const spelling = letters.get(base);
    if (spelling !== undefined && marks.length > 0) {
      letters.set(character, spelling);
    }
  }
  const grouped: Record<string, string> = {};
  for (const [letter, spelling] of letters) {
    grouped[spelling] = (grouped[spelling] ?? "") + letter;
  }
  return Object.fromEntries(
    Object.entries(grouped).sort(([a], [b]) => a < b ? -1 : 1),
  );
}

/** A text as TypeScript, in lines that fit the page; letters of other scripts and marks are escaped. */
function quote(text: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const escaped = [...word].map((c) =>
      c < "\x7f" ? c : `\\u{${c.codePointAt(0)!.toString(16)}}`
    ).join("");
    if (line.length + escaped.length > 100) {
      lines.push(`${line} `);
      line = escaped;
    } else line = line === "" ? escaped : `${line} ${escaped}`;
  }
  lines.push(line);
  return lines.map((each) => JSON.stringify(each).replaceAll("\\\\u", "\\u"))
    .join(" +\n  ");
}

main();
