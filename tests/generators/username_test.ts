import { assert, assertEquals } from "@std/assert";
import { slug } from "../../core/values/slug.ts";
import { assertCounts } from "../statistics.ts";
import { tableOf } from "./_tables.ts";

Deno.test("account names come in six forms, by their weights", () => {
  const tables = tableOf(`
first = "person.first_name"
last = "person.last_name"
c = "username"
`);
  const first = tables.texts("first", 20000).map(slug);
  const last = tables.texts("last", 20000).map(slug);
  const forms = [".", "_", "", "initial", ".99", "_99"];
  const counts = forms.map(() => 0);
  tables.texts("c", 20000).forEach((text, i) => {
    const number = /\d\d$/.test(text) ? "99" : "";
    const name = number === "" ? text : text.slice(0, -2);
    const separator = name.slice(
      first[i].length,
      name.length - last[i].length,
    );
    const form = name === first[i] + separator + last[i]
      ? separator + number
      : "initial";
    if (form === "initial") assertEquals(name, first[i][0] + last[i]);
    assert(forms.includes(form), `${text} of ${first[i]} ${last[i]}`);
    counts[forms.indexOf(form)]++;
  });
  assertCounts(counts, [5, 2, 2, 3, 2, 2].map((weight) => weight / 16));
});

Deno.test("the numbers of account names go from 01 to 99", () => {
  const counts = new Array(99).fill(0);
  for (const text of tableOf(`"username"`).texts("c", 60000)) {
    const number = /\d\d$/.exec(text);
    if (number !== null) counts[Number(number[0]) - 1]++;
  }
  assertCounts(counts, counts.map(() => 1 / 99));
});

Deno.test("account names are plain ASCII", () => {
  for (const locale of ["en_US", "pt_BR", "id_ID"]) {
    const tables = tableOf(`{ gen = "username", locale = "${locale}" }`);
    for (const text of tables.texts("c")) {
      assert(/^[a-z0-9._-]+$/.test(text), text);
    }
  }
});
