// A table and its columns as a worker knows them: the plan's data, with generators prepared on first use.
import type { Expression } from "../core/expression/expression.ts";
import type {
  ColumnReader,
  ExpressionReader,
  Generator,
  PartialRecord,
  Prepared,
  RandomStream,
} from "../core/generator.ts";
import { eachInner, itemName, standsInside } from "../core/inner_columns.ts";
import type { ColumnPlan, RankPlan, TablePlan } from "../core/plan.ts";
import type { ValueType } from "../core/value_type.ts";
import type { Vector } from "../core/values/vector.ts";
import { Pins } from "./pins.ts";
import type { SomeRows } from "./ranks.ts";
import { ColumnSite } from "./site.ts";
import type { SourceContext } from "./context/context.ts";
import type { ChunkRecord } from "./record.ts";

/** A table of the plan. */
export class SourceTable {
  readonly plan: TablePlan;
  readonly #columns: SourceColumn[] = [];
  readonly #byName = new Map<string, SourceColumn>();
  readonly #context: SourceContext;
  readonly #generators: ReadonlyMap<string, Generator>;

  constructor(
    plan: TablePlan,
    context: SourceContext,
    generators: ReadonlyMap<string, Generator>,
  ) {
    this.plan = plan;
    this.#context = context;
    this.#generators = generators;
    for (const column of plan.columns) this.#add(column);
  }

  /** Those of the plan, and then items. */
  get columns(): readonly SourceColumn[] {
    return this.#columns;
  }

  #add(plan: ColumnPlan): void {
    const column = new SourceColumn(
      this,
      this.#columns.length,
      plan,
      this.#context,
      this.#generators.get(plan.generator)!,
    );
    this.#columns.push(column);
    this.#byName.set(plan.name, column);
  }

  get name(): string {
    return this.plan.name;
  }

  /** @throws {TypeError} If there is none: the Genfile's reader lets no such plan through. */
  column(name: string): SourceColumn {
    const column = this.#byName.get(name);
    if (column === undefined) {
      throw new TypeError(
        `Cannot read column "${name}" of table "${this.name}": it has none`,
      );
    }
    return column;
  }

  /** An inner column (`col[]`) made for the i-th time (`col[i]`), together with all that stands inside it. */
  item(name: string, i: number): SourceColumn {
    const item = itemName(name, i);
    if (!this.#byName.has(item)) {
      const { what } = this.column(name).plan.inner!;
      const itemWhat = `${what.slice(0, -2)}[${i}]`;
      const rename = (inner: string) => item + inner.slice(name.length);
      for (const plan of this.#columns.map((column) => column.plan)) {
        if (plan.name !== name && !standsInside(plan.name, name)) continue;
        const inner = plan.inner!;
        this.#add({
          ...plan,
          name: rename(plan.name),
          ranks: plan.name === name
            ? plan.ranks && { ...plan.ranks, item: i }
            : ranksInside(plan.ranks, what, itemWhat),
          params: eachInner(
            this.#generators.get(plan.generator)!,
            plan.params,
            rename,
          ),
          inner: {
            ...inner,
            what: itemWhat + inner.what.slice(what.length),
          },
        });
      }
    }
    return this.column(item);
  }
}

/** An array inside an item orders its own items otherwise than the one beside it. */
function ranksInside(
  ranks: RankPlan | undefined,
  what: string,
  itemWhat: string,
): RankPlan | undefined {
  return ranks && {
    ...ranks,
    steps: ranks.steps.map((step) =>
      step.kind === "permute"
        ? { ...step, what: itemWhat + step.what.slice(what.length) }
        : step
    ),
  };
}

/** A column of the plan, with its generator compiled. */
export class SourceColumn implements ColumnReader {
  readonly plan: ColumnPlan;
  readonly #index: number;
  readonly #site: ColumnSite;
  readonly #generator: Generator;
  #prepared: Prepared | undefined;
  /** NULL where the random word is below it, of 2^32; 0 where the column has no NULLs of its own. */
  #nullBelow = 0;
  #when: ExpressionReader | undefined;
  #nullStream: RandomStream | undefined;
  #pins: Pins | undefined;
  /** Of a unique column: the rows that are NULL. */
  #nullRows: SomeRows | undefined;
  readonly #nullWords = new WordScratch();

