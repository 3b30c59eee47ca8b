// Words of other tools lead to generators.
import { assert, assertEquals } from "@std/assert";
import { otherWords } from "../../generators/other_words.ts";
import { generators } from "../../source/registry.ts";

Deno.test("every other word is one of small letters, is no generator's name, and means one that is there", () => {
  assert(otherWords.size > 100);
  for (const [word, name] of otherWords) {
    assert(/^[a-z0-9]+$/.test(word), word);
    assert(!generators.has(word), word);
    assert(generators.has(name), name);
    assertEquals(generators.meant(word)?.name, name);
  }
});

Deno.test("a name is found whatever stands between its parts, by its last part, and misspelt", () => {
  const meant: [string, string | undefined][] = [
    ["first_name", "person.first_name"],
    ["firstName", "person.first_name"],
    ["fist_name", "person.first_name"],
    ["Person.FirstName", "person.first_name"],
    ["creditCard", "credit_card"],
    ["uid", "uuid"],
    ["DateTime", "timestamp"],
    ["something else", undefined],
  ];
  for (const [word, name] of meant) {
    assertEquals(generators.meant(word)?.name, name, word);
  }
});
