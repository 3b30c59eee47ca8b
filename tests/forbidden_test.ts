import { assert, assertEquals } from "@std/assert";

/** Everything that makes a value. */
const FOLDERS = ["core/values/", "generators/", "source/", "dicts/"];

/** What gives other results on another engine, machine or day. */
const FORBIDDEN: [RegExp, string][] = [
  [
    /\bMath\s*\.\s*(?:a?(?:sin|cos|tan)h?|atan2|exp|expm1|log|log2|log10|log1p|pow|cbrt|hypot|random|sumPrecise)\b/,
    "core/values/math.ts has a function with the same bits everywhere",
  ],
  [/\bMath\s*(?:\[|\?\.)|\}\s*=\s*Math\b/, "say Math.NAME, so that it is seen"],
  // A power of two written out is exact everywhere.
  [/(?<!\b2 )\*\*|\*\*(?! -?\d+\b)/, "use pow of core/values/math.ts"],
  [/\.\s*to(?:Lower|Upper)Case\b/, "use core/values/case.ts"],
  [/\.\s*(?:normalize|localeCompare|toLocale\w+)\b/, "depends on the engine"],
  [/\bIntl\b/, "depends on the engine"],
  [
    /\bDate\b/,
    "use core/values/calendar.ts; the clock is run.now",
  ],
  [/\b(?:randomUUID|getRandomValues|randomBytes)\b/, "use a RandomStream"],
  [/\\p\{/, "Unicode classes depend on the engine"],
];

/** The text without what is in comments and plain strings; lines stay where they are. */
function code(text: string): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"/g,
    (part) => part.startsWith('"') ? '""' : part.replace(/[^\n]/g, " "),
  );
}

/**
 * A generator of a program's own may give a `Date`: it is read, and none is made. The case of ASCII is the same on
 * every engine.
 */
const EXEMPT: Record<string, RegExp> = {
  "core/values/case.ts": /\bascii\.to(?:Lower|Upper)Case\(\)/g,
  "source/own/contract.ts": /\| Date \|/g,
  "source/own/values.ts": /\bvalue instanceof Date\b/g,
};

function findForbidden(path: string, text: string): string[] {
  return code(text).replace(EXEMPT[path] ?? /(?!)/, "").split("\n").flatMap((
    line,
    i,
  ) =>
    FORBIDDEN.filter(([pattern]) => pattern.test(line))
      .map(([, why]) => `${path}:${i + 1}: ${line.trim()} (${why})`)
  );
}

async function* sources(folder: string): AsyncGenerator<string> {
  for await (
    const entry of Deno.readDir(new URL(`../${folder}`, import.meta.url))
  ) {
    if (entry.isDirectory) yield* sources(`${folder}${entry.name}/`);
    else if (entry.name.endsWith(".ts")) yield folder + entry.name;
  }
}

Deno.test("nothing that makes a value depends on the engine, the locale or the clock", async () => {
  const found: string[] = [];
  let files = 0;
  for (const folder of FOLDERS) {
    for await (const path of sources(folder)) {
      files++;
      const text = await Deno.readTextFile(
        new URL(`../${path}`, import.meta.url),
      );
      found.push(...findForbidden(path, text));
    }
  }
  assert(files > 50, `only ${files} files were looked at`);
  assertEquals(found, []);
});

Deno.test("a planted function is found", () => {
  for (
    const line of [
      "const x = Math.log(y);",
      "const x = Math . sin(y);",
      "return a + Math.random();",
      "const { log } = Math;",
      'Math["exp"](1)',
      "a ** b",
      "10 ** 3",
      "2 ** n",
      "x **= 2",
      "text.toLowerCase()",
      "text\n  .toUpperCase()",
      'text.normalize("NFD")',
      "a.localeCompare(b)",
      "x.toLocaleString()",
      "new Intl.NumberFormat()",
      "Date.now()",
      "new Date()",
      "crypto.randomUUID()",
      "`${Math.exp(1)}`",
      "/\\p{L}/u.test(x)",
    ]
  ) {
    assertEquals(
      findForbidden("planted.ts", `ok();\n${line}\n`).length >= 1,
      true,
      line,
    );
  }
});

Deno.test("what is allowed is not found", () => {
  for (
    const line of [
      "// Math.log is not the same everywhere",
      "/* new Date() */",
      "/** x ** y */",
      'const message = "use Math.log";',
      "Math.floor(x) + Math.imul(a, b) + Math.sqrt(2) + Math.min(1, 2)",
      "const TWO_53 = 2 ** 53, EPSILON = 2 ** -52;",
      "exports.log(x)",
      "writeDate(out, at, days)",
      "interface CivilDate {}",
    ]
  ) assertEquals(findForbidden("fine.ts", line), []);
});
