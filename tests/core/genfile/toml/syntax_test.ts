import { assert, assertEquals } from "@std/assert";
// @ts-types="../toml.d.ts"
import { parse, stringify } from "@std/toml";
import fc from "fast-check";
import { Problems } from "../../../../core/genfile/problems.ts";
import { SourceText } from "../../../../core/genfile/toml/source_text.ts";
import { readTree } from "../../../../core/genfile/toml/syntax.ts";
import type {
  Node,
  TableNode,
  ValueNode,
} from "../../../../core/genfile/toml/tree.ts";

function read(
  text: string,
  environment: Record<string, string> = {},
): { tree: TableNode | undefined; problems: Problems; source: SourceText } {
  const problems = new Problems();
  const source = new SourceText(text);
  return { tree: readTree(source, environment, problems), problems, source };
}

function tree(text: string, environment: Record<string, string> = {}) {
  const { tree, problems } = read(text, environment);
  assertEquals(problems.sorted(), []);
  return tree!;
}

/** A node as plain values; times as their texts. */
function plain(node: Node): unknown {
  switch (node.kind) {
    case "broken":
      throw new TypeError("Cannot read a broken node: it has been reported");
    case "list":
      return node.items.map(plain);
    case "table":
      return Object.fromEntries(
        [...node.entries].map(([name, { value }]) => [name, plain(value)]),
      );
    case "value":
      return node.literal.value;
  }
}

function at(tree: TableNode, ...path: string[]): Node {
  return path.reduce<Node>(
    (node, name) => (node as TableNode).entries.get(name)!.value,
    tree,
  );
}

// What both can write and read: @std/toml drops `__proto__` and knows no 64-bit integers; `${` is ours.
const text = fc.string({ unit: "grapheme" }).filter((one) =>
  !one.includes("$") && !/\p{Cc}/u.test(one)
);
const key = fc.oneof(fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/), text).filter(
  (one) => one !== "" && one !== "__proto__",
);
const scalar = fc.oneof(
  text,
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
    .filter((one) => !Number.isInteger(one) && !String(one).includes("e")),
);
const { document } = fc.letrec<Record<string, unknown>>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(scalar, { maxLength: 4 }),
    tie("document"),
  ),
  document: fc.dictionary(key, tie("value"), { maxKeys: 5 }),
}));

Deno.test("random TOML is read as @std/toml reads it", () => {
  let compared = 0;
  fc.assert(
    fc.property(document, (value) => {
      const toml = stringify(value as Record<string, unknown>);
      let expected: unknown;
      try {
        expected = parse(toml);
      } catch {
        return; // it does not always read what it has written
      }
      assertEquals(plain(tree(toml)), { ...expected as object });
      compared++;
    }),
    { numRuns: 500 },
  );
  assert(compared > 250);
});

Deno.test("any text is read or refused, and every problem has a place in it", () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        ...["[", "]", "[[", "]]", "{", "}", "=", ",", ".", '"', "'", '"""'],
        ...["\n", "\r\n", " ", "\t", "#", "a", "b", "1", "0x", "1e400", "nan"],
        ...["2023-02-30", "25:00", "${", "$${", "${A}", "\\", "\\u00e9", "😀"],
        ...["\ufeff", "\0", "true", "a = 1\n", "[t]\n", "__proto__", "é"],
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const { problems, source } = read(parts.join(""));
      for (const { place } of problems.sorted()) {
        if (place === undefined) continue;
        const line = source.line(place.line);
        assert(place.column >= 1 && place.column <= line.length + 1);
        assert(place.length >= 1);
      }
    }),
    { numRuns: 2000 },
  );
});

Deno.test("a byte order mark is not part of the first key", () => {
  assertEquals(plain(tree("\ufeffa = 1")), { a: 1 });
});

Deno.test("names that objects have are names like any other", () => {
  const { entries } = tree(
    "__proto__ = 1\nconstructor = 2\n[toString]\n__proto__.x = 3",
  );
  assertEquals([...entries.keys()], ["__proto__", "constructor", "toString"]);
  assertEquals(
    plain(at(tree("[a.__proto__]\nb = 3"), "a", "__proto__", "b")),
    3,
  );
});

