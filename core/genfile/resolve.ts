// Checks columns against each other: one graph over the columns of all tables, types in the order of dependence, and
// each generator's own checks. What reads a wrong column is not looked at, so that one mistake is told once.
import { entriesOf } from "../dictionaries.ts";
import type { Report, Scope } from "../generator.ts";
import { isInjective } from "../expression/injective.ts";
import { orderByNeeds } from "../graph.ts";
import { innerColumns } from "../inner_columns.ts";
import type { ExpressionScope } from "../expression/check.ts";
import { outputType } from "../expression/output.ts";
import type {
  Bound,
  ColumnAddress,
  DistributionSpec,
  LocaleShare,
} from "../parameters.ts";
import { type ValueType, valueType } from "../value_type.ts";
import { Strings } from "../values/strings.ts";
import { checkKeys } from "./unique/keys.ts";
import { type ColumnSpec, shownName } from "./column.ts";
import type { DictionarySpec } from "./dictionary.ts";
import { checkFollowing, checkLengths } from "./distribution_use.ts";
import { checkExpressions, expressionsOf } from "./expressions.ts";
import { checkPins, pinnedValues, widened } from "./pins.ts";
import { Problems } from "./problems.ts";
import { earlierReads } from "./recursion.ts";
import { checkReference } from "./reference_rules.ts";
import { isReference, References } from "./references.ts";
import { shareParameters } from "./shares.ts";
import type { TableSpec } from "./table.ts";
import { isUnique, type KeySurroundings } from "./unique/proofs.ts";

/** What columns may be checked against. */
export interface Surroundings {
  tables: readonly TableSpec[];
  dictionaries: readonly DictionarySpec[];
  /** Rows by table; undefined where nothing right is said. */
  rows: ReadonlyMap<string, number | undefined>;
  /** In milliseconds since 1970. */
  now: number;
  nowIsClock: boolean;
  /** As text. */
  seed: string;
  /** Where neither column nor table says one. */
  locale: readonly LocaleShare[];
}

/** The types of all columns that are right. */
export type Types = ReadonlyMap<ColumnSpec, ValueType>;

/** What is known of columns once they have been checked against each other. */
export interface Resolved {
  types: Types;
  /** How many different values a column has; undefined where they cannot be counted. */
  domainOf(column: ColumnSpec): number | undefined;
}

export function resolveColumns(
  problems: Problems,
  surroundings: Surroundings,
): Resolved {
  const resolver = new Resolver(problems, surroundings);
  return {
    types: resolver.resolve(),
    domainOf: (column) => resolver.domainOf(column),
  };
}

/** Types that a column which reads itself may have; those that follow from others, such as scales, are found from them. */
const GUESSES: Pick<ValueType, "kind" | "scale">[] = [
  ...(["int", "text", "float", "date", "timestamp", "bool", "uuid"] as const),
  ...(["interval", "time", "decimal"] as const),
].map((kind) => ({ kind, scale: 0 }));

/** A type that is not the same after so many steps never will be. */
const GUESS_STEPS = 4;

class Resolver {
  #problems: Problems;
  readonly #surroundings: Surroundings;
  readonly #columns: ReadonlyMap<string, ReadonlyMap<string, ColumnSpec>>;
  readonly #references: References;
  readonly #types = new Map<ColumnSpec, ValueType>();

