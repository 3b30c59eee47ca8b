// What a plan promises of a table, as data.
import type { ColumnPlan, ForeignKey, Plan, TablePlan } from "../core/plan.ts";
import type { Source } from "../source/source.ts";
import { cellStorage } from "./cells.ts";
import { childrenOf, type ChildrenPromise } from "./children.ts";
import { constantOf, type Law, type Unchecked } from "./laws/law.ts";
import { lawOf } from "./laws/laws.ts";

export interface TablePromises {
  rows: number;
  primaryKey: readonly string[];
  uniqueKeys: readonly (readonly string[])[];
  foreignKeys: readonly ForeignKey[];
  columns: ColumnPromises[];
}

export interface ColumnPromises {
  name: string;
  /** The share of NULLs, from `least` to `most`. */
  nulls: { least: number; most: number };
  /** In the units of the column's vector, ends included; absent where nothing is promised. */
  range?: { low: number; high: number };
  law?: Law;
  /** Of the column by which the children of rows are counted. */
  children?: ChildrenPromise;
  /** Rows in which another value is pinned. */
  pinned: number;
  /** Why a distribution that was asked for is not looked at. */
  lawless?: Unchecked;
}

/** What is promised of the columns that a target has. */
export function promisesOf(
  plan: Plan,
  source: Source,
  table: TablePlan,
  columns: readonly string[],
  altered: readonly string[] = [],
): TablePromises {
  const are = (names: readonly string[]) =>
    names.length > 0 && names.every((name) => columns.includes(name));
  return {
    rows: table.rows,
    primaryKey: are(table.primaryKey) ? table.primaryKey : [],
    uniqueKeys: table.uniqueKeys.filter(are),
    foreignKeys: table.foreignKeys.filter((key) => are(key.columns)),
    columns: columns.map((name) => {
      const column = table.columns.find((one) => one.name === name)!;
      const promises = columnPromises(plan, source, table, column);
      return altered.includes(name) ? asAltered(promises) : promises;
    }),
  };
}

function columnPromises(
  plan: Plan,
  source: Source,
  table: TablePlan,
  column: ColumnPlan,
): ColumnPromises {
  const { name, type } = column;
  const { law, lawless } = lawOf({ plan, source, table, column });
  return {
    name,
    pinned: column.pinned?.rows.length ?? 0,
    nulls: type.nullable
      ? {
        least: column.null,
        most: givesNull(plan, table, column) ? 1 : column.null,
      }
      : { least: 0, most: 0 },
    range: rangeOf(plan, column),
    law,
    lawless,
    children: childrenOf(plan, table, column),
  };
}

/** What is promised of values before they are put into another form. */
function asAltered(
  { name, nulls, pinned, law, lawless }: ColumnPromises,
): ColumnPromises {
  const asked = law?.name ?? lawless?.name;
  const why = "the target keeps the values in another form";
  return {
    name,
    nulls,
    pinned,
    ...(asked !== undefined && { lawless: { name: asked, why } }),
  };
}

/** Whether NULL may come from elsewhere than the column's own `null`: then only a least share is known. */
export function givesNull(
  plan: Plan,
  table: TablePlan,
  column: ColumnPlan,
): boolean {
  const { generator, params } = column;
  if (column.when !== undefined || params.of !== undefined) return true;
  // Elsewhere the pinned rows are allowed for.
  if (column.null === 0 && column.pinned?.values.includes(null)) return true;
  if (generator === "ref") {
    const { table: to, column: name } = params.ref as {
      table: string;
      column: string;
    };
    const target = plan.tables.find((one) => one.name === to);
    return to === table.name || params.at !== undefined ||
      params.within !== undefined || params.except !== undefined ||
      target?.rows === 0 ||
      (target?.columns.find((one) => one.name === name)?.type.nullable ?? true);
  }
  return READS.includes(generator) || params.at !== undefined ||
    Object.values(params).some(followsRow);
}

/** Generators that are made from other columns. */
const READS: readonly string[] = ["template", "expr", "case", "json", "hash"];

function followsRow(value: unknown): boolean {
  return typeof value === "object" && value !== null &&
    ("column" in value || "expression" in value);
}

/** The least and greatest value of a column, in the units of its vector; undefined where they are not known. */
export function rangeOf(
  plan: Plan,
  { generator, type, params, pinned }: ColumnPlan,
): { low: number; high: number } | undefined {
  if (cellStorage(type) !== "numbers" || type.kind === "bool") return undefined;
  const pins = (pinned?.values ?? []).filter((one) => typeof one === "number");
  const from = type.min ?? constantOf(plan, type, params.min ?? params.from);
  const to = type.max ?? constantOf(plan, type, params.max ?? params.to);
  const low = from === undefined || from <= Number.MIN_SAFE_INTEGER
    ? undefined
    : Math.min(from, ...pins);
  const high = to === undefined || to >= Number.MAX_SAFE_INTEGER
    ? undefined
    : Math.max(to, ...pins);
  if (low === undefined && high === undefined) return undefined;
  if (generator === "ref" || generator === "values" || generator === "value") {
    return undefined;
  }
  return { low: low ?? -Infinity, high: high ?? Infinity };
}
