// Numbers that rise by a fixed step: the usual primary key.
import { generator } from "../core/generator.ts";
import { defaulted } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";

export const sequence = generator({
  name: "sequence",
  group: "identifiers",
  summary: "Numbers that rise (or fall) by the same step from row to row",
  example: `{ gen = "sequence", start = 1000, step = 10 }`,
  params: {
    start: defaulted("integer", 1, "The first row's number"),
    step: defaulted("integer", 1, "How much each number is above the last"),
  },
  unique: ({ step }) => step !== 0,
  // No min and max: the column is bigint whatever `rows` is, so that a larger run fits the same table.
  type: () => valueType("int"),
  check({ start, step }, scope, report) {
    if (step === 0) {
      report("step", "step is 0", "every number would be the same");
    }
    const rows = scope.rows(scope.table) ?? 0;
    const last = start + step * Math.max(rows - 1, 0);
    if (!Number.isSafeInteger(last)) {
      report(
        "step",
        `the last of ${rows} numbers is beyond 2^53`,
        "a smaller step or start, or fewer rows",
      );
    }
  },
  ends({ start, step }, scope) {
    const last = start + step * Math.max((scope.rows(scope.table) ?? 1) - 1, 0);
    return { min: Math.min(start, last), max: Math.max(start, last) };
  },
  prepare({ start, step }) {
    return {
      storage: "numbers",
      fill(record, out) {
        const { count, numbers: rows } = record.rows;
        const { numbers } = out;
        for (let i = 0; i < count; i++) numbers[i] = start + step * rows[i];
      },
    };
  },
});