Deno.test("numbers and times keep their kinds and their exact texts", () => {
  const literals = [
    ...tree(`
a = 9007199254740992
b = 0xff
c = 1_000.50
d = 2024-02-29
e = 07:30:00.25
f = 2024-02-29T12:00:00.5+02:00
g = 2024-02-29 12:00:00
`).entries.values(),
  ].map(({ value }) => value.kind === "value" ? value.literal : undefined);
  assertEquals(literals, [
    { kind: "int", value: 9007199254740992, text: "9007199254740992" },
    { kind: "int", value: 255, text: "255" },
    { kind: "float", value: 1000.5, text: "1000.50" },
    { kind: "date", value: 19782, text: "2024-02-29" },
    { kind: "time", value: 2700025, scale: 2, text: "07:30:00.25" },
    {
      kind: "timestamp",
      value: 17092008005,
      scale: 1,
      text: "2024-02-29T12:00:00.5+02:00",
    },
    {
      kind: "timestamp",
      value: 1709208000,
      scale: 0,
      text: "2024-02-29 12:00:00",
    },
  ]);
});

Deno.test("variables are filled into texts, and only there", () => {
  const environment = { NAME: "shop", EMPTY: "", PORT: "5432" };
  const { entries } = tree(
    `a = "\${NAME}-\${PORT}"
b = "\${MISSING:-here}\${EMPTY:-too}"
c = "$\${NAME}"
d = '\${NAME}'
e = "\${MISSING:-}"
"\${NAME}" = 1`,
    environment,
  );
  assertEquals(
    [...entries.values()].slice(0, 5).map(({ value }) => plain(value)),
    ["shop-5432", "heretoo", "${NAME}", "shop", ""],
  );
  assert(entries.has("${NAME}"));
});

Deno.test("variables do not come from what every object has", () => {
  const { problems } = read('a = "${constructor}"');
  assertEquals(
    problems.sorted()[0].message,
    [
      "environment variable constructor is not set",
    ][0],
  );
});

Deno.test("the place of a stretch of a text goes around escapes", () => {
  const cases: [toml: string, start: number, found: string][] = [
    [`a = "0123456789"`, 2, "23"],
    [`a = '0123456789'`, 2, "23"],
    [`a = "\\t\\u00e9\\U0001F600x23"`, 5, "23"],
    [`a = """\n\\\n   ab23"""`, 2, "23"],
    [`a = '''\n\nab23'''`, 3, "23"],
    [`a = "é\\"23"`, 2, "23"],
  ];
  for (const [toml, start, found] of cases) {
    const { tree, source } = read(toml);
    const node = at(tree!, "a") as ValueNode;
    const { line, column, length } = node.stretch!(start, 2);
    assertEquals(
      source.line(line).slice(column - 1, column - 1 + length),
      found,
      toml,
    );
  }
});

Deno.test("a text too long for the parser is told, and not taken for depth", () => {
  const { problems } = read(`a = 1\nb = "${"x".repeat(5_000_000)}"\n`);
  const [{ message, place }] = problems.sorted();
  assertEquals(message, "a text is too long to be read");
  assertEquals(place?.line, 2);
  const { problems: deep } = read(
    `a = ${"[".repeat(50_000)}${"]".repeat(50_000)}`,
  );
  assertEquals(deep.sorted()[0].message, "the file is nested too deeply");
});

Deno.test("every repeated key is told, and the first one counts", () => {
  const { tree, problems } = read(
    "a = 1\na = 2\n[t]\nx = 1\n'x' = 2\n[t]\ny = 1\n[u]\na.b = 1\na.b = 2\n[a]\nz = 1\n",
  );
  assertEquals(problems.sorted().map(({ message }) => message), [
    'duplicate key "a"',
    'duplicate key "x"',
    'duplicate key "t"',
    'duplicate key "a.b"',
    'duplicate key "a"',
  ]);
  assertEquals(plain(tree!), { a: 1, t: { x: 1 }, u: { a: { b: 1 } } });
});
