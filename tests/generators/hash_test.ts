import { assertEquals } from "@std/assert";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { reportOf, tableOf } from "./_tables.ts";

function hexOf(algorithm: string, text: string): string {
  return createHash(algorithm).update(text).digest("hex");
}

Deno.test("a hash of a column is that of its text", () => {
  for (const algorithm of ["md5", "sha1", "sha256"]) {
    const tables = tableOf(`name = "person.full_name"
text = { template = "{name}" }
c = { gen = "hash", of = "name", algorithm = "${algorithm}" }`);
    const names = tables.texts("name", 300);
    assertEquals(
      tables.texts("c", 300),
      names.map((name) => hexOf(algorithm, name)),
    );
  }
});

Deno.test("a hash of NULL is NULL", () => {
  const tables = tableOf(`n = { gen = "int", min = 1, max = 99, null = 0.3 }
c = { gen = "hash", of = ["n"] }`);
  assertEquals(
    tables.values("c"),
    tables.values("n").map((n) => n === null ? null : hexOf("md5", `${n}`)),
  );
});

Deno.test("a hash of several columns is that of their lengths and texts", () => {
  const tables = tableOf(`n = { gen = "int", min = -9, max = 999, null = 0.3 }
day = "date"
price = { gen = "decimal", min = 0, max = 99, scale = 2 }
name = { gen = "person.full_name", locale = "pt_BR" }
id = "uuid"
written = { template = "{day}|{price}|{name}|{id}" }
c = { gen = "hash", of = ["n", "day", "price", "name", "id"], algorithm = "sha256" }`);
  const written = tables.texts("written");
  const numbers = tables.values("n");
  tables.texts("c").forEach((hash, i) => {
    const texts = [numbers[i], ...written[i].split("|")];
    const message = texts.map((text) =>
      text === null
        ? "-,"
        : `${new TextEncoder().encode(`${text}`).length}:${text},`
    );
    assertEquals(hash, hexOf("sha256", message.join("")));
  });
});

Deno.test("a chain of hashes, each of the row and of an earlier row's hash", () => {
  const tables = tableOf(`id = "sequence"
earlier = { ref = "t.c" }
c = { gen = "hash", of = ["id", "earlier"], algorithm = "sha1" }`);
  const earlier = tables.values("earlier");
  tables.texts("c").forEach((hash, i) => {
    const parts = [i + 1, earlier[i]].map((part) =>
      part === null ? "-," : `${`${part}`.length}:${part},`
    );
    assertEquals(hash, hexOf("sha1", parts.join("")));
  });
});

Deno.test("any text has the hash that the platform gives", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const value = JSON.stringify(text).replaceAll("\u007f", "\\u007f");
      const tables = tableOf(`v = { value = ${value.replaceAll("$", "$$")} }
c = { gen = "hash", of = "v", algorithm = "sha1" }`.replaceAll("${", "$${"));
      assertEquals(tables.texts("c", 1), [hexOf("sha1", text)]);
    }),
    { numRuns: 40, seed: 1, examples: [["x".repeat(5000)], [""]] },
  );
});

Deno.test("columns that are none, and algorithms, are refused", () => {
  const of = (params: string) =>
    reportOf(`n = "int"\nc = { gen = "hash", ${params} }`);
  assertEquals(of(`of = "m"`).message, `unknown column "m"`);
  assertEquals(of(`of = ["n", "m"]`).marked, `"m"`);
  assertEquals(of(`of = []`).message, "of is empty");
  assertEquals(of(`of = "n", algorithm = "md6"`).hint, `did you mean "md5"?`);
  assertEquals(
    reportOf(`c = { gen = "hash", of = "c" }`).message,
    "columns need each other in a circle: t.c -> t.c",
  );
});
