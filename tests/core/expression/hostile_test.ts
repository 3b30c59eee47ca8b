// Whatever stands in an expression, something is said about it, and nothing is thrown or taken for a name of
// JavaScript.
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { genfileOf, reports, Tables } from "../../generators/_tables.ts";

const COLUMNS = `a = "int"\nb = "person.full_name"\nd = "date"`;

/** Messages, or none where it is an expression. */
function messages(text: string): string[] {
  const file = genfileOf(`c = { expr = ${JSON.stringify(text)} }\n${COLUMNS}`);
  return reports(file).map(({ message }) => message);
}

Deno.test("hostile texts are refused with a message", () => {
  for (
    const text of [
      "this",
      "a ** 2",
      "a b",
      "a; b",
      "a === 1",
      "a = 1",
      "a => 1",
      "`${a}`",
      "a.b.c",
      'a["constructor"]',
      "a?.b",
      "constructor",
      "__proto__",
      "toString()",
      "col.constructor('return 1')()",
      "(() => 1)()",
      "new a()",
      "function () {}",
      "a & 1",
      "a | 1",
      "a ^ 1",
      "~a",
      "a << 1",
      "a >>> 1",
      "1e400",
      "9007199254740993",
      "99999999999999999999999999",
      "0x10",
      "1__0",
      "a,",
      "a;",
      ";a",
      "(a,)",
      "(,a)",
      "(a, b)",
      "[a, b]",
      "[1]",
      "a in a",
      "{}",
      "a ?",
      "a ? 1",
      '"abc',
      "'",
      "\\",
      "\u0000",
      "",
      " ",
      "()",
      "max()",
      "col()",
      "rows()",
      "import('x')",
      "/a/",
      "a++",
      "--",
      "@a",
      "#a",
      "run",
      "run.constructor",
      "run.now.epoch",
      "row.a",
      "max(a,,1)",
      "a..b",
      ".",
    ]
  ) {
    const found = messages(text);
    assert(found.length === 1 && found[0] !== "", `${text}: ${found}`);
  }
});

Deno.test("nesting and length have an end", () => {
  const deep = (n: number) => "(".repeat(n) + "a" + ")".repeat(n);
  assertEquals(messages(deep(100)), []);
  assertEquals(messages(deep(2000)), ["the expression is nested too deeply"]);
  assert(messages(deep(20_000))[0].endsWith("characters"));
  assertEquals(messages("-".repeat(4000) + "a"), [
    "the expression is nested too deeply",
  ]);
  assertEquals(messages(`a${" + a".repeat(300)}`), []);
  assertEquals(messages(`a${"+a".repeat(4000)}`), [
    "the expression is nested too deeply",
  ]);
  assertEquals(messages("a>1?1:".repeat(1500) + "2"), [
    "the expression is nested too deeply",
  ]);
  assertEquals(messages("[".repeat(4000)), [
    "the expression is nested too deeply",
  ]);
});

Deno.test("any text is an expression that can be computed, or is refused", () => {
  const word = fc.constantFrom(
    ...["a", "b", "d", "row", "run.now", "null", "true", "1", "2.5", "1e3"],
    ...['"x"', '"2020-01-01"', "(", ")", ",", "[", "]", "+", "-", "*", "/"],
    ...["%", "==", "!=", "<", ">=", "&&", "||", "!", "?", ":", "in", "max("],
    ...["days(", "lower(", "if(", "coalesce(", "concat(", "constructor", "."],
    ...["format(", "truncate(", "substr(", "round(", "months(", "sqrt("],
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(word, { maxLength: 9 }).map((words) => words.join(" ")),
      ),
      (text) => {
        if (messages(text).length > 0) return;
        const file = genfileOf(
          `c = { expr = ${JSON.stringify(text)} }\n${COLUMNS}`,
        );
        new Tables(file).values("c", 20);
      },
    ),
    { numRuns: 3000, seed: 7 },
  );
});
