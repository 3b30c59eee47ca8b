// Values that take turns.
import { generator, type Prepared, type Vector } from "../core/generator.ts";
import { type Literal, required } from "../core/parameters.ts";
import { Strings } from "../core/values/strings.ts";
import {
  checkExact,
  distinctOf,
  literalNumber,
  literalType,
} from "./_literals.ts";

export const cycle = generator({
  name: "cycle",
  group: "identifiers",
  summary:
    "The values of a list in turn: the first in row 0, and the first again after the last",
  example: `{ gen = "cycle", values = ["red", "green", "blue"] }`,
  params: {
    values: required("literals", "The values, all of one type"),
  },
  type: ({ values }) => literalType(values),
  unique({ values }, scope) {
    const rows = scope.rows(scope.table) ?? 0;
    if (rows === 0) return true;
    return rows <= values.length &&
      distinctOf(values.slice(0, rows)).length === rows;
  },
  check: ({ values }, _scope, report) => checkExact(values, report),
  prepare: ({ values }, { type: { scale } }) =>
    values[0].kind === "text" ? textsOf(values) : numbersOf(values, scale),
});

function textsOf(values: readonly Literal[]): Prepared {
  const { length } = values;
  return {
    storage: "entries",
    strings: Strings.from(values.map((one) => String(one.value))),
    fill({ rows: { count, numbers } }, { indexes }) {
      for (let i = 0; i < count; i++) indexes[i] = numbers[i] % length;
    },
  };
}

function numbersOf(values: readonly Literal[], scale: number): Prepared {
  const { length } = values;
  const turns = Float64Array.from(values, (one) => literalNumber(one, scale));
  return {
    storage: "numbers",
    fill({ rows: { count, numbers } }, out: Vector) {
      for (let i = 0; i < count; i++) {
        out.numbers[i] = turns[numbers[i] % length];
      }
    },
  };
}
