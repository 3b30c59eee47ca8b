// Which rows references stand on. Nothing is looked up or stored: a pick is a draw, and its row is computed.
import type { Expression } from "../../../core/expression/expression.ts";
import type { ExpressionReader } from "../../../core/generator.ts";
import type { ColumnPlan } from "../../../core/plan.ts";
import {
  isAlways,
  type ReferenceColumn,
  ReferenceWays,
  type Step,
} from "../../../core/reference_ways.ts";
import type { Related } from "../../expression/program.ts";
import { beyond, expressionReader } from "../../expression/reader.ts";
import { type RankedTable, SomeRows } from "../../ranks.ts";
import type { ChunkRecord } from "../../record.ts";
import type { SourceTable } from "../../table.ts";
import type { RandomContext } from "../random.ts";
import { chooserOf, type PickSources } from "./choose.ts";
import { ofSharers, parentOf, referenceColumn, whatOf } from "./columns.ts";
import { Families } from "./families.ts";
import type { Family } from "./family.ts";
import { Nothing, sieve } from "./nothing.ts";
import { Running } from "./running.ts";
import { along, copyRows, type Stand } from "./stand.ts";

export class ReferenceContext {
  readonly #random: RandomContext;
  readonly #families: Families;
  #tables: ReadonlyMap<string, SourceTable> = new Map();
  #ways = new ReferenceWays([]);

  constructor(seed: string, random: RandomContext) {
    this.#random = random;
    this.#families = new Families(seed, (name) => this.#table(name));
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
    return this.#families.of(record);
  }

  /** What unique columns of a table make their ranks for. */
  ranked({ name, plan }: SourceTable): RankedTable {
    return {
      rows: plan.rows,
      streams: (what, purpose) => this.#random.stream(name, what, purpose),
      siblings: (record) => this.family(record as ChunkRecord),
    };
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
      repeats: true,
      key: `per/${parent.name}`,
      land: (record) => this.#families.under(record, parent),
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
      repeats: false,
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
    const choose = chooserOf(this.#pickSources(), column!, target, key);
    const mayLack = nothing.isPossible || target.plan.rows === 0 ||
      this.#ways.isEarlier(column!) || !this.#isAlways(column!);
    return {
      table: target,
      nullable: mayLack,
      tookNull: true,
      repeats: false,
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

  #pickSources(): PickSources {
    return {
      ways: this.#ways,
      table: (name) => this.#table(name),
      stream: (table, what, purpose) =>
        this.#random.stream(table, what, purpose),
      ranked: (table) => this.ranked(table),
      family: (record) => this.family(record),
      generations: (from, to) => this.#families.generations(from, to),
      stand: (table, name) => this.stand(table, table.column(name).plan),
      expression: (table, column, expression) =>
        this.#expression(table, column, expression),
    };
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
      children: (record, name) =>
        this.#families.children(record as ChunkRecord, name),
      standing: (name) => ({
        reader: (column) => this.#table(name).column(column),
        beyond: (row) => beyond(name, "an aggregate", row),
        related: () => this.related(this.#table(name)),
      }),
      siblings: (record) => this.family(record as ChunkRecord)!,
      running: () => new Running(table),
    };
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
