// `thrust generators`: what there is, from the generators' own data.
import { type Generator, GROUPS } from "../core/generator.ts";
import { COMMON } from "../core/genfile/common_keys.ts";
import { generators } from "../engine.ts";
import { type CommandLine, invalid } from "./command_line.ts";
import { describeParameters } from "./describe_generator.ts";
import { listFamily } from "./generator_family.ts";
import { painter, print } from "./output.ts";
import { samplesOf } from "./samples.ts";

export async function showGenerators(line: CommandLine): Promise<number> {
  const [name] = line.arguments;
  if (name === undefined) {
    print(list());
    return 0;
  }
  const family = generators.families.find(({ prefix }) =>
    prefix.startsWith(`${name.split(".")[0]}.`)
  );
  if (family !== undefined && name.split(".").length < 3) {
    const lines = await listFamily(family, name);
    if (lines !== undefined) {
      print(lines);
      return 0;
    }
  }
  let generator = generators.get(name);
  while (await generators.load()) generator = generators.get(name);
  if (generator === undefined) {
    const { hint = undefined } = generators.refusal(name) ?? {};
    throw invalid(
      `there is no generator "${name}"${
        hint === undefined ? orThose(name) : `: ${hint}`
      }`,
    );
  }
  print(await describe(generator));
  return 0;
}

/** The generators of a group such as `person`, or else the one that is meant. */
function orThose(name: string): string {
  const those = [...generators.keys()].filter((one) =>
    one.startsWith(`${name}.`)
  );
  if (those.length > 0) return `; there are ${those.join(", ")}`;
  const meant = generators.meant(name);
  return meant === undefined
    ? "; thrust generators lists them"
    : `; did you mean "${meant.name}"?`;
}

function list(): string {
  const paint = painter("stdout");
  const width = Math.max(...[...generators.keys()].map((name) => name.length));
  const groups = GROUPS.map((group) => {
    const members = [...generators.values()].filter((one) =>
      one.group === group
    );
    const families = generators.families.filter((one) => one.group === group)
      .map(({ pattern, summary }) => ({ name: pattern, summary }));
    if (members.length + families.length === 0) return "";
    const lines = [...members, ...families].map(({ name, summary }) =>
      `  ${name.padEnd(width)}  ${summary}\n`
    );
    return `${paint("bold", group)}\n${lines.join("")}\n`;
  });
  return `${
    groups.join("")
  }\`thrust generators NAME\` shows one with its parameters and samples.\n`;
}

async function describe(generator: Generator): Promise<string> {
  const { name, summary, example } = generator;
  const paint = painter("stdout");
  const samples = await samplesOf(generator);
  return [
    `${paint("bold", name)}: ${summary}`,
    "",
    "Example:",
    `  column = ${example}`,
    "",
    "Samples:",
    ...samples.map((sample) => `  ${sample ?? paint("dim", "NULL")}`),
    "",
    ...parameterLines(generator),
    commonLine(generator),
    "",
  ].join("\n");
}

/** The keys that stand beside a generator's own. */
function commonLine({ params }: Generator): string {
  const keys = [...COMMON, "distinct"].filter((name) =>
    !Object.hasOwn(params, name)
  );
  const last = keys.pop();
  return `Every column also takes ${keys.join(", ")} and ${last}.`;
}

function parameterLines(generator: Generator): string[] {
  const rows = describeParameters(generator);
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.flatMap(({ name, type, default: value, summary }) => {
    const details = value === "" || value === "required"
      ? [type, value].filter((text) => text !== "").join(", ")
      : `${type}, default ${value}`;
    return [
      `  ${name.padEnd(width)}  ${summary}`,
      `  ${" ".repeat(width)}  ${details}`,
    ];
  });
  return ["Parameters:", ...lines, ""];
}
