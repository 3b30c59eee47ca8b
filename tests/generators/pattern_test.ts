import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { assertCounts } from "../statistics.ts";
import { reportOf, tableOf } from "./_tables.ts";

function texts(pattern: string, count = 1000): string[] {
  return tableOf(`{ pattern = ${JSON.stringify(pattern)} }`).texts("c", count);
}

function assertMatches(pattern: string, count = 1000): void {
  const expression = new RegExp(`^(?:${pattern})$`, "u");
  for (const text of texts(pattern, count)) {
    assert(expression.test(text), `${JSON.stringify(text)} of ${pattern}`);
  }
}

Deno.test("texts match their pattern", () => {
  for (
    const pattern of [
      "[A-Z]{3}-\\d{5}",
      "^abc$",
      "(foo|bar|baz)(_x)?",
      "\\w+@\\w+\\.(com|org)",
      "[^a-z]{4}[^\\d]",
      ".{1,20}",
      "(?:a|(?<name>b|c{2,3}))*",
      "\\S\\s\\D\\W[\\w.-]",
      "a{0}b{2,}c?d*",
      "\\x41\\u0042\\.\\*\\\\",
      "[à-ü]{3}€[😀-😎]",
      "|x",
      "((((a|b){2}){2}){2}){2}",
    ]
  ) assertMatches(pattern);
});

/**
 * Patterns of everything that can be made. Only single characters repeat without end, because what RegExp then does
 * with groups can take for ever.
 */
const patterns: fc.Arbitrary<string> = fc.letrec<{ pattern: string }>((tie) => {
  const character = fc.constantFrom(..."abcXYZ019_- /<>é漢");
  const letter = fc.oneof(
    character,
    fc.constantFrom("\\d", "\\w", "\\s", "\\D", "\\W", "\\S", ".", "\\."),
    fc.tuple(
      fc.constantFrom("", "^"),
      fc.array(fc.constantFrom("a-f", "0-9", "x", "_", "\\d", "\\s", "."), {
        minLength: 1,
        maxLength: 4,
      }),
    ).map(([negated, parts]) => `[${negated}${parts.join("")}]`),
  );
  const times = fc.oneof(
    fc.constantFrom("", "", "?"),
    fc.nat(3).map((n) => `{${n}}`),
    fc.tuple(fc.nat(2), fc.nat(2)).map(([n, more]) => `{${n},${n + more}}`),
  );
  const endless = fc.oneof(
    fc.constantFrom("*", "+", "*?"),
    fc.nat(2).map((n) => `{${n},}`),
  );
  const group = fc.tuple(fc.constantFrom("(", "(?:"), tie("pattern"), times)
    .map(([open, inner, times]) => `${open}${inner})${times}`);
  const part = fc.oneof(
    { maxDepth: 2 },
    fc.tuple(letter, fc.oneof(times, endless)).map((both) => both.join("")),
    group,
  );
  const sequence = fc.array(part, { maxLength: 3 })
    .map((parts) => parts.join(""));
  return {
    pattern: fc.array(sequence, { minLength: 1, maxLength: 3 })
      .map((alternatives) => alternatives.join("|")),
  };
}).pattern;

Deno.test("texts match whatever pattern they are made of", () => {
  fc.assert(
    fc.property(patterns, (pattern) => assertMatches(pattern, 60)),
    { numRuns: 80, seed: 1 },
  );
});

Deno.test("alternatives, characters and numbers of repetitions are equally likely", () => {
  const counts = { a: 0, b: 0, ccc: 0 } as Record<string, number>;
  for (const text of texts("a|b|ccc", 30000)) counts[text]++;
  assertCounts(Object.values(counts), [1 / 3, 1 / 3, 1 / 3]);
  const lengths = new Array(4).fill(0);
  for (const text of texts("x{0,3}", 20000)) lengths[text.length]++;
  assertCounts(lengths, lengths.map(() => 0.25));
});

Deno.test("decisions are independent of each other", () => {
  const counts = new Array(16).fill(0);
  for (const text of texts("[01](0|1)[01]?1?", 1)) assert(text !== undefined);
  for (const text of texts("(0|1)(0|1)(0|1)(0|1)", 20000)) {
    counts[parseInt(text, 2)]++;
  }
  assertCounts(counts, counts.map(() => 1 / 16));
});

Deno.test("endless repetitions end after eight more", () => {
  const longest = (pattern: string) =>
    Math.max(...texts(pattern, 5000).map((text) => text.length));
  assertEquals(longest("a*"), 8);
  assertEquals(longest("a+"), 9);
  assertEquals(longest("a{3,}"), 11);
});

Deno.test("a pattern says whether its texts are plain", () => {
  const plain = (pattern: string) =>
    tableOf(`{ pattern = '${pattern}' }`).table("t").column("c").prepared.plain;
  assertEquals(plain("[A-Z]{3}-\\d{5}"), true);
  assertEquals(plain("[A-Z]*"), false, "may be empty");
  assertEquals(plain("a(,|b)"), false, "has a comma");
  assertEquals(plain(".x"), false, "has everything");
});

