// Every example of docs/expressions.md is computed, and every function has one.
import { assert, assertEquals } from "@std/assert";
import { FUNCTIONS } from "../../core/expression/functions.ts";
import { reports, Tables } from "../generators/_tables.ts";

const PAGE = await Deno.readTextFile(
  new URL("../../docs/expressions.md", import.meta.url),
);
const [EXAMPLE] = [...PAGE.matchAll(/```toml\n([^]*?)```/g)].map(([, one]) =>
  one
);

interface Row {
  expression: string;
  gives: string;
}

function rowsOf(page: string): Row[] {
  return page.split("\n").flatMap((line) => {
    // A bar within code is escaped.
    const match =
      /^\| `((?:\\\||[^|])+)` \| (?:`((?:\\\||[^|])+)`|(error: (?:\\\||[^|])+)) \|/
        .exec(line);
    if (match === null) return [];
    const [, expression, value, error] = match;
    return [{
      expression: expression.replaceAll("\\|", "|"),
      gives: (value ?? error).replaceAll("\\|", "|").trim(),
    }];
  });
}

const ROWS = rowsOf(PAGE);

Deno.test("the page on expressions has examples", () => {
  assert(ROWS.length > 100, `${ROWS.length}`);
});

for (const { expression, gives } of ROWS) {
  Deno.test(`docs/expressions.md: ${expression}`, () => {
    const text = `${EXAMPLE}result = { expr = '''${expression}''' }\n` +
      `shown = { template = "{result}" }\n`;
    const error = reports(text)[0]?.message;
    if (error !== undefined) {
      assertEquals(`error: ${error}`, gives);
      return;
    }
    const tables = new Tables(text, "42");
    const [shown] = tables.values("shown", 1, { table: "example" });
    assertEquals(shown ?? "NULL", gives);
  });
}

Deno.test("every function has an example", () => {
  const all = ROWS.map(({ expression }) => expression).join("\n");
  for (const name of [...FUNCTIONS.keys(), "col", "rows"]) {
    assert(all.includes(`${name}(`), name);
  }
});
