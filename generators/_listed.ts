// Generators whose values are the entries of one word list that ships with thrust.
import { type Generator, generator, type Group } from "../core/generator.ts";
import { valueType } from "../core/value_type.ts";

/** A generator of the entries of a list, each as likely as every other. */
export function listed(
  { name, group, summary, list }: {
    name: string;
    group: Group;
    summary: string;
    list: string;
  },
): Generator {
  return generator({
    name,
    group,
    summary,
    example: `{ gen = "${name}" }`,
    params: {},
    type: () => valueType("text"),
    prepare(_params, site) {
      const strings = site.list(list);
      const random = site.random();
      return {
        storage: "entries",
        strings,
        fill({ rows }, out) {
          random.below(rows, 0, strings.size, out.indexes);
        },
      };
    },
  });
}
