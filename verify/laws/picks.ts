// Laws of references that pick a row: which one it was is told by the value that they show.
import type { ColumnAddress, DistributionSpec } from "../../core/parameters.ts";
import type { ColumnPlan, Plan, TablePlan } from "../../core/plan.ts";
import type { Source } from "../../source/source.ts";
import { NULL } from "../cells.ts";
import { ChoiceLaw, markOf, MOST_VALUES } from "./choices.ts";
import { ExpectedRows } from "../expected_rows.ts";
import type { Drawn, Law, Lawless } from "./law.ts";
import { ofNumbers, RANK, rankLaw } from "./numbers.ts";

/** Rows of a table whose values are computed at most, to tell them apart. */
const MOST_ROWS = 1_000_000;

/** Kinds whose values are the same in every target. */
const TELLING: readonly string[] = [
  ...["int", "float", "decimal", "bool", "date", "time", "timestamp"],
  ...["interval", "uuid", "text"],
];

export function ofPicks(
  { plan, source, table, column }: Drawn,
): Law | Lawless | undefined {
  const { ref, of, dist, distinct, within, except, at } = column.params as {
    ref: ColumnAddress;
    of?: string;
    dist?: DistributionSpec;
  } & Record<string, unknown>;
  const target = plan.tables.find(({ name }) => name === ref.table)!;
  const shown = target.columns.find(({ name }) => name === ref.column)!;
  const isOwn = of === undefined ||
    !table.columns.some(({ name }) => name === of);
  if (!isOwn || at !== undefined || target.rows < 2) return undefined;
  if (within !== undefined) return { why: "each picks in a block of its own" };
  if (except !== undefined) return { why: "each leaves rows out" };
  if (distinct === true && dist !== undefined) {
    return { why: "siblings pick among what is left" };
  }
  if (target === table) {
    return { why: "rows of its own table are not all open to each" };
  }
  if (distinct !== true && dist === undefined && descends(plan, table, ref)) {
    return undefined;
  }
  // The condition may be about another column of the same row.
  if (column.when !== undefined && of !== undefined) {
    return { why: "it has a condition" };
  }
  const isNumbered = shown.generator === "sequence" && shown.null === 0 &&
    shown.when === undefined;
  if (isNumbered) return ofNumbered(dist, shown, target.rows);
  return ofShown(source, dist, target, shown);
}

/** Whether a plain reference stands on the row's parent or another ancestor. */
function descends(
  plan: Plan,
  table: TablePlan,
  { table: wanted }: ColumnAddress,
): boolean {
  for (let one: TablePlan | undefined = table; one !== undefined;) {
    const { per }: TablePlan = one;
    if (per === undefined || "dictionary" in per) return false;
    if (per.table === wanted) return true;
    one = plan.tables.find(({ name }) => name === per.table);
  }
  return false;
}

/** The values of a sequence tell their rows. */
function ofNumbered(
  dist: DistributionSpec | undefined,
  { params }: ColumnPlan,
  rows: number,
): Law {
  const { start, step } = params as { start: number; step: number };
  return ofNumbers(
    dist,
    RANK,
    true,
    0,
    rows - 1,
    (value) => (value - start) / step,
  );
}

/** Other values tell their rows when they are computed: of large tables, those of the first rows. */
function ofShown(
  source: Source,
  dist: DistributionSpec | undefined,
  target: TablePlan,
  { name, type, unique, primary }: ColumnPlan,
): Law | Lawless | undefined {
  if (!TELLING.includes(type.kind) || type.zone !== undefined) {
    return { why: `values of type ${type.kind} do not tell rows` };
  }
  const { rows, primaryKey, uniqueKeys } = target;
  const differ = unique || primary && primaryKey.length === 1 ||
    uniqueKeys.some((key) => key.length === 1 && key[0] === name);
  const asked = dist !== undefined && dist.type !== "uniform";
  // Of rows that are not computed, it is not known how many are NULL.
  const isPartly = differ && !type.nullable;
  if (!isPartly && rows > (asked ? MOST_ROWS : MOST_VALUES)) {
    return { why: `${target.name} has too many rows to tell by it` };
  }
  const shareOf = asked ? rankLaw(dist, rows) : () => 1;
  const law = new ChoiceLaw(dist?.type ?? "uniform", false);
  const computed = isPartly ? Math.min(rows, MOST_VALUES) : rows;
  let left = asked ? 1 : rows;
  new ExpectedRows(source, target, [name], unspelled).scan(
    computed,
    ([cells], count, row) => {
      for (let i = 0; i < count; i++) {
        const share = shareOf(row + i);
        left -= share;
        if (cells.states[i] !== NULL) law.add(markOf(cells, i), share);
      }
    },
  );
  if (computed < rows && left > 0) law.others(left);
  return law.law();
}

function unspelled(): never {
  throw new TypeError("Cannot spell a value: numbers and texts are compared");
}
