import { assert, assertEquals, assertMatch } from "@std/assert";
import { ENDLESS, NUMBERS } from "./genfiles.ts";
import { filesIn, inFolder, SHELL_COMMAND, start } from "./thrust.ts";

/** Reads a stream until that is in it, and goes on reading in the background; `rest` is what comes then. */
async function readUntil(
  stream: ReadableStream<Uint8Array>,
  expected: RegExp,
): Promise<{ rest: Promise<string> }> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let said = "";
  while (!expected.test(said)) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`thrust ended early: ${said}`);
    said += decoder.decode(value, { stream: true });
  }
  const readOn = async () => {
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return rest;
      rest += decoder.decode(value, { stream: true });
    }
  };
  return { rest: readOn() };
}

/** Progress that shows rows. */
const AT_WORK = /"rows":\s*[1-9]/;
/** Progress that shows rows which may be stuck in the target. */
const MADE = /"made":\s*[1-9]/;

Deno.test("a reader that leaves ends the run quietly", async () => {
  await inFolder({ "a.toml": ENDLESS }, async (cwd) => {
    const child = start(["a.toml", "--to", "-", "--quiet"], { cwd });
    const reader = child.stdout.getReader();
    await reader.read();
    await reader.cancel();
    assertEquals((await child.status).code, 0);
    assertEquals(await new Response(child.stderr).text(), "");
  });
});

Deno.test("head takes what it wants from a pipe", async () => {
  await inFolder({ "a.toml": ENDLESS }, async (cwd) => {
    const { code, stdout } = await new Deno.Command("bash", {
      args: [
        "-c",
        `${SHELL_COMMAND} a.toml --to - --quiet | head -n 3; echo \${PIPESTATUS[0]}`,
      ],
      cwd,
    }).output();
    assertEquals(code, 0);
    assertEquals(new TextDecoder().decode(stdout), "n\n1\n2\n0\n");
  });
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.test(`${signal} ends the run with 130 and leaves nothing half done`, async () => {
    await inFolder({ "a.toml": ENDLESS }, async (cwd) => {
      const child = start(["a.toml", "--progress", "json"], { cwd });
      await readUntil(child.stderr, AT_WORK);
      child.kill(signal);
      assertEquals((await child.status).code, 130);
      await child.stdout.cancel();
      const left = (await filesIn(cwd)).includes("out")
        ? await filesIn(`${cwd}/out`)
        : [];
      assertEquals(left, []);
    });
  });
}

Deno.test("a second SIGINT ends a run that is stuck at once", async () => {
  await inFolder({ "a.toml": ENDLESS }, async (cwd) => {
    // Nobody reads standard output: the target is stuck in a write.
    const child = start(["a.toml", "--to", "-", "--progress", "json"], { cwd });
    const said = await readUntil(child.stderr, AT_WORK);
    child.kill("SIGINT");
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = performance.now();
    child.kill("SIGINT");
    assertEquals((await child.status).code, 130);
    assert(performance.now() - began < 3000);
    assertMatch(await said.rest, /^interrupted twice: ended at once/m);
    await child.stdout.cancel();
  });
});

Deno.test(
  "a small run ends quietly where its reader leaves, and hears signals while its target is stuck",
  {
    ignore: Deno.build.os === "windows",
  },
  async () => {
    const few = NUMBERS.replace("100_000", "10_000");
    await inFolder({ "a.toml": few }, async (cwd) => {
      const { stdout } = await new Deno.Command("bash", {
        args: [
          "-c",
          `${SHELL_COMMAND} a.toml --to - --quiet | head -n 1; echo \${PIPESTATUS[0]}`,
        ],
        cwd,
      }).output();
      assertEquals(new TextDecoder().decode(stdout), "n,word\n0\n");

      // More than a pipe holds, and nobody reads.
      const child = start(["a.toml", "--to", "-", "--progress", "json"], {
        cwd,
      });
      const said = await readUntil(child.stderr, MADE);
      child.kill("SIGINT");
      await new Promise((resolve) => setTimeout(resolve, 300));
      child.kill("SIGINT");
      assertEquals((await child.status).code, 130);
      assertMatch(await said.rest, /^interrupted twice: ended at once/m);
      await child.stdout.cancel();
    });
  },
);

Deno.test("a full device is a failure that says so", {
  ignore: Deno.build.os !== "linux",
}, async () => {
  await inFolder({ "a.toml": NUMBERS }, async (cwd) => {
    for (
      const command of [
        "a.toml --to - --quiet",
        "a.toml --rows=9 --to - --quiet",
        "preview a.toml",
        "--help",
        "--version",
      ]
    ) {
      const { code, stderr } = await new Deno.Command("bash", {
        args: ["-c", `${SHELL_COMMAND} ${command} > /dev/full`],
        cwd,
      }).output();
      assertEquals(code, 1);
      assertMatch(
        new TextDecoder().decode(stderr),
        /^error: Cannot write .*standard output.*(ENOSPC|space)/,
      );
    }
  });
});
