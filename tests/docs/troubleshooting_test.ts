// Every message that a user can act on is in docs/troubleshooting.md: those of wrong Genfiles, and those of failed runs.
import { assert, assertEquals } from "@std/assert";
import { failureMessages, reportedMessages } from "./_messages.ts";
import { textsIn } from "./_texts.ts";
import { ROOT } from "./_tried.ts";

const PAGE = await Deno.readTextFile(
  new URL("docs/troubleshooting.md", ROOT),
);

/** The messages of the page's tables, in which … stands for anything. */
const PATTERNS = PAGE.split("\n").filter((line) => line.startsWith("| `"))
  .flatMap((line) => [...line.split(" | ")[0].matchAll(/`([^`]+)`/g)])
  .map(([, text]) =>
    new RegExp(
      `^${
        text.split("…").map((part) =>
          part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
            .replace("KEY", "[…\\w.[\\]]+")
        ).join(".*")
      }$`,
      "s",
    )
  );

/** What only a fault of thrust's own could print, or one step of a longer message. */
const INTERNAL = [
  /^Cannot (?:allocate|insert|go on|compile|choose|permute|pack|count|keep (?:a text|… in)|prepare|spell|compute|follow|refer to)/,
  /^Cannot write (?:day|a number|a text|… as|pages|to …: row number)/,
  /^Cannot make table|^Cannot make … in locale/,
  /^Cannot (?:use a … as a bound|load|call|read (?:the row|column|word list|dictionary))/,
  /^Cannot … the ring/,
  // Put together from what is told by its parts.
  /^Cannot … /,
  /^Cannot create table "t" in localhost:5432\/shop$/,
  /^Cannot <do what>/,
];

/** Messages with names in place of what tells them; tests/wrong has them as they are printed. */
const BY_PARTS = [
  ...["… for …", '"…" …', "… has no …", "dist", "weights", "… follows …"],
  '… "…" is not supported yet',
  "… needs … different ……, and …",
  '"…" needs … different values, and …',
  "… and … cannot both be kept",
  '… has no "to"',
];

/** Those of methods of Faker begin with the method's name. */
const OF_FAKER =
  /^… (?:does not take these arguments|needs arguments|gives (?:lists of values|nothing|… of values)|cannot be made in locale "…"|writes times in the time zone of the machine)$/;

function isTold(message: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(message));
}

Deno.test("every error of a wrong Genfile is told of in docs/troubleshooting.md", async () => {
  const messages = (await textsIn("tests/wrong", ".txt")).flatMap((text) =>
    [...text.matchAll(/^(?:error|warning): (.+)$/gm)].map(([, one]) => one)
  );
  assert(messages.length > 300);
  assertEquals(messages.filter((one) => !isTold(one)), []);
});

Deno.test("every problem that the sources report is told of in docs/troubleshooting.md", async () => {
  const messages = await reportedMessages(["core", "generators", "source"]);
  assert(messages.length > 150);
  const left = messages.filter((one) =>
    !isTold(one) && !BY_PARTS.includes(one) && !OF_FAKER.test(one)
  );
  assertEquals(left, []);
  assertEquals(BY_PARTS.filter((one) => !messages.includes(one)), []);
});

Deno.test("every failure that the sources have is told of in docs/troubleshooting.md", async () => {
  const messages = await failureMessages([
    ...["core", "generators", "source", "target", "verify", "cli", "library"],
  ]);
  assert(messages.length > 80);
  const left = messages.filter((one) =>
    !isTold(one) && !INTERNAL.some((internal) => internal.test(one))
  );
  assertEquals(left, []);
});

Deno.test("what the system's errors mean is told of in docs/troubleshooting.md", async () => {
  const source = await Deno.readTextFile(new URL("target/output.ts", ROOT));
  const states = [...source.matchAll(/^ {2}E[A-Z]+: \[\s*"([^"]+)"/gm)]
    .map(([, state]) => state);
  assert(states.length > 10);
  const untold = ["the device failed", "its reader went away"];
  assertEquals(
    states.filter((state) => !isTold(`Cannot write "x": ${state}`)),
    untold,
  );
});

Deno.test("every pattern of docs/troubleshooting.md says more than any message", () => {
  for (const pattern of PATTERNS) assert(!pattern.test("x"), `${pattern}`);
});
