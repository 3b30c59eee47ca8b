import { assertEquals } from "@std/assert";
import { quoteName, quoteTable, schemaOf } from "../../../core/sql/names.ts";

Deno.test("names are quoted as each dialect wants, quotes in them doubled", () => {
  assertEquals(quoteName('a"b`c', "postgres"), '"a""b`c"');
  assertEquals(quoteName('a"b`c', "sqlite"), '"a""b`c"');
  assertEquals(quoteName('a"b`c', "mysql"), '`a"b``c`');
});

Deno.test("a table's name splits into schema and table at its last dot, but not in SQLite", () => {
  assertEquals(quoteTable("app.accounts", "postgres"), '"app"."accounts"');
  assertEquals(quoteTable("a.b.c", "mysql"), "`a.b`.`c`");
  assertEquals(quoteTable("app.accounts", "sqlite"), '"app.accounts"');
  assertEquals(quoteTable("accounts", "postgres"), '"accounts"');
  assertEquals(schemaOf("app.accounts", "postgres"), "app");
  assertEquals(schemaOf("accounts", "postgres"), undefined);
});
