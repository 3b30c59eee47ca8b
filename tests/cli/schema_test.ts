// The JSON Schema of Genfiles: takes what thrust takes, and refuses what a schema can see.
import { assert, assertEquals } from "@std/assert";
import { Ajv2020 } from "ajv/dist/2020.js";
import { genfileSchema } from "../../cli/schema/schema.ts";
import { COMMON_KEYS } from "../../core/genfile/common_keys.ts";
import { Problems } from "../../core/genfile/problems.ts";
import { SourceText } from "../../core/genfile/toml/source_text.ts";
import { readTree } from "../../core/genfile/toml/syntax.ts";
import type { Node } from "../../core/genfile/toml/tree.ts";
import { checkGenfile, formats, generators } from "../../engine.ts";

const ROOT = new URL("../../", import.meta.url);
const schema = genfileSchema(generators, formats.values());
const validate = new Ajv2020({ strict: false, logger: false }).compile(schema);

/** A Genfile as an editor's language server sees it; undefined where it is not TOML. */
function asJson(text: string): unknown {
  const problems = new Problems();
  // A language server knows no environment.
  const source = new SourceText(text.replaceAll("${", () => "$${"));
  const root = readTree(source, {}, problems);
  const isToml = root !== undefined &&
    problems.sorted().every(({ message }) => !/TOML|twice/.test(message));
  return isToml ? plain(root) : undefined;
}

function plain(node: Node): unknown {
  switch (node.kind) {
    case "list":
      return node.items.map(plain);
    case "table":
      return Object.fromEntries(
        [...node.entries].map(([name, { value }]) => [name, plain(value)]),
      );
    case "value": {
      const { literal } = node;
      const isDate = ["date", "time", "timestamp"].includes(literal.kind);
      return isDate && "text" in literal ? literal.text : literal.value;
    }
    case "broken":
      return "${BROKEN}";
  }
}

function* tomlFiles(folder: string): Generator<URL> {
  for (const { name, isDirectory } of Deno.readDirSync(new URL(folder, ROOT))) {
    if (isDirectory && name !== "node_modules") {
      yield* tomlFiles(`${folder}${name}/`);
    } else if (name.endsWith(".toml")) yield new URL(`${folder}${name}`, ROOT);
  }
}

function accepts(text: string): boolean {
  return validate(asJson(text)) as boolean;
}

Deno.test("the schema takes every Genfile of the repository", () => {
  let taken = 0;
  for (const folder of ["examples/", "bench/", "tests/golden/"]) {
    for (const file of tomlFiles(folder)) {
      const text = Deno.readTextFileSync(file);
      if (!text.includes("[table.")) continue;
      assert(
        accepts(text),
        `${file.pathname}: ${JSON.stringify(validate.errors?.slice(0, 5))}`,
      );
      taken++;
    }
  }
  assert(taken >= 8);
});

Deno.test("the schema takes the examples of all pages of the documentation", () => {
  let taken = 0;
  for (const { name } of Deno.readDirSync(new URL("docs/", ROOT))) {
    if (!name.endsWith(".md")) continue;
    const page = Deno.readTextFileSync(new URL(`docs/${name}`, ROOT));
    for (const [, text] of page.matchAll(/```toml\n(version = 1[^]*?)```/g)) {
      assert(
        accepts(text),
        `${name}: ${text}: ${JSON.stringify(validate.errors?.slice(0, 5))}`,
      );
      taken++;
    }
  }
  assert(taken >= 5);
});

Deno.test("the schema takes the example of every generator", () => {
  for (const { name, example } of generators.values()) {
    const text = `version = 1\n[table.t.columns]\nc = ${example}\n`;
    assert(
      accepts(text),
      `${name}: ${JSON.stringify(validate.errors?.slice(0, 5))}`,
    );
  }
  for (const { example } of generators.families) {
    assert(accepts(`version = 1\n[table.t.columns]\nc = ${example}\n`));
  }
});

