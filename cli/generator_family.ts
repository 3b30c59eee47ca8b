// Generators that are made when they are asked for, in words: for `thrust generators` and the reference page.
import type { Family } from "../core/generators.ts";
import { painter } from "./output.ts";

const WIDTH = 100;

/** The members of a module, those that work by themselves and others. */
export interface ModuleRow {
  /** `faker.person`. */
  module: string;
  methods: string[];
  /** Methods by what keeps them from being used by themselves. */
  others: [note: string, methods: string[]][];
}

export async function modulesOf(family: Family): Promise<ModuleRow[]> {
  const rows = new Map<string, ModuleRow>();
  for (const { name, note } of await family.members()) {
    const dot = name.lastIndexOf(".");
    const module = name.slice(0, dot);
    const method = name.slice(dot + 1);
    let row = rows.get(module);
    if (row === undefined) {
      rows.set(module, row = { module, methods: [], others: [] });
    }
    const other = row.others.find(([one]) => one === note);
    if (note === undefined) row.methods.push(method);
    else if (other === undefined) row.others.push([note, [method]]);
    else other[1].push(method);
  }
  return [...rows.values()];
}

/** All members of a family, or those of one of its modules; undefined where it has none of that name. */
export async function listFamily(
  family: Family,
  name: string,
): Promise<string | undefined> {
  const paint = painter("stdout");
  const modules = (await modulesOf(family)).filter(({ module }) =>
    `${name}.` === family.prefix || module === name
  );
  if (modules.length === 0) return undefined;
  const parts = modules.map(({ module, methods, others }) =>
    [
      paint("bold", module),
      ...wrapped(methods),
      ...others.flatMap(([note, methods]) =>
        wrapped([`(${note}: ${methods[0]}`, ...methods.slice(1)])
          .map((line, i, all) => i === all.length - 1 ? `${line})` : line)
          .map((line) => paint("dim", line))
      ),
      "",
    ].join("\n")
  );
  return [
    `${family.pattern}: ${family.summary}`,
    "",
    "Example:",
    `  column = ${family.example}`,
    "",
    ...parts,
    `\`thrust generators ${modules[0].module}.${
      modules[0].methods[0] ?? "METHOD"
    }\` shows one with samples.`,
    "",
  ].join("\n");
}

/** Names in lines, with spaces between. */
function wrapped(names: readonly string[]): string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + name.length <= WIDTH) {
      lines[lines.length - 1] = `${last} ${name}`;
    } else {
      lines.push(`  ${name}`);
    }
  }
  return lines;
}
