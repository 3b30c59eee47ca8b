// What a column may see of the rest of the Genfile when it is checked (see `Scope` in core/generator.ts).
import { entriesOf } from "../../dictionaries/packed_texts.ts";
import { isInjective } from "../../expression/injective.ts";
import { outputType } from "../../expression/output.ts";
import type { ExpressionScope } from "../../expression/scope.ts";
import type { Scope } from "../../generator.ts";
import { Strings } from "../../values/strings.ts";
import type { ColumnSpec, Types } from "../spec.ts";
import { type Grounds, isUnique } from "../unique/proofs.ts";
import { columnAt, type ColumnsByName } from "./needs.ts";
import type { References } from "../references.ts";
import type { Surroundings } from "./surroundings.ts";

/** What scopes are made from. */
export interface Seen {
  surroundings: Surroundings;
  columns: ColumnsByName;
  references: References;
  /** Of the columns that have been checked. */
  types: Types;
  grounds: Grounds;
}

export function scopeOf(seen: Seen, column: ColumnSpec): Scope {
  const { columns, types, grounds } = seen;
  const { table, locale, sqlType } = column;
  const { rows, dictionaries, now } = seen.surroundings;
  const same = columns.get(table)!;
  const typeOf = (column: ColumnSpec | undefined) =>
    column === undefined ? undefined : types.get(column);
  const { per, locale: ofTable } = grounds.tables.get(table)!;
  return {
    locales: locale ?? ofTable ?? seen.surroundings.locale,
    sqlType,
    table,
    now,
    ...(per !== undefined && "table" in per && { parent: per.table }),
    ...(per !== undefined && "dictionary" in per &&
      { perDictionary: per.dictionary }),
    list: (name, locale) => seen.surroundings.list?.(name, locale),
    siblings: () =>
      per !== undefined && "max" in per ? per.max : rows.get(table),
    result: ({ root }) => outputType(root.type, sqlType),
    columns: () => namesOf(same.values()),
    column: (name) => typeOf(same.get(name)),
    ends: (name) => {
      const column = same.get(name);
      if (column === undefined || column.broken) return {};
      const { generator, params } = column;
      return generator?.ends?.(params, scopeOf(seen, column)) ?? {};
    },
    isInjective: (expression) => {
      const { result, ...known } = scopeOf(seen, column);
      return isInjective(expression, result(expression), {
        ...known,
        rows: rows.get(table) ?? 1,
      });
    },
    isUnique: (name) => {
      const column = same.get(name);
      return column !== undefined && isUnique(grounds, column);
    },
    rows: (name) => rows.get(name),
    at: (address) => {
      const column = columnAt(columns, address);
      const type = typeOf(column);
      return type && { type, generator: column!.generator!.name };
    },
    dictionary: (name) => {
      const found = dictionaries.find((one) => one.name === name);
      return found && {
        entries: entriesOf(found.texts),
        columns: found.columns,
        weighted: found.weights !== undefined,
      };
    },
    dictionaryTexts: (name, column) => {
      const found = dictionaries.find((one) => one.name === name)!;
      const index = column === undefined ? 0 : found.columns.indexOf(column);
      const { bytes, offsets } = found.texts[index];
      return new Strings(bytes, offsets);
    },
  };
}

/** What expressions may name. Columns inside others cannot be named. */
export function expressionScopeOf(
  { columns, references: { ways }, surroundings }: Seen,
  scope: Scope,
): ExpressionScope {
  const own = columns.get(scope.table)!;
  return {
    ...scope,
    descendants: (table) =>
      ways.descends(table, scope.table)
        ? ways.descendants(table, scope.table)
        : undefined,
    columnsOf: (table) => namesOf(columns.get(table)?.values() ?? []),
    column: (name) =>
      own.get(name)?.inner === undefined ? scope.column(name) : undefined,
    seed: surroundings.seed,
  };
}

function namesOf(columns: Iterable<ColumnSpec>): string[] {
  return [...columns].filter((one) => one.inner === undefined)
    .map((one) => one.name);
}