  constructor(
    table: SourceTable,
    index: number,
    plan: ColumnPlan,
    context: SourceContext,
    generator: Generator,
  ) {
    this.plan = plan;
    this.#index = index;
    this.#generator = generator;
    this.#site = new ColumnSite(table, plan, context);
  }

  get type(): ValueType {
    return this.plan.type;
  }

  /** Compiled when first needed: by then all tables are there, and the plan has no cycles. */
  get prepared(): Prepared {
    if (this.#prepared === undefined) {
      this.#prepared = this.#prepare();
      this.#pins = this.#preparePins(this.#prepared);
      if (this.#pins !== undefined) this.#prepared = this.#pins.prepared;
      const { nullRows, when } = this.plan;
      if (when !== undefined && !this.#site.pickTookNull) {
        this.#when = this.#site.expression(when);
      }
      if (nullRows !== undefined && !this.#site.pickTookNull) {
        this.#nullRows = this.#site.someRows(nullRows);
      } else if (this.plan.null > 0 && !this.#site.pickTookNull) {
        this.#nullBelow = Math.round(this.plan.null * 4294967296);
        this.#nullStream = this.#site.random(
          this.plan.inner?.alternative ? "null/alternative" : "null",
        );
      }
    }
    return this.#prepared;
  }

  #preparePins(own: Prepared): Pins | undefined {
    const { name, pinned, unique, type } = this.plan;
    return pinned === undefined || pinned.rows.length === 0
      ? undefined
      : new Pins(name, pinned, unique ?? false, own, type.kind);
  }

  #prepare(): Prepared {
    const { params, ranks } = this.plan;
    const generator = this.#generator;
    // A reference asks for the row that its rank says.
    if (ranks === undefined || generator.ranked === undefined) {
      return generator.prepare(params, this.#site);
    }
    const ranked = generator.ranked(params, this.#site, ranks.parts);
    return this.#site.fromRanks(ranked, ranks);
  }

  /** How to read it without repetitions, if it has any and every row shows what is read. */
  get repeated(): Prepared["repeated"] {
    const { repeated } = this.prepared;
    const hasNulls = this.#when !== undefined || this.#nullBelow > 0 ||
      this.#nullRows !== undefined;
    return hasNulls ? undefined : repeated;
  }

  /** An expression over the row's columns, as this column would read it. */
  expression(expression: Expression): ExpressionReader {
    return this.#site.expression(expression);
  }

  read(record: PartialRecord): Vector {
    return (record as ChunkRecord).vector(this.#index);
  }

  /** Fills a vector with the column's values for the record's rows. */
  make(record: ChunkRecord, out: Vector): void {
    this.#makeOwn(record, out);
    this.#pins?.apply(record, out, (one, own) => this.#makeOwn(one, own));
  }

  /** The values as they would be if none were pinned. */
  #makeOwn(record: ChunkRecord, out: Vector): void {
    const prepared = this.prepared;
    out.prepare(prepared.storage, record.rows.count);
    if (prepared.strings !== undefined) out.strings = prepared.strings;
    prepared.fill(record, out);
    if (this.#when !== undefined) this.#leaveOut(this.#when, record, out.nulls);
    if (this.#nullBelow > 0) this.#addNulls(record, out.nulls);
    this.#nullRows?.mark(record, out.nulls);
  }

  /** NULL where the condition does not hold, or is NULL itself. */
  #leaveOut(
    when: ExpressionReader,
    record: ChunkRecord,
    nulls: Uint8Array,
  ): void {
    const { numbers, nulls: unknown } = when.read(record);
    const { nullable } = when.type;
    for (let i = 0; i < record.rows.count; i++) {
      if (numbers[i] !== 1 || nullable && unknown[i] !== 0) nulls[i] = 1;
    }
  }

  #addNulls(record: ChunkRecord, nulls: Uint8Array): void {
    const { rows } = record;
    const words = this.#nullWords.of(rows.count);
    this.#nullStream!.words(rows, 0, words);
    const below = this.#nullBelow;
    for (let i = 0; i < rows.count; i++) {
      nulls[i] |= (words[i] >>> 0) < below ? 1 : 0;
    }
  }
}

/** Memory for a word a row. */
class WordScratch {
  #words = new Int32Array(0);

  of(count: number): Int32Array {
    if (this.#words.length < count) this.#words = new Int32Array(count);
    return this.#words;
  }
}
