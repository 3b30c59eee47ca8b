// The value of a column in a row of another table (or of the own one), computed, not looked up.
import { generator } from "../core/generator.ts";
import { optional, required } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { DIST } from "./_dist.ts";

export const ref = generator({
  name: "ref",
  group: "choice",
  summary: "A column of a row that this row refers to",
  example: `{ ref = "customers.id" }`,
  main: "ref",
  params: {
    ref: required("address", "The column, as table.column"),
    of: optional(
      "text",
      "The reference column whose row this is about, or a name for the row: references that say the same stand on it",
    ),
    ...DIST,
  },
  shares({ ref, of }, scope) {
    if (of === undefined || scope.columns().includes(of)) return undefined;
    return { thing: `ref/${ref.table}/${of}`, params: ["dist"] };
  },
  type({ ref, of, dist }, scope) {
    const target = scope.at(ref)?.type ?? valueType("int");
    // The first row has no earlier one. Following a reference that stands nowhere leads nowhere.
    const nowhere = of === undefined
      ? ref.table === scope.table && dist === undefined
      : scope.column(of)?.nullable ?? false;
    return { ...target, nullable: target.nullable || nowhere };
  },
  check({ of, dist }, scope, report) {
    if (of === undefined || !scope.columns().includes(of)) return;
    const followed = scope.at({ table: scope.table, column: of });
    if (followed !== undefined && followed.generator !== "ref") {
      report(
        "of",
        `of is "${of}", which is a column but no reference`,
        "name a reference column, or choose another name for the row",
      );
    } else if (dist !== undefined) {
      report(
        "dist",
        `the row is the one that "${of}" stands on`,
        `put dist on "${of}"`,
      );
    }
  },
  prepare({ ref, of, dist }, site) {
    const pick = site.pick({ table: ref.table, of, dist });
    const source = pick.column(ref.column);
    const nullable = pick.nullable || source.type.nullable;
    const { storage, strings, plain } = source.prepared;
    return {
      storage,
      strings,
      plain,
      fill(record, out) {
        const values = source.read(record);
        out.show(values);
        if (!nullable) return;
        const { nulls } = out;
        for (let i = 0; i < record.rows.count; i++) nulls[i] |= values.nulls[i];
      },
    };
  },
});
