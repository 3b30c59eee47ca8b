// Where Bun is: on the PATH in the version that thrust is built with, else through npm.

const VERSION = "1.4.5";

/** The words that start Bun: `["bun"]`, or npx with the version pinned. */
export function bunCommand(): string[] {
  try {
    const { stdout } = new Deno.Command("bun", {
      args: ["--version"],
      stderr: "null",
    }).outputSync();
    if (new TextDecoder().decode(stdout).trim() === VERSION) return ["bun"];
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return ["npx", "-y", `bun@${VERSION}`];
}
