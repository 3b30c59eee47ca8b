// What an expression over the row gives.
import { generator } from "../core/generator.ts";
import { required } from "../core/parameters.ts";
import { copyValues } from "./_texts/copy.ts";

export const expr = generator({
  name: "expr",
  group: "choice",
  summary: "The value of an expression over the row",
  example: `{ expr = "row * 10 + 1" }`,
  main: "expr",
  params: {
    expr: required("expression", "The expression; see its page"),
  },
  type: ({ expr }, scope) => scope.result(expr),
  unique: ({ expr }, scope) => scope.isInjective(expr),
  check({ expr }, _scope, report) {
    const { kind } = expr.root.type;
    if (kind === "months") {
      report(
        "expr",
        "months have no length of their own",
        "add them to a date, or give a number",
      );
    }
  },
  prepare({ expr }, site) {
    const reader = site.expression(expr, site.type);
    const { storage, type } = reader;
    return {
      storage,
      fill(record, out) {
        const values = reader.read(record);
        copyValues(values, storage, record.rows.count, out);
        if (type.nullable) {
          for (let i = 0; i < record.rows.count; i++) {
            out.nulls[i] |= values.nulls[i];
          }
        }
      },
    };
  },
});
