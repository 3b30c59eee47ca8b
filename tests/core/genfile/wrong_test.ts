// Every Genfile in tests/wrong/ is wrong, and has beside it what thrust says about it. UPDATE=1 writes these anew:
// read the difference before it is committed.
import { assert, assertEquals } from "@std/assert";
import { renderDiagnostics } from "../../../core/genfile/render.ts";
import { checkGenfile } from "../../../core/planning/plan_maker.ts";
import { formats, generators } from "../../../source/registry.ts";

const FOLDER = new URL("../../wrong/", import.meta.url);

async function messagesOf(name: string): Promise<string> {
  const url = new URL(`${name}.toml`, FOLDER);
  const text = new TextDecoder("utf-8", { ignoreBOM: true })
    .decode(Deno.readFileSync(url));
  const check = () =>
    checkGenfile({
      text,
      file: url.pathname,
      environment: { SET: "set" },
      readFile: (path) => Deno.readFileSync(path),
      generators,
      formats,
      now: 0,
      randomSeed: () => "1",
      cores: 2,
    });
  let checked = check();
  while (await generators.load()) checked = check();
  const { plan, diagnostics } = checked;
  assertEquals(plan, undefined, `${name} has a plan`);
  assert(diagnostics.some(({ severity }) => severity === "error"));
  return renderDiagnostics(diagnostics, `${name}.toml`, text);
}

function namesOf(extension: string): string[] {
  return Array.from(Deno.readDirSync(FOLDER))
    .filter(({ name }) => name.endsWith(extension))
    .map(({ name }) => name.slice(0, -extension.length))
    .sort();
}

Deno.test("every wrong Genfile has its messages, and there are no others", () => {
  const names = namesOf(".toml");
  assert(names.length >= 40);
  if (Deno.env.get("UPDATE") === undefined) {
    assertEquals(namesOf(".txt"), names);
  }
});

for (const name of namesOf(".toml")) {
  Deno.test(`tests/wrong/${name}.toml is told as expected`, async () => {
    const expected = new URL(`${name}.txt`, FOLDER);
    const messages = await messagesOf(name);
    if (Deno.env.get("UPDATE") !== undefined) {
      Deno.writeTextFileSync(expected, messages);
    }
    assertEquals(messages, Deno.readTextFileSync(expected));
  });
}
