// Tables in files.
import { existsSync } from "node:fs";
import type { Plan, TablePlan } from "../../core/plan.ts";
import type { Source } from "../../source/source.ts";
import type { FoundTable, Place } from "../place.ts";
import { FileTable } from "./file_table.ts";
import { RawTable } from "./raw_table.ts";

export function openFiles(source: Source, plan: Plan): Place {
  const { output } = plan;
  /** By table, of how many of its files we know. */
  const known = new Map<string, number>();
  const tables = output.files.flatMap(({ path, tables }): FoundTable[] => {
    const plans = tables.map(({ table }) =>
      plan.tables.find(({ name }) => name === table)!
    );
    const [{ own, table: name }] = tables;
    const index = known.get(name) ?? 0;
    known.set(name, index + 1);
    if (!existsSync(path)) return plans.map((one) => absent(one, path));
    const format = own?.format ?? output.format;
    if (tables.length > 1 || !FileTable.reads(format)) {
      return RawTable.of(source, plan, path, plans, tables, index);
    }
    const table = new FileTable(
      source,
      plan,
      plans[0],
      path,
      tables[0],
      index,
    );
    table.look();
    return [table];
  });
  return { tables, close: () => Promise.resolve() };
}

function absent(plan: TablePlan, path: string): FoundTable {
  return {
    plan,
    name: JSON.stringify(path),
    columns: [],
    flaws: [
      `there is no file ${
        JSON.stringify(path)
      }: run thrust first, or say with --to where the rows are`,
    ],
    ordered: true,
    scan: () => Promise.resolve(),
  };
}
