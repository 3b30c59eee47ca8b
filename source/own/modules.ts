// Generators of a program's own that stand in modules: workers load those by themselves.
import { Generators } from "../../core/generators.ts";
import type { OwnGenerator } from "./contract.ts";
import { ownGenerator } from "./own_generator.ts";

/**
 * The generators that there are and a program's own beside them.
 *
 * @param own Generators, or modules that export a list of them as `generators`.
 * @throws {TypeError} If a module exports none, or a name is taken.
 */
export async function withOwn(
  known: Generators,
  own: readonly (OwnGenerator | string)[],
): Promise<Generators> {
  if (own.length === 0) return known;
  const all = new Map(known);
  for (const one of own) {
    const some = typeof one === "string" ? await generatorsOf(one) : [one];
    for (const generator of some) {
      if (all.has(generator.name)) {
        throw new TypeError(
          `Cannot add the generator "${generator.name}": there is one of that name`,
        );
      }
      all.set(generator.name, ownGenerator(generator));
    }
  }
  return new Generators(
    all,
    known.families,
    known.zones,
    known.words,
    known.lists,
  );
}

async function generatorsOf(module: string): Promise<readonly OwnGenerator[]> {
  const { generators } = await import(module);
  if (Array.isArray(generators)) return generators;
  throw new TypeError(
    `Cannot add the generators of ${module}: it exports no list "generators"`,
  );
}
