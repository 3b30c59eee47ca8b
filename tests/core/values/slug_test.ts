import { assertEquals, assertMatch } from "@std/assert";
import fc from "fast-check";
import { slug } from "../../../core/values/slug.ts";

Deno.test("slugs are ASCII letters and digits with single hyphens", () => {
  for (
    const [text, made] of [
      ["", ""],
      ["Ana", "ana"],
      ["José d'Ávila & Søn", "jose-davila-son"],
      ["O'Neil", "oneil"],
      ["O’Neil", "oneil"],
      ["Conceição", "conceicao"],
      ["Cafe\u0301", "cafe"],
      [
        "Muñoz Łódź Straße Æsir Œuvre Þór Ðorđe İzmir ﬁn ǽ",
        "munoz-lodz-strasse-aesir-oeuvre-thor-dhorde-izmir-fin-ae",
      ],
      ["Nguyễn Thị Ánh", "nguyen-thi-anh"],
      ["  --a__b!!  c--", "a-b-c"],
      ["Siti Nur'aini, S.Pd.", "siti-nuraini-s-pd"],
      ["日本 x", "x"],
      ["Привет", ""],
      ["🙂", ""],
      ["１º", "1o"],
    ]
  ) assertEquals(slug(text), made);
});

Deno.test("a slug is its own slug, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const made = slug(text);
      assertMatch(made, /^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      assertEquals(slug(made), made);
    }),
    { numRuns: 1000 },
  );
});
