import { assertEquals } from "@std/assert";
import expected from "./golden.json" with { type: "json" };
import { goldenHashes } from "./golden.ts";

Deno.test("values never change", () => {
  assertEquals(goldenHashes(), expected);
});

Deno.test("values are the same on Bun", {
  ignore: !hasBun(),
}, async () => {
  const script = new URL("./golden.ts", import.meta.url).pathname;
  const { stdout, stderr } = await new Deno.Command("bun", {
    args: ["run", script],
  }).output();
  const text = new TextDecoder().decode(stdout);
  if (text === "") throw new Error(new TextDecoder().decode(stderr));
  assertEquals(JSON.parse(text), expected);
});

function hasBun(): boolean {
  try {
    return new Deno.Command("bun", { args: ["--version"] }).outputSync()
      .success;
  } catch {
    return false;
  }
}
