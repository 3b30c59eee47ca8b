// Which rows references stand on. Nothing is looked up or stored: a pick is a draw, and its row is computed.
import {
  type ReferenceColumn,
  ReferenceWays,
  type Step,
} from "../../../core/reference_ways.ts";
import type { ColumnPlan } from "../../../core/plan.ts";
import {
  type ChildCounts,
  childCounts,
} from "../../../core/values/child_counts.ts";
import type { ChunkRecord } from "../../record.ts";
import type { SourceTable } from "../../table.ts";
import type { RandomContext } from "../random.ts";
import { Family } from "./family.ts";
import { chooseAny, chooseEarlier, Nothing, sieve } from "./pick.ts";
import { along, copyRows, type Stand } from "./stand.ts";

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
        per: parentOf(plan),
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
    return (step.column?.null ?? 0) > 0 ? this.#sometimes(step, up) : up;
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
        record: record.hop(key, table, ({ rows }, out) => {
          copyRows(up.land(record), rows.count, out);
          sieve(rows, nothing, out);
        }),
        places: undefined,
      }),
    };
  }

  /** A pick of its own, or the one that all references with the same handle share. */
  #pick({ from, to, column, key }: Step): Stand {
    const { dist } = column!.params;
    const target = this.#table(to);
    const nothing = this.#nothing(this.#ways.sharers(column!));
    const stream = this.#random.stream(from, whatOf(column!), `ref/${to}`);
    const earlier = from === to && this.#ways.isPlain(column!);
    const choose = earlier
      ? chooseEarlier(stream)
      : chooseAny(stream, target.plan.rows, dist);
    const nullable = nothing.isPossible || earlier || target.plan.rows === 0;
    return {
      table: target,
      nullable,
      tookNull: true,
      key,
      land: (record) => ({
        record: record.hop(key, target, (from, out) => {
          choose(from, out);
          const { rows } = from;
          if (nullable || rows.nulls !== undefined) sieve(rows, nothing, out);
        }),
        places: undefined,
      }),
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
    );
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
    ...(column.inner !== undefined && { inner: column.inner }),
  };
}
