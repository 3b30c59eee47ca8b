// Functions that choose among values, whatever their kind.
import { chosen, condition } from "../operators/choice.ts";
import { written } from "../convert.ts";
import { alike, type FunctionEntry, intAt, step, writtenInt } from "./entry.ts";

export const choices: FunctionEntry[] = [
  {
    name: "coalesce",
    form: "coalesce(a, b, …)",
    summary: "The first value that is not NULL",
    count: [1, Infinity],
    type(call) {
      const args = alike(call);
      const [first] = args;
      const nullable = args.every(({ type }) => type.nullable);
      return {
        op: "coalesce",
        args,
        type: { ...first.type, ...rangeOf(args), nullable },
      };
    },
  },
  {
    name: "if",
    form: "if(condition, yes, no)",
    summary: "One of two values; NULL counts as no",
    count: [3, 3],
    type({ args: [test, yes, no], stretches, at }) {
      return chosen(condition(test, stretches[0]), yes, no, at);
    },
  },
  {
    name: "hash",
    form: "hash(a, …)",
    summary: "A whole number from 0 to 2^53 - 1 that follows from the values",
    count: [1, Infinity],
    type: ({ args }) =>
      step("hash", args.map(written), {
        kind: "int",
        min: 0,
        max: 2 ** 53 - 1,
      }),
  },
  {
    name: "bucket",
    form: "bucket(x, n)",
    summary: "One of n numbers from 0 that follows from the value",
    count: [2, 2],
    type(call) {
      const [x] = call.args;
      intAt(call, 1);
      const n = writtenInt(call, 1, 1, 2 ** 31);
      const hash = step("hash", [written(x)], { kind: "int" });
      return step("bucket", [hash], { kind: "int", min: 0, max: n - 1 }, {
        value: n,
      });
    },
  },
];

/** The ends of several values together; they are in the same units. */
function rangeOf(
  args: readonly { type: { min?: number; max?: number } }[],
): { min: number | undefined; max: number | undefined } {
  const mins = args.map(({ type }) => type.min);
  const maxs = args.map(({ type }) => type.max);
  return {
    min: mins.includes(undefined) ? undefined : Math.min(...mins as number[]),
    max: maxs.includes(undefined) ? undefined : Math.max(...maxs as number[]),
  };
}