Deno.test("the schema has the keys that thrust has", async () => {
  // Each is told in the message about one that is not there.
  const { diagnostics } = await checkGenfile(`version = 1
[run]
zzzzzzzz = 1
[buffer]
zzzzzzzz = 1
[target]
zzzzzzzz = 1
[dict.d]
zzzzzzzz = 1
[table.t]
zzzzzzzz = 1
[[table.t.output]]
zzzzzzzz = 1
`);
  const known = new Map(
    diagnostics.flatMap(({ message, hint }) => {
      const section = /in \[+([a-z.]+?)\]+$/.exec(message)?.[1];
      return section && hint?.startsWith("it has ")
        ? [[section, hint.slice(7).split(", ")] as const]
        : [];
    }),
  );
  // deno-lint-ignore no-explicit-any
  const { properties } = schema as any;
  const table = properties.table.additionalProperties.properties;
  const sections = {
    run: properties.run,
    buffer: properties.buffer,
    target: properties.target,
    "dict.d": properties.dict.additionalProperties,
    "table.t": { properties: table },
    "table.t.output": table.output.items,
  };
  assertEquals([...known.keys()].sort(), Object.keys(sections).sort());
  for (const [section, { properties }] of Object.entries(sections)) {
    for (const key of known.get(section)!) {
      assert(Object.hasOwn(properties, key), `${section}: ${key}`);
    }
  }
  for (const key of Object.keys(COMMON_KEYS)) {
    assert(
      accepts(
        `version = 1\n[table.t.columns]\nc = { gen = "uuid", ${key} = "\${X}" }`,
      ),
      key,
    );
  }
});

/** What a schema cannot see, with Genfiles of tests/wrong/ that are wrong in such a way only. */
const UNSEEN: Record<string, readonly string[]> = {
  "what is no TOML, or is lost on the way to JSON": [
    ...["duplicate_key", "duplicate_quoted_key", "not_a_number"],
    ...["integer_beyond_2_to_the_53", "year_zero", "date_impossible_in_text"],
  ],
  "whether what a name names is there, and what columns are to each other": [
    ...["cycle", "cycle_over_tables", "dictionary_use", "handles", "keys"],
    ...["handle_of_its_own_column", "of_names_no_reference", "per_circle"],
    ...["reference_leads_nowhere", "reference_leads_two_ways", "all_hidden"],
    ...["reference_to_no_rows", "unknown_column", "unknown_table"],
    ...["unknown_column_of_table", "unset_variable"],
  ],
  "what parameters say together, and whether values are of the right kind": [
    ...["lengths_of_time", "min_above_max", "nothing_between", "unique"],
    ...["shared_differences", "per_too_many"],
  ],
  "what a text means: patterns, templates, expressions, paths": [
    ...["pattern", "template", "target_scheme", "target_sqlite_memory"],
    ...["table_outputs_into_one", "table_outputs_twice"],
  ],
  "what the command line may say instead": ["table_without_rows"],
};

/** Messages about what a schema can see. */
const SEEN = [
  /^unknown (key|generator|section|mode) /,
  /^unknown parameter ".*" of "/,
  /^column ".*" has no (generator|"\w+")$/,
  /^\w+ is (a list|a table|true|false|\d+)$/,
  /^the Genfile has no version$/,
];

async function messagesOf(text: string, file: URL): Promise<string[]> {
  const { diagnostics } = await checkGenfile(text, { file: file.pathname });
  return diagnostics.map(({ message }) => message);
}

Deno.test("the schema refuses the wrong Genfiles, but for those whose mistake it cannot see", async () => {
  let refused = 0;
  const unseen = Object.values(UNSEEN).flat();
  for (const file of tomlFiles("tests/wrong/")) {
    const text = Deno.readTextFileSync(file);
    const json = asJson(text);
    if (json === undefined) continue;
    const name = file.pathname.split("/").at(-1)!.slice(0, -5);
    if (validate(json)) {
      if (unseen.includes(name)) continue;
      const messages = await messagesOf(text, file);
      const seen = messages.filter((one) =>
        SEEN.some((like) => like.test(one))
      );
      assertEquals(seen, [], name);
    } else {
      assert(!unseen.includes(name), name);
      refused++;
    }
  }
  assert(refused >= 45, `${refused}`);
});
