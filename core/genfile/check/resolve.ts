// Checks columns against each other: one graph over the columns of all tables, types in the order of dependence, and
// each generator's own checks. What reads a wrong column is not looked at, so that one mistake is told once.
import type { Scope } from "../../generator.ts";
import { orderByNeeds } from "../../graph.ts";
import { type ValueType, valueType } from "../../value_type.ts";
import { type ColumnSpec, shownName, type Types } from "../spec.ts";
import { checkExpressions } from "../expressions.ts";
import { checkPins, pinnedValues, widened } from "../pins.ts";
import { Problems } from "../problems.ts";
import { checkKeys } from "../unique/keys.ts";
import {
  checkHandle,
  followsByDistribution,
  reporter,
  warnOfClock,
} from "./column_checks.ts";
import { checkFollowing, checkLengths } from "./distribution_use.ts";
import { type ColumnsByName, needsOf, shownBy } from "./needs.ts";
import { earlierReads } from "./recursion.ts";
import { checkReference } from "./reference_rules.ts";
import { isReference, References } from "../references.ts";
import { expressionScopeOf, scopeOf, type Seen } from "./scopes.ts";
import { shareParameters } from "./shares.ts";
import type { Surroundings } from "./surroundings.ts";

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
  readonly #columns: ColumnsByName;
  readonly #references: References;
  readonly #types = new Map<ColumnSpec, ValueType>();
  readonly #seen: Seen;

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
    this.#seen = {
      surroundings,
      columns: this.#columns,
      references: this.#references,
      types: this.#types,
      grounds: {
        tables: new Map(surroundings.tables.map((one) => [one.name, one])),
        references: this.#references,
        scopeOf: (column) => this.#scope(column),
      },
    };
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
      (one) => this.#shownBy(one),
    );
    for (const column of reads) column.readsItself = true;
    const { order, cycles } = orderByNeeds(all, (one) => this.#needs(one));
    for (const cycle of cycles) this.#reportCycle(cycle);
    for (const column of order) {
      this.#checkUnlessWrong(column);
    }
    const keys = { ...this.#seen.grounds, problems: this.#problems };
    for (const table of this.#surroundings.tables) {
      checkPins(
        this.#problems,
        table,
        this.#surroundings.rows.get(table.name),
      );
      checkKeys(keys, table, this.#types);
    }
    return this.#types;
  }

  domainOf(column: ColumnSpec): number | undefined {
    const { generator, params } = column;
    const scope = this.#scope(column);
    const part = generator?.shares?.(params, scope)?.part;
    return generator?.domain?.(params, scope, part === undefined ? [] : [part]);
  }

  #scope(column: ColumnSpec): Scope {
    return scopeOf(this.#seen, column);
  }

  #needs(column: ColumnSpec): ColumnSpec[] {
    return needsOf(column, this.#columns, this.#references);
  }

  #shownBy(column: ColumnSpec): ColumnSpec | undefined {
    return shownBy(column, this.#columns);
  }

  #checkUnlessWrong(column: ColumnSpec): void {
    if (this.#readsWrong(column)) column.broken = true;
    if (!column.broken && column.readsItself) this.#guess(column);
    if (!column.broken) this.#check(column);
  }

  /** Finds the type of what a column reads that is made from it: one that, once taken for granted, comes out again. */
  #guess(column: ColumnSpec): void {
    const target = this.#shownBy(column)!;
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
      "let one of them not read the next",
    );
    for (const column of cycle) column.broken = true;
  }

  #check(column: ColumnSpec): void {
    const { generator, params } = column;
    const before = this.#problems.errors;
    const scope = this.#scope(column);
    const ofExpressions = expressionScopeOf(this.#seen, scope);
    checkExpressions(this.#problems, column, ofExpressions);
    if (isReference(column)) {
      checkReference(this.#problems, this.#references, column);
    } else {
      const names = this.#columns.get(column.table)!;
      checkHandle(this.#problems, column, (name) => names.has(name));
    }
    checkLengths(this.#problems, column);
    if (this.#problems.errors === before) {
      checkFollowing(this.#problems, column);
    }
    if (this.#problems.errors === before) {
      generator!.check?.(params, scope, reporter(this.#problems, column));
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
    if (this.#surroundings.nowIsClock) warnOfClock(this.#problems, column);
  }
}