Deno.test("what cannot be made is refused at its place", () => {
  const cases: [string, string, string][] = [
    ["ab(?=c)", "look-around cannot be used to make texts", "(?=c)"],
    ["(?<!x)y", "look-around cannot be used to make texts", "(?<!x)"],
    ["(a)b\\1", "back-references cannot be used to make texts", "\\1"],
    ["a\\bc", "it cannot be told whether \\b holds here", "\\b"],
    [
      "\\p{Script_Extensions=Greek}",
      "characters of \\p{Script_Extensions=Greek} are not known",
      "\\p{Script_Extensions=Greek}",
    ],
    [
      "x\\p{Changes_When_Lowercased}",
      "characters of \\p{Changes_When_Lowercased} are not known",
      "\\p{Changes_When_Lowercased}",
    ],
    ["(x)?\\by", "it cannot be told whether \\b holds here", "\\b"],
    ["\\B\\w", "it cannot be told whether \\B holds here", "\\B"],
    ["(?:a(?<!b))+", "look-around cannot be used to make texts", "(?<!b)"],
    ["(?<n>a)\\k<n>", "back-references cannot be used to make texts", "\\k<n>"],
    ["a^b", "^ can only stand at the beginning", "^"],
    ["(a$)b", "$ can only stand at the end", "$"],
    ["x[]y", "no character matches []", "[]"],
    ["[^ -~]", "no character matches [^ -~]", "[^ -~]"],
  ];
  for (const [pattern, message, stretch] of cases) {
    const report = reportOf(`{ pattern = '${pattern}' }`);
    assertEquals(report.message, message);
    assertEquals(report.marked, stretch, pattern);
  }
});

Deno.test("what is no regular expression is refused where it goes wrong", () => {
  const report = reportOf(`{ pattern = 'ab[cd' }`);
  assertEquals(report.message, "the pattern is not a regular expression");
  assertEquals(report.hint, "unterminated character class");
  assertEquals(report.marked.length, 1);
});

Deno.test("anchors at the ends of alternatives say nothing", () => {
  for (
    const pattern of [
      "^a$|^b$",
      "(?:^a|^b)c",
      "a(b$|c$)",
      "^(^x(y$))$",
      "^",
      "$",
      "^$",
      "(^|a)b",
    ]
  ) {
    assertMatches(pattern, 60);
  }
});

Deno.test("word boundaries are fine where they hold in every text", () => {
  for (
    const pattern of [
      "\\b\\w+\\b",
      "\\bfoo\\b bar\\b",
      "[a-c]\\B[0-9]",
      "-\\B-",
      "(?:ab|c)\\b\\.\\b(?:x|y)",
      "^\\b\\d{3}\\b$",
    ]
  ) assertMatches(pattern, 100);
});

Deno.test("classes of Unicode are those of RegExp", () => {
  for (
    const name of [
      ...["L", "Lu", "Letter", "gc=Nd", "General_Category=Sc", "LC", "P"],
      ...["Script=Greek", "sc=Cyrl", "Script=Lao", "Alphabetic", "Emoji"],
      ...["White_Space", "ASCII", "Hex", "Uppercase", "IDS"],
    ]
  ) {
    assertMatches(`\\p{${name}}`, 400);
    assertMatches(`[\\p{${name}}_]x`, 50);
  }
  assertMatches("\\P{L}\\P{Lu}[^\\p{Nd}]", 200);
});

Deno.test("all characters of a class occur", () => {
  const greek = new Set(texts("\\p{Script=Greek}", 20000));
  const all = Array.from({ length: 0x110000 }, (_, point) => point)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point))
    .filter((one) => /\p{Script=Greek}/u.test(one));
  assertEquals(greek, new Set(all));
});

Deno.test("letters in (?i:…) are of both cases", () => {
  assertEquals(new Set(texts("(?i:a)b", 100)), new Set(["ab", "Ab"]));
  assertEquals(new Set(texts("(?i:[xé])", 100)), new Set([..."xXéÉ"]));
  assertEquals(new Set(texts("(?i:a(?-i:b))", 100)), new Set(["ab", "Ab"]));
  assert(!texts("(?i:[^a])", 1000).some((text) => /a/i.test(text)));
  assertMatches("(?s:.)(?m:x)", 50);
});

Deno.test("long texts and many repetitions are made", () => {
  const [text] = texts("[ab]{65536}", 1);
  assert(/^[ab]{65536}$/.test(text));
  assertMatches("(abc|d){2000}", 3);
  assertMatches("(?:[a-z]{1,9} ){500}x*", 3);
  assertEquals(
    reportOf(`{ pattern = '[ab]{65537}' }`).message,
    "the pattern makes texts that are too long",
  );
  assertEquals(
    reportOf(`{ pattern = '[ab]{0,65536}' }`).message,
    "the pattern makes 65537 choices for a text",
  );
  assertEquals(
    reportOf(`{ pattern = '(a?|b?|c?|d?){20000}' }`).message,
    "the pattern has too many parts",
  );
});

Deno.test("lazy quantifiers and named groups make the same texts", () => {
  assertEquals(texts("(?<x>a|b)+?c{2,5}?"), texts("(a|b)+c{2,5}"));
});

Deno.test("a pattern of endless texts is refused", () => {
  assertEquals(
    reportOf(`{ pattern = '((a{999}){999}){999}' }`).message,
    "the pattern makes texts that are too long",
  );
});
