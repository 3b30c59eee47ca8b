import { assert } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { tableOf } from "./_tables.ts";

Deno.test("user agents are of browsers, in the shares that they have", () => {
  const texts = tableOf(`"user_agent"`).texts("c", 20000);
  const counts = { edge: 0, firefox: 0, chrome: 0, safari: 0 };
  for (const text of texts) {
    assert(text.startsWith("Mozilla/5.0 ("), text);
    if (/Edg\//.test(text)) counts.edge++;
    else if (/Firefox\//.test(text)) counts.firefox++;
    else if (/Chrome\//.test(text)) counts.chrome++;
    else if (/Version\/.*Safari\//.test(text)) counts.safari++;
    const [, version, says] = /rv:(\d+).*Firefox\/(\d+)/.exec(text) ?? [];
    assert(version === says, text);
  }
  assertCounts(Object.values(counts), [0.08, 0.06, 0.66, 0.2]);
});
