import { assertEquals } from "@std/assert";
import type { GenfileInput } from "../../../core/planning/plan_maker.ts";

import { check, messages, ONE, planOf, SHOP } from "./_plans.ts";

Deno.test("to says which files there are", () => {
  const paths = (to: string, overrides: GenfileInput["overrides"] = {}) =>
    planOf(SHOP, { overrides: { to, ...overrides } }).output.files
      .map(({ path, tables }) => `${path}:${tables.length}`);
  const three = (before: string, after: string) =>
    ["customers", "orders", "items"].map((name) =>
      `${before}${name}${after}:1`
    );
  assertEquals(paths("data"), three("data/", ".csv"));
  assertEquals(paths("data/"), three("data/", ".csv"));
  assertEquals(paths("."), three("./", ".csv"));
  assertEquals(paths(".."), three("../", ".csv"));
  assertEquals(paths("/"), three("/", ".csv"));
  assertEquals(paths("v1.2/"), three("v1.2/", ".csv"));
  assertEquals(paths(".hidden"), three(".hidden/", ".csv"));
  assertEquals(paths("data", { format: "ndjson" }), three("data/", ".ndjson"));
  assertEquals(paths("x/{table}/rows.tsv"), three("x/", "/rows.tsv"));
  assertEquals(paths("{table}"), three("", ""));
  assertEquals(paths("all.sql"), ["all.sql:3"]);
  assertEquals(paths("all.json"), ["all.json:3"]);
  assertEquals(paths("one.csv", { only: ["items"] }), ["one.csv:1"]);
  assertEquals(paths("null"), [":3"]);
  assertEquals(paths("-", { format: "sql" }), [":3"]);
  assertEquals(paths("-", { only: ["items"] }), [":1"]);
});

Deno.test("the format follows the extension, and an option wins over it", () => {
  const format = (target: string, overrides: GenfileInput["overrides"] = {}) =>
    planOf(`${ONE}\n[target]\n${target}`, { overrides }).output.format;
  assertEquals(format(""), "csv");
  assertEquals(format('to = "{table}.ndjson"'), "ndjson");
  assertEquals(format('to = "{table}.txt"'), "csv");
  assertEquals(format('to = "{table}.txt"\nformat = "tsv"'), "tsv");
  assertEquals(format('to = "a.sql"', { format: "json" }), "json");
  assertEquals(format('to = "a.sql"', { to: "b.tsv" }), "tsv");
});

Deno.test("options of the Genfile's format do no harm when the command line asks for another", () => {
  const text = `${ONE}\n[target]\nheader = false\n`;
  assertEquals(planOf(text).output.options.header, false);
  assertEquals(
    planOf(text, { overrides: { format: "json" } }).output.format,
    "json",
  );
  assertEquals(messages(`${text}format = "json"\n`), [
    '"header" is an option of format "csv"',
  ]);
});

Deno.test("a run never writes over what it reads", () => {
  const text = `${ONE}\n[dict.d]\nfile = "t.csv"\n`;
  const readFile = () => new TextEncoder().encode("name\na\n");
  assertEquals(messages(text, { readFile, overrides: { to: "shop" } }), [
    '"shop/t.csv" is read by this run and cannot be written by it',
  ]);
  assertEquals(
    messages(ONE, { overrides: { to: "shop/Genfile.toml" } }),
    ['"shop/Genfile.toml" is read by this run and cannot be written by it'],
  );
});

Deno.test("a misspelt {table} in a path is no folder's name", () => {
  for (const to of ["{tabel}.csv", "out/{Table}.csv", "{table}/{tables}"]) {
    const { diagnostics } = check(ONE, { overrides: { to } });
    assertEquals(diagnostics.map(({ hint }) => hint), [
      'did you mean "{table}"?',
    ]);
  }
});
