import { assert, assertEquals } from "@std/assert";
import { eastAsianWidth } from "get-east-asian-width";
import fc from "fast-check";
import { renderDiagnostics } from "../../../core/genfile/render.ts";

Deno.test("a diagnostic looks as the language's page shows it", () => {
  const text = `${"\n".repeat(13)}id = { gen = "sequense" }\n`;
  const rendered = renderDiagnostics(
    [{
      severity: "error",
      message: 'unknown generator "sequense"',
      place: { line: 14, column: 14, length: 10 },
      hint: 'did you mean "sequence"?',
    }],
    "shop.toml",
    text,
  );
  assertEquals(
    rendered,
    `error: unknown generator "sequense"
  --> shop.toml:14:14
   |
14 | id = { gen = "sequense" }
   |              ^^^^^^^^^^ did you mean "sequence"?
`,
  );
});

Deno.test("what has no place is a line, and its hint another", () => {
  assertEquals(
    renderDiagnostics(
      [
        { severity: "error", message: "first" },
        { severity: "warning", message: "second", hint: "do something" },
      ],
      "a.toml",
      "",
    ),
    "error: first\n\nwarning: second\n  = do something\n",
  );
});

Deno.test("marks stand under what they mean beside tabs and wide characters", () => {
  for (
    const [line, marked] of [
      ["\tx = wrong", "wrong"],
      ['"名前" = { wrong = 1 }', "wrong"],
      ['"名前" = 1', '"名前"'],
      ['e\u0301 = "🙂🙂", wrong', "wrong"],
      ["a = '\t', wrong\t", "wrong"],
    ]
  ) {
    const [, , , shown, mark] = renderDiagnostics(
      [{
        severity: "error",
        message: "m",
        place: {
          line: 1,
          column: line.indexOf(marked) + 1,
          length: marked.length,
        },
      }],
      "a.toml",
      line,
    ).split("\n");
    const meant = shown.indexOf(marked.replaceAll("\t", "    "));
    assertEquals(
      columns(mark.slice(0, mark.indexOf("^"))),
      columns(
        shown.slice(0, meant),
      ),
    );
    assertEquals(mark.match(/\^+/)![0].length, columns(marked));
  }
});

/** Columns of a terminal, for texts without control characters. */
function columns(text: string): number {
  return Array.from(text).reduce(
    (sum, one) =>
      sum + (/\p{Mark}/u.test(one) ? 0 : eastAsianWidth(one.codePointAt(0)!)),
    0,
  );
}

Deno.test("a long line is cut around the mark", () => {
  const line = `${"a".repeat(500)}HERE${"b".repeat(500)}`;
  const rendered = renderDiagnostics(
    [{
      severity: "error",
      message: "m",
      place: { line: 1, column: 501, length: 4 },
    }],
    "a.toml",
    line,
  ).split("\n");
  const [, , , shown, mark] = rendered;
  assert(shown.length < 120);
  assertEquals(shown.indexOf("HERE"), mark.indexOf("^^^^"));
  assert(shown.includes("…a") && shown.endsWith("b…"));
});

Deno.test("any diagnostic of any text is rendered, in lines that no text can break", () => {
  const text = fc.string({ unit: "binary", maxLength: 60 });
  const diagnostic = fc.record({
    severity: fc.constantFrom<("error" | "warning")[]>("error", "warning"),
    message: text,
    place: fc.option(
      fc.record({
        line: fc.integer({ min: 1, max: 5 }),
        column: fc.integer({ min: 1, max: 80 }),
        length: fc.integer({ min: 1, max: 80 }),
      }),
      { nil: undefined },
    ),
    hint: fc.option(text, { nil: undefined }),
  });
  fc.assert(
    fc.property(diagnostic, text, (one, file) => {
      const rendered = renderDiagnostics([one], "a.toml", file);
      const lines = one.place !== undefined
        ? 5
        : one.hint === undefined
        ? 1
        : 2;
      assertEquals(rendered.split("\n").length, lines + 1);
      assert(!/(?!\n)[\p{Cc}\u2028\u2029\u202e]/u.test(rendered));
    }),
    { numRuns: 2000 },
  );
});
