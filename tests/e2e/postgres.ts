// How the tests run thrust against a PostgreSQL server, from the command line.
import { assertEquals, assertMatch } from "@std/assert";
import { inFolder, type Outcome, thrust } from "./thrust.ts";

/** A Genfile whose target is in the environment. */
export const ROWS = `version = 1

[target]
to = "\${DATABASE_URL}"

[table.t]
rows = 20_000

[table.t.columns]
id   = { gen = "sequence" }
name = { pattern = '[a-z]{5}' }
n    = { gen = "int", min = 0, max = 40_000 }
`;

/** Runs thrust on a Genfile whose target is in the environment. */
export async function run(
  url: string,
  args: string[] = [],
  rest: { genfile?: string; env?: Record<string, string> } = {},
): Promise<Outcome> {
  let outcome: Outcome | undefined;
  await inFolder({ "Genfile.toml": rest.genfile ?? ROWS }, async (cwd) => {
    outcome = await thrust(["Genfile.toml", "--progress", "none", ...args], {
      cwd,
      env: { DATABASE_URL: url, HOME: cwd, ...rest.env },
    });
  });
  return outcome!;
}

/** What a failed run says, after its status was looked at. */
export async function failure(
  ...args: Parameters<typeof run>
): Promise<string> {
  const { status, stdout, stderr } = await run(...args);
  assertEquals(stdout, "");
  assertEquals(status, 1, stderr);
  assertMatch(stderr, /^error: Cannot /);
  return stderr;
}
