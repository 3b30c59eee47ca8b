// Writes docs/generators.md from the generators' own data: `deno task docs`.
import { describeParameters } from "../cli/describe_generator.ts";
import { modulesOf } from "../cli/generator_family.ts";
import { CITIES, samplesOf, SURROUNDINGS } from "../cli/samples.ts";
import { type Generator, GROUPS } from "../core/generator.ts";
import type { Family } from "../core/generators.ts";
import { generators } from "../engine.ts";

const PAGE = new URL("../docs/generators.md", import.meta.url);

const HEAD = `# Generators

Made from the generators themselves by \`deno task docs\`; \`thrust generators NAME\` shows the same. The samples are what the example gives in its
first rows. Beside its own parameters, every column takes \`null\`, \`unique\`, \`primary\`, \`hidden\`, \`when\`, \`type\` and \`locale\`
(see [the Genfile](genfile.md#columns)).

The examples stand at the end of this Genfile:

<!-- the columns below stand at its end -->
\`\`\`toml
${SURROUNDINGS}\`\`\`

<details><summary>cities.csv</summary>

\`\`\`csv
# cities.csv
${CITIES}\`\`\`

</details>
`;

/** The page's text. */
export async function generatorsPage(): Promise<string> {
  let page = HEAD;
  for (const group of GROUPS) {
    const members = [...generators.values()].filter((one) =>
      one.group === group
    );
    const families = generators.families.filter((one) => one.group === group);
    if (members.length + families.length === 0) continue;
    page += `\n## ${group[0].toUpperCase()}${group.slice(1)}\n`;
    for (const generator of members) page += await section(generator);
    for (const family of families) page += await familySection(family);
  }
  return page;
}

async function section(generator: Generator): Promise<string> {
  const rows = describeParameters(generator);
  const table = rows.length === 0 ? "" : `
| parameter | what | default | |
| --- | --- | --- | --- |
${
    rows.map((row) =>
      `| \`${row.name}\` | ${cell(row.type)} | ${
        row.default === "required" || row.default === ""
          ? row.default
          : `\`${cell(row.default)}\``
      } | ${cell(row.summary)} |`
    ).join("\n")
  }
`;
  const samples = (await samplesOf(generator)).map((one) => one ?? "NULL");
  return `
### \`${generator.name}\`

${generator.summary}.

\`\`\`toml
column = ${generator.example}
\`\`\`
${table}
Samples: ${samples.map((one) => `\`${one}\``).join(", ")}
`;
}

async function familySection(family: Family): Promise<string> {
  const rows = (await modulesOf(family)).map(({ module, methods, others }) => {
    const notes = others.map(([note, methods]) =>
      `; ${note}: ${methods.join(" ")}`
    );
    return `| \`${module}\` | ${methods.join(" ")}${notes.join("")} |`;
  });
  return `
### \`${family.pattern}\`

${family.summary}.

\`\`\`toml
column = ${family.example}
\`\`\`

| module | methods |
| --- | --- |
${rows.join("\n")}
`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

if (import.meta.main) await Deno.writeTextFile(PAGE, await generatorsPage());
