// Columns whose items differ within each row (`array` with `distinct`): the items are made from ranks that never repeat
// there, each row having a permutation of its own.
import { grouped } from "../../quantities.ts";
import { type ColumnSpec, shownName, type TableSpec } from "../spec.ts";
import { isReference } from "../references.ts";
import { reporterOf } from "./columns.ts";
import type { KeySurroundings } from "./proofs.ts";
import { countThing, thereAre } from "./domains.ts";

export function planDifferingItems(
  surroundings: KeySurroundings,
  table: TableSpec,
): void {
  for (const column of table.columns) {
    if (column.broken) continue;
    const scope = surroundings.scopeOf(column);
    const differing = column.generator?.differing?.(column.params, scope);
    if (differing === undefined) continue;
    const item = table.columns.find(({ name }) => name === differing.column);
    // What is wrong with the number of items has been said.
    if (item === undefined || item.broken || !(differing.most >= 0)) continue;
    planItems(surroundings, column, item, differing.most);
  }
}

function planItems(
  surroundings: KeySurroundings,
  column: ColumnSpec,
  item: ColumnSpec,
  most: number,
): void {
  const { problems, scopeOf } = surroundings;
  const place = column.given.get("distinct")?.place ?? column.place;
  const { generator, params } = item;
  const isNullable = scopeOf(item).column(item.name)?.nullable ?? false;
  if (item.null > 0 || item.when !== undefined || isNullable) {
    problems.error(
      item.place,
      `items of "${shownName(column)}" can be NULL, more than one of them`,
      "leave out null and when, or distinct",
    );
    return;
  }
  if (generator!.ranked === undefined && !isReference(item)) {
    problems.error(
      place,
      `items of generator "${generator!.name}" cannot be distinct`,
      generator!.name.startsWith("faker.")
        ? "what Faker makes cannot be counted: take another generator, or values"
        : "numbers, dates, uuid, pattern, string, values, dict and references can",
    );
    return;
  }
  if (isReference(item) && params.of !== undefined) {
    problems.error(
      item.given.get("of")?.place ?? item.place,
      "a handle names one row, and the items are to be different ones",
      "leave out of, or distinct",
    );
    return;
  }
  const part = generator!.shares?.(params, scopeOf(item))?.part;
  const thing = {
    columns: [item],
    unique: [item],
    parts: part === undefined ? [] : [part],
    what: item.inner!.what,
    purpose: "distinct",
  };
  const report = reporterOf(surroundings, item);
  const size = countThing(surroundings, thing, item, report);
  if (size === undefined) return;
  if (size < most) {
    problems.error(
      place,
      `"${shownName(column)}" needs ${grouped(most)} different values, and ${
        thereAre(size)
      }`,
      "lower max, or give the items more values",
    );
    return;
  }
  const { what, purpose, parts } = thing;
  item.ranks = {
    steps: size === 0 ? [] : [{ kind: "permute", what, purpose, size }],
    among: "items",
    parts,
  };
}
