// Proofs that values never repeat, from what they are made of.
import type { Scope } from "../../generator.ts";
import type { ColumnAddress } from "../../parameters.ts";
import type { ColumnSpec } from "../column.ts";
import type { Problems } from "../problems.ts";
import { isReference, type References } from "../references.ts";
import type { TableSpec } from "../table.ts";

/** What is known when keys are checked. */
export interface KeySurroundings {
  problems: Problems;
  tables: ReadonlyMap<string, TableSpec>;
  references: References;
  scopeOf(column: ColumnSpec): Scope;
}

/** Whether a column's values never repeat because of how they are made. */
export function isUniqueByItself(
  surroundings: KeySurroundings,
  column: ColumnSpec,
): boolean {
  const { generator, params } = column;
  if (isReference(column)) return isUniqueWay(surroundings, column);
  return generator?.unique?.(params, surroundings.scopeOf(column)) === true;
}

/** Whether a column never repeats: it says so, or is made so. */
export function isUnique(
  surroundings: KeySurroundings,
  column: ColumnSpec,
): boolean {
  return !column.broken &&
    (isKey(surroundings, column) || isUniqueByItself(surroundings, column));
}

/** Whether a reference stands where no other row of its table does, and sees what no other row has. */
function isUniqueWay(
  surroundings: KeySurroundings,
  column: ColumnSpec,
): boolean {
  const { references, tables } = surroundings;
  if (!seesUnique(surroundings, column)) return false;
  const start = references.start(column);
  if (start !== undefined) {
    // The very row that another reference stands on, which is alone there.
    const { ref } = start.params as { ref: ColumnAddress };
    return ref.table === (column.params.ref as ColumnAddress).table &&
      (isKey(surroundings, start) || isUniqueWay(surroundings, start));
  }
  const { parent } = surroundings.scopeOf(column);
  if (column.params.distinct === true && parent === undefined) return true;
  const up = references.stepsUp(column);
  return up !== undefined &&
    up.every(({ from, to }) =>
      references.chain(from, to).every((name) => {
        const per = tables.get(name)?.per;
        return per !== undefined && "max" in per && per.max <= 1;
      })
    );
}

/** Whether the column that a reference sees is unique in its table. */
export function seesUnique(
  surroundings: KeySurroundings,
  column: ColumnSpec,
): boolean {
  const { table, column: name } = column.params.ref as ColumnAddress;
  const target = surroundings.tables.get(table)?.columns.find((one) =>
    one.name === name
  );
  return target !== undefined && target !== column &&
    isUnique(surroundings, target);
}

/** Whether a column is a key of its table, by what the Genfile says. */
export function isKey(
  { tables }: KeySurroundings,
  { table, name, unique, primary }: ColumnSpec,
): boolean {
  if (unique || primary) return true;
  const spec = tables.get(table);
  return [spec?.primaryKey, ...spec?.uniqueKeys ?? []].some((key) =>
    key?.columns.length === 1 && key.columns[0] === name
  );
}
