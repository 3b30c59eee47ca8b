import { assertEquals } from "@std/assert";
import { copyPlaceOf, stated } from "../../../target/postgres/failure.ts";

function placeOf(where: string) {
  return copyPlaceOf({ code: "", message: "", where });
}

Deno.test("a COPY's context says line, column and value", () => {
  assertEquals(placeOf('COPY t, line 3, column c: "a b"'), {
    line: 3,
    column: "c",
    value: "a b",
  });
  assertEquals(placeOf("COPY my table, line 12, column two words"), {
    line: 12,
    column: "two words",
    value: undefined,
  });
  assertEquals(placeOf("COPY t, line 12, column c: null input"), {
    line: 12,
    column: "c",
    value: undefined,
  });
  assertEquals(placeOf('COPY t, line 1: "1\ta, line 7, column x"'), {
    line: 1,
    column: undefined,
    value: undefined,
  });
  assertEquals(
    placeOf("PL/pgSQL function f() line 1 at RAISE\nCOPY t, line 4"),
    { line: 4, column: undefined, value: undefined },
  );
  assertEquals(placeOf('COPY t, line 2, column c: "a\nb"')?.value, "a\nb");
  assertEquals(placeOf("SQL statement"), undefined);
  assertEquals(copyPlaceOf({ code: "", message: "" }), undefined);
});

Deno.test("an error is one line, with what the server advises or else what we know", () => {
  assertEquals(
    stated({
      code: "2BP01",
      message: "cannot drop table t because other objects depend on it",
      detail: "view v depends on table t\nview w depends on table t",
      hint: "Use DROP ... CASCADE to drop the dependent objects too.",
    }),
    "cannot drop table t because other objects depend on it (2BP01); " +
      "view v depends on table t, view w depends on table t; " +
      "Use DROP ... CASCADE to drop the dependent objects too",
  );
  assertEquals(
    stated({ code: "3D000", message: "no" }),
    "no (3D000); create it with createdb, or name another in the URL",
  );
  assertEquals(stated({ code: "99999", message: "no" }), "no (99999)");
});