  constructor(problems: Problems, surroundings: Surroundings) {
    this.#problems = problems;
    this.#surroundings = surroundings;
    this.#columns = new Map(
      surroundings.tables.map(({ name, columns }) => [
        name,
        new Map(columns.map((column) => [column.name, column])),
      ]),
    );
    this.#references = new References(
      surroundings.tables,
      surroundings.rows,
    );
  }

  resolve(): Types {
    for (const table of this.#surroundings.tables) {
      shareParameters(this.#problems, table, (one) => this.#scope(one));
    }
    const all = this.#surroundings.tables.flatMap(({ columns }) => columns);
    const reads = earlierReads(
      all,
      this.#references,
      (one) => this.#needs(one),
      (one) => this.#targetOf(one),
    );
    for (const column of reads) column.readsItself = true;
    const { order, cycles } = orderByNeeds(all, (one) => this.#needs(one));
    for (const cycle of cycles) this.#reportCycle(cycle);
    for (const column of order) {
      this.#checkUnlessWrong(column);
    }
    for (const table of this.#surroundings.tables) {
      checkPins(
        this.#problems,
        table,
        this.#surroundings.rows.get(table.name),
      );
      checkKeys(this.#keys, table, this.#types);
    }
    return this.#types;
  }

  /** What proofs of uniqueness go by. */
  get #keys(): KeySurroundings {
    return {
      problems: this.#problems,
      tables: new Map(this.#surroundings.tables.map((one) => [one.name, one])),
      references: this.#references,
      scopeOf: (column) => this.#scope(column),
    };
  }

  domainOf(column: ColumnSpec): number | undefined {
    return column.generator?.domain?.(column.params, this.#scope(column));
  }

  /** The columns that a column is made from: of the same row, and of the row it refers to. */
  #needs(column: ColumnSpec): ColumnSpec[] {
    const { generator, params } = column;
    if (generator === undefined) return [];
    const same = this.#columns.get(column.table)!;
    const names: string[] = [];
    const needs: (ColumnSpec | undefined)[] = [];
    for (const [name, { kind }] of Object.entries(generator.params)) {
      const value = params[name];
      if (value === undefined) continue;
      if (kind === "column") names.push(value as string);
      if (kind === "columns") names.push(...value as string[]);
      if (kind === "bound" && "column" in (value as Bound)) {
        names.push((value as { column: string }).column);
      }
      if (kind === "address" && !column.readsItself) {
        const { table, column } = value as ColumnAddress;
        needs.push(this.#columns.get(table)?.get(column));
      }
    }
    names.push(...innerColumns(generator, params));
    for (const { expression } of expressionsOf(column)) {
      names.push(...expression.columns);
      needs.push(
        ...expression.others.map(({ table, column }) =>
          this.#columns.get(table)?.get(column)
        ),
      );
    }
    if (!column.broken) names.push(...generator.reads?.(params) ?? []);
    if (isReference(column)) {
      needs.push(this.#references.start(column));
      needs.push(...this.#references.following(column));
    }
    needs.push(...names.map((name) => same.get(name)));
    return needs.filter((one) => one !== undefined);
  }

  /** The column that a reference shows. */
  #targetOf({ generator, params, broken }: ColumnSpec): ColumnSpec | undefined {
    if (broken || generator?.name !== "ref") return undefined;
    const { table, column } = params.ref as ColumnAddress;
    return this.#columns.get(table)?.get(column);
  }

  #checkUnlessWrong(column: ColumnSpec): void {
    if (this.#readsWrong(column)) column.broken = true;
    if (!column.broken && column.readsItself) this.#guess(column);
    if (!column.broken) this.#check(column);
  }

  /** Finds the type of what a column reads that is made from it: one that, once taken for granted, comes out again. */
  #guess(column: ColumnSpec): void {
    const target = this.#targetOf(column)!;
    for (const { kind, scale } of GUESSES) {
      let type: ValueType | undefined = valueType(kind, { scale });
      for (let step = 0; step < GUESS_STEPS && type !== undefined; step++) {
        const found = this.#tried(column, target, type);
        if (found?.kind === type.kind && found.scale === type.scale) {
          this.#types.set(target, valueType(type.kind, { scale: type.scale }));
          return;
        }
        type = found;
      }
    }
    this.#problems.error(
      column.place,
      `"${
        shownName(column)
      }" reads what is made from it, and what type that has cannot be told`,
      `begin with a value for the first row: coalesce(${
        shownName(column)
      }, 0) + 1`,
    );
    column.broken = true;
  }

  /** The type that a column has if another, which reads it, shows values of some type. Nothing of it is kept. */
  #tried(
    column: ColumnSpec,
    target: ColumnSpec,
    type: ValueType,
  ): ValueType | undefined {
    const problems = this.#problems;
    const types = new Map(this.#types);
    this.#problems = new Problems();
    this.#types.set(column, { ...type, nullable: true });
    const { order } = orderByNeeds([target], (one) => this.#needs(one));
    const before = new Map(order.map((one) => [one, one.broken]));
    for (const one of order) {
      if (one === column || types.has(one)) continue;
      if (one.readsItself) one.broken = true;
      else this.#checkUnlessWrong(one);
    }
    const found = this.#types.get(target);
    for (const [one, broken] of before) one.broken = broken;
    this.#problems = problems;
    this.#types.clear();
    for (const [one, known] of types) this.#types.set(one, known);
    return found;
  }

  #readsWrong(column: ColumnSpec): boolean {
    const { generator, params } = column;
    const { dictionaries } = this.#surroundings;
    return this.#needs(column).some((one) => one.broken) ||
      Object.entries(generator?.params ?? {}).some(([name, { kind }]) =>
        kind === "dictionary" &&
        dictionaries.some((one) => one.name === params[name] && one.broken)
      );
  }

  #reportCycle(cycle: ColumnSpec[]): void {
    // An alternative is called as its column is.
    const path = [...cycle, cycle[0]]
      .map((column) => `${column.table}.${shownName(column)}`)
      .filter((name, i, all) => name !== all[i - 1]);
    if (path.length === 1) path.push(path[0]);
    this.#problems.error(
      cycle[0].place,
      `columns need each other in a circle: ${path.join(" -> ")}`,
    );
    for (const column of cycle) column.broken = true;
  }

  #check(column: ColumnSpec): void {
    const { generator, params } = column;
    const before = this.#problems.errors;
    const scope = this.#scope(column);
    checkExpressions(this.#problems, column, this.#expressionScope(scope));
    if (isReference(column)) {
      checkReference(this.#problems, this.#references, column);
    } else this.#checkHandle(column);
    checkLengths(this.#problems, column);
    if (this.#problems.errors === before) {
      checkFollowing(this.#problems, column);
    }
    if (this.#problems.errors === before) {
      generator!.check?.(params, scope, this.#report(column));
    }
    if (this.#problems.errors > before) {
      column.broken = true;
      return;
    }
    const made = generator!.type(params, scope);
    column.pinned = pinnedValues(this.#problems, column, made);
    if (this.#problems.errors > before) {
      column.broken = true;
      return;
    }
    const { neverNull, ...type } = column.pinned === undefined
      ? made
      : widened(made, column.pinned);
    const mayBeLeftOut = column.null > 0 || column.when !== undefined ||
      followsByDistribution(column) ||
      isReference(column) && this.#references.mayStandNowhere(column);
    this.#types.set(column, {
      ...type,
      nullable: type.nullable || mayBeLeftOut,
      ...(neverNull && !mayBeLeftOut && { neverNull }),
      ...(column.sqlType !== undefined && { sql: column.sqlType }),
    });
    if (this.#surroundings.nowIsClock) this.#warnOfClock(column);
  }

  /** `of` names a thing that columns share; beside references it must not look like a column. */
  #checkHandle(column: ColumnSpec): void {
    const { of } = column.params;
    const node = column.given.get("of");
    if (column.generator?.params.of?.kind !== "text" || node === undefined) {
      return;
    }
    if (!this.#columns.get(column.table)!.has(of as string)) return;
    this.#problems.error(
      node.place,
      `of is "${of}", which is a column`,
      "choose another name for what the columns share",
    );
  }

  #warnOfClock(column: ColumnSpec): void {
    const { generator, params, given, place } = column;
    const bound = Object.entries(generator!.params).find(([key, { kind }]) =>
      kind === "bound" && params[key] !== undefined &&
      "now" in (params[key] as Bound)
    );
    if (
      bound === undefined && !generator!.readsClock?.(params) &&
      !expressionsOf(column).some(({ expression }) => expression.clock)
    ) return;
    this.#problems.warning(
      given.get(bound?.[0] ?? "")?.place ?? place,
      `"${
        shownName(column)
      }" follows the clock: another run gives other values`,
      "set now in [run], or --now",
    );
  }

  #report(column: ColumnSpec): Report {
    return (parameter, message, hint, at) => {
      const node = column.given.get(parameter) ?? column.common.get(parameter);
      const stretch = at !== undefined && node?.kind === "value"
        ? node.stretch?.(at.start, at.length)
        : undefined;
      this.#problems.error(
        stretch ?? node?.place ?? column.place,
        message,
        hint,
      );
    };
  }

  /** Columns inside others cannot be named. */
  #expressionScope(scope: Scope): ExpressionScope {
    const names = new Set(scope.columns());
    const { ways } = this.#references;
    return {
      ...scope,
      descendants: (table) =>
        ways.descends(table, scope.table)
          ? ways.descendants(table, scope.table)
          : undefined,
      columnsOf: (table) =>
        [...this.#columns.get(table)?.values() ?? []]
          .filter((one) => one.inner === undefined).map((one) => one.name),
      column: (name) => names.has(name) ? scope.column(name) : undefined,
      seed: this.#surroundings.seed,
    };
  }

  #scope(column: ColumnSpec): Scope {
    const { table, locale, sqlType } = column;
    const { rows, dictionaries, now } = this.#surroundings;
    const same = this.#columns.get(table)!;
    const typeOf = (column: ColumnSpec | undefined) =>
      column === undefined ? undefined : this.#types.get(column);
    const { per, locale: ofTable } = this.#surroundings.tables.find((
      { name },
    ) => name === table)!;
    return {
      locales: locale ?? ofTable ?? this.#surroundings.locale,
      sqlType,
      table,
      now,
      ...(per !== undefined && "table" in per && { parent: per.table }),
      ...(per !== undefined && "dictionary" in per &&
        { perDictionary: per.dictionary }),
      siblings: () =>
        per !== undefined && "max" in per ? per.max : rows.get(table),
      result: ({ root }) => outputType(root.type, sqlType),
      columns: () =>
        [...same.values()].filter((one) => one.inner === undefined)
          .map((one) => one.name),
      column: (name) => typeOf(same.get(name)),
      ends: (name) => {
        const column = same.get(name);
        if (column === undefined || column.broken) return {};
        const { generator, params } = column;
        return generator?.ends?.(params, this.#scope(column)) ?? {};
      },
      isInjective: (expression) => {
        const { result, ...known } = this.#scope(column);
        return isInjective(expression, result(expression), {
          ...known,
          rows: rows.get(table) ?? 1,
        });
      },
      isUnique: (name) => {
        const column = same.get(name);
        return column !== undefined && isUnique(this.#keys, column);
      },
      rows: (name) => rows.get(name),
      at: (address) => {
        const column = this.#columns.get(address.table)?.get(address.column);
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
}

/** Whether a parameter of a distribution follows the row: where there is no such distribution, the value is NULL. */
function followsByDistribution({ generator, params }: ColumnSpec): boolean {
  return Object.entries(generator?.params ?? {}).some(([name, { kind }]) =>
    kind === "distribution" &&
    (params[name] as DistributionSpec | undefined)?.following !== undefined
  );
}
