// Proofs that values never repeat, from what they are made of.
import type { Scope } from "../../generator.ts";
import type { ColumnAddress } from "../../parameters.ts";
import type { ColumnSpec, TableSpec } from "../spec.ts";
import type { Problems } from "../problems.ts";
import { isReference, type References } from "../references.ts";

/** What proofs go by. */
export interface Grounds {
  tables: ReadonlyMap<string, TableSpec>;
  references: References;
  scopeOf(column: ColumnSpec): Scope;
}

/** What keys are checked by. */
export interface KeySurroundings extends Grounds {
  problems: Problems;
}

/** Whether a column's values never repeat because of how they are made. */
export function isUniqueByItself(
  grounds: Grounds,
  column: ColumnSpec,
): boolean {
  const { generator, params } = column;
  if (isReference(column)) return isUniqueWay(grounds, column);
  return generator?.unique?.(params, grounds.scopeOf(column)) === true;
}

/** Whether a column never repeats: it says so, or is made so. */
export function isUnique(
  grounds: Grounds,
  column: ColumnSpec,
): boolean {
  return !column.broken &&
    (isKey(grounds, column) || isUniqueByItself(grounds, column));
}

/** Whether a reference stands where no other row of its table does, and sees what no other row has. */
function isUniqueWay(
  grounds: Grounds,
  column: ColumnSpec,
): boolean {
  const { references, tables } = grounds;
  if (!seesUnique(grounds, column)) return false;
  const start = references.start(column);
  if (start !== undefined) {
    // The very row that another reference stands on, which is alone there.
    const { ref } = start.params as { ref: ColumnAddress };
    return ref.table === (column.params.ref as ColumnAddress).table &&
      (isKey(grounds, start) || isUniqueWay(grounds, start));
  }
  const { parent } = grounds.scopeOf(column);
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
  grounds: Grounds,
  column: ColumnSpec,
): boolean {
  const { table, column: name } = column.params.ref as ColumnAddress;
  const target = grounds.tables.get(table)?.columns.find((one) =>
    one.name === name
  );
  return target !== undefined && target !== column &&
    isUnique(grounds, target);
}

/** Whether a column is a key of its table, by what the Genfile says. */
export function isKey(
  { tables }: Grounds,
  { table, name, unique, primary }: ColumnSpec,
): boolean {
  if (unique || primary) return true;
  const spec = tables.get(table);
  return [spec?.primaryKey, ...spec?.uniqueKeys ?? []].some((key) =>
    key?.columns.length === 1 && key.columns[0] === name
  );
}
