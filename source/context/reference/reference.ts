// Which rows references stand on. Nothing is looked up or stored: a pick is a draw, and its row is computed.
import {
  hasShape,
  isAlways,
  type ReferenceColumn,
  ReferenceWays,
  type Step,
} from "../../../core/reference_ways.ts";
import type { Expression } from "../../../core/expression/expression.ts";
import type { ExpressionReader } from "../../../core/generator.ts";
import type { ColumnPlan } from "../../../core/plan.ts";
import {
  type ChildCounts,
  childCounts,
} from "../../../core/values/child_counts.ts";
import { prepareSampler } from "../../../core/values/distributions.ts";
import type { Related } from "../../expression/program.ts";
import { beyond, expressionReader } from "../../expression/reader.ts";
import type { ChunkRecord } from "../../record.ts";
import { type RankedTable, Ranks, SomeRows } from "../../ranks.ts";
import type { SourceTable } from "../../table.ts";
import type { RandomContext } from "../random.ts";
import { Children, type Stretches } from "./children.ts";
import { Family } from "./family.ts";
import { choosePermuted, choosePermutedAmongSiblings } from "./distinct.ts";
import { Excepted } from "./excepted.ts";
import { Nothing, sieve } from "./nothing.ts";
import {
  type Choose,
  chooseAny,
  chooseAt,
  chooseBy,
  chooseEvenly,
  chooseRanked,
} from "./pick.ts";
import { Running } from "./running.ts";
import {
  descendants,
  earlierOf,
  type SpanFinder,
  wholeTable,
} from "./spans.ts";
import { along, copyRows, itself, type Stand } from "./stand.ts";
import { chooseSuccessively } from "./successive.ts";
import { chooseInTree } from "./tree.ts";

export class ReferenceContext {
  readonly #random: RandomContext;
  readonly #seed: string;
  readonly #counts = new Map<string, ChildCounts>();
  #tables: ReadonlyMap<string, SourceTable> = new Map();
  #ways = new ReferenceWays([]);

  constructor(seed: string, random: RandomContext) {
    this.#seed = seed;
    this.#random = random;
  }

