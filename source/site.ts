// What a generator may ask of the engine when it is prepared, answered for one column.
import type {
  BoundReader,
  ColumnReader,
  ExpressionReader,
  FollowingReader,
  JsonPart,
  JsonTexts,
  PartialRecord,
  Pick,
  Prepared,
  RandomStream,
  Ranked,
  Site,
  Strings,
} from "../core/generator.ts";
import type {
  Bound,
  DistributionSpec,
  LocaleShare,
} from "../core/parameters.ts";
import type { Expression } from "../core/expression/expression.ts";
import type { ColumnPlan, NullRows, RankPlan } from "../core/plan.ts";
import type { ValueType } from "../core/value_type.ts";
import type { Units } from "../core/values/distributions.ts";
import type { AliasTable } from "../core/values/alias.ts";
import { boundReader } from "./bound.ts";
import { followingReader } from "./following.ts";
import type { Related } from "./expression/program.ts";
import { beyond, expressionReader } from "./expression/reader.ts";
import type { SourceContext } from "./context/context.ts";
import { readEarlier } from "./context/reference/earlier.ts";
import { readAt, readRepeated } from "./context/reference/stand.ts";
import { preparedFrom, type RankedTable, SomeRows } from "./ranks.ts";
import { JsonRows } from "./json_rows.ts";
import type { ChunkRecord } from "./record.ts";
import type { SourceTable } from "./table.ts";

export class ColumnSite implements Site {
  readonly #table: SourceTable;
  readonly #plan: ColumnPlan;
  readonly #context: SourceContext;
  #pickTookNull = false;

  constructor(table: SourceTable, plan: ColumnPlan, context: SourceContext) {
    this.#table = table;
    this.#plan = plan;
    this.#context = context;
  }

  get table(): string {
    return this.#table.name;
  }
  get column(): string {
    return this.#plan.inner?.what ?? this.#plan.name;
  }
  get rows(): number {
    return this.#table.plan.rows;
  }
  get perDictionary(): string | undefined {
    const { per } = this.#table.plan;
    return per !== undefined && "dictionary" in per
      ? per.dictionary
      : undefined;
  }
  get type(): ValueType {
    return this.#plan.type;
  }
  get locales(): readonly LocaleShare[] {
    return this.#plan.locales;
  }
  get seed(): string {
    return this.#context.seed;
  }
  get now(): number {
    return this.#context.now;
  }

  /** Whether the column's `null` has become its pick's: then the column draws none of its own. */
  get pickTookNull(): boolean {
    return this.#pickTookNull;
  }

  random(purpose = "value"): RandomStream {
    return this.#context.random.stream(this.table, this.column, purpose);
  }

  shared(thing: string, handle: string): RandomStream {
    return this.#context.random.stream(this.table, handle, thing);
  }

  positions(record: PartialRecord): Float64Array {
    return this.#context.sequences.positions(record);
  }

  sequenceLengths(record: PartialRecord): Float64Array {
    return this.#context.sequences.lengths(record, this.rows);
  }

  /** Rows of the table, spread by a permutation. */
  someRows(rows: NullRows): SomeRows {
    return new SomeRows(rows, this.rows, this.#ranked.streams);
  }

  /** Values made from ranks. */
  fromRanks(ranked: Ranked, plan: RankPlan): Prepared {
    return preparedFrom(ranked, plan, this.#ranked);
  }

  get #ranked(): RankedTable {
    return this.#context.references.ranked(this.#table);
  }

  reader(column: string): ColumnReader {
    return this.#table.column(column);
  }

  item(column: string, i: number): ColumnReader {
    return this.#table.item(column, i);
  }

  expression(expression: Expression, type?: ValueType): ExpressionReader {
    return expressionReader(expression, this, type);
  }

  related(): Related {
    return this.#context.references.related(this.#table);
  }

  beyond(row: number): never {
    return beyond(this.table, this.column, row);
  }

  following(
    dist: DistributionSpec | undefined,
    units: Units = this.type,
  ): FollowingReader | undefined {
    return followingReader(dist, units, this.now, this);
  }

  json(parts: readonly JsonPart[], after: string): JsonTexts {
    return new JsonRows(parts, after);
  }

  bound(bound: Bound, whole?: "up" | "down"): BoundReader {
    return boundReader(
      bound,
      this.type,
      this.now,
      whole,
      this,
    );
  }

  pick(): Pick {
    const stand = this.#context.references.stand(this.#table, this.#plan);
    this.#pickTookNull = stand.tookNull;
    const readsItself = this.#plan.readsItself === true;
    const read = readsItself ? readEarlier : readAt;
    return {
      readsItself,
      nullable: stand.nullable,
      column: (name) => {
        const column = stand.table.column(name);
        return {
          type: column.type,
          get prepared() {
            return column.prepared;
          },
          read: (record) => read(stand, record as ChunkRecord, column),
          ...(stand.repeats && !readsItself && {
            repeated: (record) =>
              readRepeated(stand, record as ChunkRecord, column),
          }),
        };
      },
    };
  }

  list(name: string, locale: string): Strings {
    return this.#context.dictionaries.list(locale, name);
  }

  dictionary(name: string, column?: string): Strings {
    return this.#context.dictionaries.column(name, column);
  }

  dictionaryTable(name: string): AliasTable | undefined {
    return this.#context.dictionaries.table(name);
  }
}
