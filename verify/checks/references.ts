// Whether references hold: the rows that they refer to are there.
import type { Plan } from "../../core/plan.ts";
import { grouped } from "../../core/quantities.ts";
import { sqliteText } from "../../source/formats/sqlite/values.ts";
import type { Source } from "../../source/source.ts";
import { ExpectedRows } from "../expected_rows.ts";
import { lostReferences, type Scan, scanColumns } from "../keys.ts";
import type { Checked } from "./checked.ts";
import { sayer } from "../verdicts.ts";

export async function checkReferences(
  plan: Plan,
  source: Source,
  checked: Checked,
  all: readonly Checked[],
): Promise<void> {
  const { table, promises, report, reading } = checked;
  if (reading.missing) return;
  for (const { columns, table: to, targets } of promises.foreignKeys) {
    const promise = `foreign key (${columns.join(", ")})`;
    const asked = `a row of ${to} each`;
    const say = (found: string, holds: boolean | undefined) =>
      sayer(report)(promise, asked, found, holds);
    const guard = await table.referenceGuard?.(columns, to, targets);
    if (guard !== undefined) {
      say(guard, true);
      continue;
    }
    // A table may stand in several files, each with some of its columns.
    const parents = all.filter((one) => one.table.plan.name === to);
    const parent = parents.find((one) =>
      targets.every((name) =>
        one.table.columns.includes(name)
      )
    ) ?? parents[0];
    if (table.unread !== undefined) {
      say(table.unread, undefined);
    } else if (
      parent !== undefined && isDense(parent, targets, checked, columns)
    ) {
      say("all within the numbers of the key", true);
    } else if (parent?.reading.missing || parent?.table.unread !== undefined) {
      say(`${parent.table.name} cannot be read`, undefined);
    } else {
      const isThere = parent !== undefined &&
        targets.every((name) => parent.table.columns.includes(name));
      const lost = await lostReferences(
        table,
        columns,
        isThere
          ? scanColumns(parent.table, targets)
          : expectedColumns(plan, source, to, targets),
        isThere
          ? parent.reading.rows
          : plan.tables.find(({ name }) => name === to)!.rows,
      );
      const where = isThere ? "" : ", which this run does not write: computed";
      if (lost === undefined) say(`all are there${where}`, true);
      else {
        say(
          `${
            grouped(lost.rows)
          } not there, the first is (${lost.first})${where}`,
          false,
        );
      }
    }
  }
}

/** Whether a key is the whole numbers from one to another without a gap, and all that refers to it lies between. */
function isDense(
  parent: Checked,
  [target, ...more]: readonly string[],
  child: Checked,
  [column]: readonly string[],
): boolean {
  const key = tallyOf(parent, target);
  const values = tallyOf(child, column);
  if (more.length > 0 || key === undefined || values === undefined) {
    return false;
  }
  if (parent.reading.sampled || child.reading.sampled) return false;
  const isKey = parent.report.verdicts.some(({ promise, verdict }) =>
    verdict === "ok" &&
    (promise === `primary key (${target})` ||
      promise === `unique key (${target})`)
  );
  return isKey && key.nulls === 0 && key.odd === 0 && values.odd === 0 &&
    key.kind === "int" &&
    key.max - key.min + 1 === key.rows &&
    (values.nulls === values.rows ||
      values.min >= key.min && values.max <= key.max);
}

function tallyOf({ table, reading }: Checked, column: string) {
  const tally = reading.tallies.find(({ promises }) =>
    promises.name === column
  );
  const type = table.plan.columns.find(({ name }) => name === column)?.type;
  if (tally === undefined || type === undefined) return undefined;
  const { nulls, odd, min, max, rows } = tally;
  return { nulls, odd, min, max, rows, kind: type.kind };
}

/** A key of a table that this run does not write, as it is computed. */
function expectedColumns(
  plan: Plan,
  source: Source,
  name: string,
  columns: readonly string[],
): Scan {
  const table = plan.tables.find((one) => one.name === name)!;
  const rows = new ExpectedRows(
    source,
    table,
    columns,
    (column) => sqliteText(name, column),
  );
  return (see) => {
    rows.scan(table.rows, see);
    return Promise.resolve();
  };
}