  /** Makes the tables known; references cannot be resolved before. */
  setTables(tables: ReadonlyMap<string, SourceTable>): void {
    this.#tables = tables;
    this.#ways = new ReferenceWays(
      Array.from(tables.values(), ({ name, plan }) => ({
        name,
        per: plan.per !== undefined && "table" in plan.per
          ? plan.per
          : undefined,
        key: plan.primaryKey.length === 1 ? plan.primaryKey[0] : undefined,
        references: plan.columns.filter(({ generator }) => generator === "ref")
          .map((column) => referenceColumn(name, column)),
      })),
    );
  }

  /** The row that a `ref` column of a table stands on (genfile.md, "References"). */
  stand(table: SourceTable, column: ColumnPlan): Stand {
    // Not the one of that name among the ways: items of a column come later.
    const reference = referenceColumn(table.name, column);
    const [way] = this.#ways.ways(reference);
    if (way === undefined) {
      throw new TypeError(
        `Cannot follow "${reference.params.of}" from ${table.name}.${column.name}: no reference leads to its table`,
      );
    }
    const stand = way.map((step) => this.#step(step)).reduce(along);
    const follows = this.#ways.start(reference) !== undefined;
    return follows ? { ...stand, tookNull: false } : stand;
  }

  /** The parents of a record's rows; undefined where its table is not made per another. */
  family(record: ChunkRecord): Family | undefined {
    const parent = parentOf(record.table.plan);
    return parent === undefined
      ? undefined
      : this.#family(record, this.#table(parent));
  }

  /** What unique columns of a table make their ranks for. */
  ranked({ name, plan }: SourceTable): RankedTable {
    return {
      rows: plan.rows,
      streams: (what, purpose) => this.#random.stream(name, what, purpose),
      siblings: (record) => this.family(record as ChunkRecord),
    };
  }

  #family(record: ChunkRecord, parent: SourceTable): Family {
    return record.keep(
      "family",
      () => new Family(parent, this.#countsOf(record.table)),
      (family) => family.gather(record.rows),
    );
  }

  #countsOf({ name, plan }: SourceTable): ChildCounts {
    let counts = this.#counts.get(name);
    if (counts === undefined) {
      const { per } = plan;
      if (per === undefined || "dictionary" in per) {
        throw new TypeError(
          `Cannot count the children in table "${name}": it is not made per another`,
        );
      }
      counts = childCounts(this.#seed, name, per);
      this.#counts.set(name, counts);
    }
    return counts;
  }

  #step(step: Step): Stand {
    if (step.kind === "pick") return this.#pick(step);
    const up = this.#up(step);
    const { column } = step;
    return isAlways(column) ? up : this.#sometimes(step, up);
  }

  /** Up to the parent, or on to an ancestor. */
  #up({ from, to }: Step): Stand {
    const table = this.#table(from);
    const parent = this.#table(parentOf(table.plan)!);
    const stand: Stand = {
      table: parent,
      nullable: false,
      tookNull: false,
      key: `per/${parent.name}`,
      land: (record) => this.#family(record, parent),
    };
    return parent.name === to
      ? stand
      : along(stand, this.#up({ from: parent.name, to } as Step));
  }

  /** The ancestor, but where the column's own NULLs are. */
  #sometimes({ to, column, key }: Step, up: Stand): Stand {
    const nothing = this.#nothing([column!]);
    const table = this.#table(to);
    return {
      table,
      nullable: true,
      tookNull: true,
      key,
      land: (record) => ({
        record: record.hop(key, table, (from, out) => {
          copyRows(up.land(record), from.rows.count, out);
          sieve(from, nothing, out);
        }),
        places: undefined,
      }),
    };
  }

  /** A pick of its own, or the one that all references with the same handle share. */
  #pick({ to, column, key }: Step): Stand {
    const target = this.#table(to);
    const nothing = this.#nothing(this.#ways.sharers(column!));
    const choose = this.#choose(column!, target, key);
    const mayLack = nothing.isPossible || target.plan.rows === 0 ||
      this.#ways.isEarlier(column!) || !this.#isAlways(column!);
    return {
      table: target,
      nullable: mayLack,
      tookNull: true,
      key,
      land: (record) => ({
        record: record.hop(key, target, (from, out) => {
          choose(from, out);
          const { rows } = from;
          if (mayLack || rows.nulls !== undefined) sieve(from, nothing, out);
        }),
        places: undefined,
      }),
    };
  }

  /** Whether there is always a row to pick, as far as can be told without looking at its `within`. */
  #isAlways({ params }: ReferenceColumn): boolean {
    return params.within === undefined && params.at === undefined;
  }

  #choose(column: ReferenceColumn, target: SourceTable, key: string): Choose {
    const { table, params } = column;
    const { dist, distinct, within, except = [], earlier, at } = params;
    const stream = this.#random.stream(
      table,
      whatOf(column),
      `ref/${target.name}`,
    );
    const sampler = dist === undefined || dist.type === "uniform"
      ? undefined
      : prepareSampler(dist, { kind: "int", scale: 0 });
    const isEarlier = this.#ways.isEarlier(column);
    const isFree = within === undefined && except.length === 0 && !isEarlier &&
      earlier !== false && at === undefined;
    const own = this.#table(table);
    const sharers = this.#ways.sharers(column);
    const { ranks } = ofSharers(own.plan, sharers, "ranks") ?? {};
    if (ranks !== undefined) {
      return chooseRanked(new Ranks(ranks, this.ranked(own)));
    }
    const hasSiblings = parentOf(own.plan) !== undefined;
    if (distinct === true && !hasSiblings) {
      return choosePermuted(stream, target.plan.rows);
    }
    if (distinct !== true && isFree) {
      return chooseAny(stream, target.plan.rows, sampler);
    }
    const block = within === undefined
      ? wholeTable(target.plan.rows)
      : this.#descendants(own, within, target);
    if (at !== undefined) {
      return chooseAt(this.#expression(table, column.name, at), block);
    }
    if (hasShape(params)) return chooseInTree(stream, block, params);
    const find = isEarlier ? earlierOf(block) : block;
    const excepted = new Excepted([
      ...except.map((name) => this.#standOf(own, name)),
      ...(earlier === false ? [itself(own)] : []),
    ]);
    if (distinct !== true) {
      return sampler === undefined
        ? chooseEvenly(stream, find, excepted)
        : chooseBy(stream, sampler, find, excepted);
    }
    const familyOf = (record: ChunkRecord) => this.family(record)!;
    const isShared = !isEarlier && earlier !== false &&
      [...except, ...(within === undefined ? [] : [within])]
        .every((name) => this.#ways.isShared(table, name));
    return sampler === undefined && isShared
      ? choosePermutedAmongSiblings(stream, familyOf, find, excepted)
      : chooseSuccessively({
        ...{ table: own, key, stream, familyOf, find, excepted },
        sampler: sampler ??
          prepareSampler(undefined, { kind: "int", scale: 0 }),
      });
  }

  /** Where a column stands that `within` or `except` names. */
  #standOf(table: SourceTable, name: string): Stand {
    const column = this.#ways.column(table.name, name);
    return column === undefined
      ? itself(table)
      : this.stand(table, table.column(name).plan);
  }

  /** The rows of the target that descend from the row that a column stands on. */
  #descendants(
    table: SourceTable,
    within: string,
    target: SourceTable,
  ): SpanFinder {
    const stand = this.#standOf(table, within);
    return descendants(stand, this.#generations(stand.table, target));
  }

  /** @param columns All that share the pick. */
  #nothing(columns: readonly ReferenceColumn[]): Nothing {
    const [column] = columns;
    const { params, inner, table } = column;
    const isAlternative = params.of === undefined && inner?.alternative;
    return new Nothing(
      this.#random.stream(
        table,
        whatOf(column),
        isAlternative ? "null/alternative" : "null",
      ),
      Math.max(...columns.map((one) => one.null)),
      columns.flatMap(({ when }) =>
        when === undefined ? [] : [this.#expression(table, "when", when)]
      ),
      this.#nullRows(columns),
    );
  }

  /** Of a unique reference: the rows that stand nowhere. */
  #nullRows(columns: readonly ReferenceColumn[]): SomeRows | undefined {
    const table = this.#table(columns[0].table);
    const { nullRows } = ofSharers(table.plan, columns, "nullRows") ?? {};
    if (nullRows === undefined) return undefined;
    const { rows, streams } = this.ranked(table);
    return new SomeRows(nullRows, rows, streams);
  }

  #expression(
    table: string,
    column: string,
    expression: Expression,
  ): ExpressionReader {
    return expressionReader(expression, {
      reader: (name) => this.#table(table).column(name),
      beyond: (row) => beyond(table, column, row),
      related: () => this.related(this.#table(table)),
    });
  }

  /** What aggregates of a table's rows are over. */
  related(table: SourceTable): Related {
    return {
      children: (record, name) => this.#children(record as ChunkRecord, name),
      standing: (name) => ({
        reader: (column) => this.#table(name).column(column),
        beyond: (row) => beyond(name, "an aggregate", row),
        related: () => this.related(this.#table(name)),
      }),
      siblings: (record) => this.family(record as ChunkRecord)!,
      running: () => new Running(table),
    };
  }

  #children(record: ChunkRecord, name: string): Stretches {
    return record.keep(
      `children/${name}`,
      () => {
        const child = this.#table(name);
        return new Children(child, this.#generations(record.table, child));
      },
      (children) => children.gather(record.rows),
    ).stretches;
  }

  /** The child counts from an ancestor down to a table, the eldest first. */
  #generations(ancestor: SourceTable, table: SourceTable): ChildCounts[] {
    const generations: ChildCounts[] = [];
    for (let step = table; step !== ancestor;) {
      generations.unshift(this.#countsOf(step));
      step = this.#table(parentOf(step.plan)!);
    }
    return generations;
  }

  #table(name: string): SourceTable {
    const table = this.#tables.get(name);
    if (table === undefined) {
      throw new TypeError(
        `Cannot refer to table "${name}": the plan has none`,
      );
    }
    return table;
  }
}

/** The column that says something of a pick that unique columns share. */
function ofSharers(
  { columns }: SourceTable["plan"],
  sharers: readonly ReferenceColumn[],
  key: "ranks" | "nullRows",
): ColumnPlan | undefined {
  return columns.find((column) =>
    column[key] !== undefined &&
    sharers.some(({ name }) => name === column.name)
  );
}

/** The address of a pick's random words. */
function whatOf({ name, params, inner }: ReferenceColumn): string {
  return params.of ?? inner?.what ?? name;
}

/** The table that a table is made per. */
function parentOf({ per }: SourceTable["plan"]): string | undefined {
  return per !== undefined && "table" in per ? per.table : undefined;
}

function referenceColumn(table: string, column: ColumnPlan): ReferenceColumn {
  return {
    table,
    name: column.name,
    params: column.params as unknown as ReferenceColumn["params"],
    null: column.null,
    ...(column.when !== undefined && { when: column.when }),
    ...(column.inner !== undefined && { inner: column.inner }),
  };
}
