// One value for every row.
import { generator, type Prepared, type Site } from "../core/generator.ts";
import { type Literal, required } from "../core/parameters.ts";
import type { ValueType } from "../core/value_type.ts";
import { Strings } from "../core/values/strings.ts";
import { literalNumber, literalType } from "./_literals.ts";

export const value = generator({
  name: "value",
  group: "choice",
  summary: "The same value in every row",
  example: `{ value = "active" }`,
  main: "value",
  params: { value: required("literal", "The value") },
  type: ({ value }): ValueType => literalType([value]),
  domain: () => 1,
  prepare: ({ value }, site) => fixed(value, site),
  ranked({ value }, site) {
    const { fill, ...rest } = fixed(value, site);
    return { ...rest, fill: (record, _ranks, out) => fill(record, out) };
  },
});

function fixed(value: Literal, site: Site): Prepared {
  if (value.kind === "text") {
    return {
      storage: "entries",
      strings: Strings.from([value.value]),
      fill: ({ rows }, out) => {
        out.indexes.fill(0, 0, rows.count);
      },
    };
  }
  const number = literalNumber(value, site.type.scale);
  return {
    storage: "numbers",
    fill: ({ rows }, out) => {
      out.numbers.fill(number, 0, rows.count);
    },
  };
}
