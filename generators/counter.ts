// Numbers that begin anew for each parent: lines of an order, versions of a document.
import { generator } from "../core/generator.ts";
import { defaulted } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";

export const counter = generator({
  name: "counter",
  group: "identifiers",
  summary:
    "Numbers that count the rows of one parent, in a table made per another; else those of the table",
  example: `{ gen = "counter", start = 0 }`,
  params: {
    start: defaulted("integer", 1, "The first row's number"),
    step: defaulted("integer", 1, "How much each number is above the last"),
  },
  unique: ({ step }, { parent }) => step !== 0 && parent === undefined,
  // No min and max, as for sequence: the column is bigint however many children there are.
  type: () => valueType("int"),
  check({ start, step }, scope, report) {
    if (step === 0) {
      report("step", "step is 0", "every number would be the same");
    }
    const most = scope.siblings();
    const last = start + step * Math.max((most ?? 0) - 1, 0);
    if (!Number.isSafeInteger(last)) {
      report("step", `the last of ${most} numbers is beyond 2^53`);
    }
  },
  ends({ start, step }, scope) {
    const last = start + step * Math.max((scope.siblings() ?? 1) - 1, 0);
    return { min: Math.min(start, last), max: Math.max(start, last) };
  },
  prepare({ start, step }, site) {
    return {
      storage: "numbers",
      fill(record, out) {
        const positions = site.positions(record);
        const { numbers } = out;
        const { count } = record.rows;
        for (let i = 0; i < count; i++) {
          numbers[i] = start + step * positions[i];
        }
      },
    };
  },
});
