// Genfiles that nobody has thought of: true ones and wrong ones, cut up and put together anew.
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { renderDiagnostics } from "../../../core/genfile/render.ts";
import { checkGenfile } from "../../../core/planning/plan_maker.ts";
import { generators } from "../../../generators/registry.ts";
import { formats } from "../../../source/formats/registry.ts";
import { Source } from "../../../source/source.ts";

function textsOf(folder: string): string[] {
  const url = new URL(`../../../${folder}/`, import.meta.url);
  return Array.from(Deno.readDirSync(url))
    .filter(({ name }) => name.endsWith(".toml"))
    .map(({ name }) => name).sort()
    .map((name) => Deno.readTextFileSync(new URL(name, url)));
}

const texts = [...textsOf("examples"), ...textsOf("tests/wrong")];
const lines = texts.flatMap((text) => text.split(/\r?\n/))
  .filter((line) => line.length < 200);
const words = lines.flatMap((line) =>
  line.match(/[\w.]+|"[^"]*"|'[^']*'|[[\]{}=,]/g) ?? []
);
const examples = [...generators.values()].map(({ example }) => example);

const line = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...lines) },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.stringMatching(/^[a-d]$/),
      fc.constantFrom(...examples),
    ).map((parts) => parts.join(" = ")),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constantFrom(...lines, ...examples.map((one) => `e = ${one}`)),
      fc.constantFrom(...words),
      fc.nat(),
    ).map(([line, word, at]) => {
      const found = [...line.matchAll(/[\w.]+|"[^"]*"|'[^']*'/g)];
      if (found.length === 0) return line;
      const { index, 0: old } = found[at % found.length];
      return line.slice(0, index) + word + line.slice(index + old.length);
    }),
  },
);

const genfile = fc.oneof(
  fc.array(line, { maxLength: 12 }).map((rows) =>
    `[table.t]\nrows = 3\n[table.t.columns]\nid = "sequence"\n${
      rows.join("\n")
    }`
  ),
  fc.tuple(fc.constantFrom(...texts), fc.array(fc.tuple(fc.nat(), line)))
    .map(([text, changes]) => {
      const rows = text.split("\n");
      for (const [at, row] of changes) rows[at % rows.length] = row;
      return rows.join("\n");
    }),
);

Deno.test("any Genfile is refused with messages, or planned and its rows made; nothing is thrown", async () => {
  let planned = 0;
  await fc.assert(
    fc.asyncProperty(genfile, async (text) => {
      const { plan, diagnostics } = checkGenfile({
        text,
        file: "Genfile.toml",
        environment: { SET: "set" },
        readFile: () => new TextEncoder().encode("name,state\na,b\n"),
        generators,
        formats,
        now: 0,
        randomSeed: () => "1",
        cores: 2,
      });
      const isWrong = diagnostics.some(({ severity }) => severity === "error");
      assertEquals(plan === undefined, isWrong);
      if (!isWrong) planned++;
      const rendered = renderDiagnostics(diagnostics, "Genfile.toml", text);
      assertEquals(
        rendered.match(/^(error|warning): /gm)?.length ?? 0,
        diagnostics.length,
      );
      if (plan === undefined) return;
      const source = await Source.create(
        structuredClone(plan),
        generators,
        formats,
      );
      for (const { name, rows, columns } of plan.tables) {
        if (rows === 0) continue;
        source.evaluate(name, columns.map((one) => one.name), [0, rows - 1]);
      }
    }),
    { numRuns: 1500 },
  );
  assert(planned > 0);
});
