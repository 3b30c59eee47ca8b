// Which rows references stand on. Nothing is looked up or stored: a pick is a draw, and its row is computed.
import type { RandomStream } from "../../core/generator.ts";
import type { DistributionSpec } from "../../core/parameters.ts";
import type { ColumnPlan } from "../../core/plan.ts";
import { prepareSampler } from "../../core/values/distributions.ts";
import type { Rows } from "../../core/values/rows.ts";
import type { ChunkRecord } from "../record.ts";
import type { SourceTable } from "../table.ts";
import type { RandomContext } from "./random.ts";

/** Where a reference column stands: a row of `table`, or none, for each row of a record. */
export interface Stand {
  table: SourceTable;
  nullable: boolean;
  /** Whether the column's own `null` says where there is no row. */
  tookNull: boolean;
  hop(record: ChunkRecord): ChunkRecord;
}

/** The parameters of the `ref` generator. */
interface ReferenceParams {
  ref: { table: string; column: string };
  of?: string;
  dist?: DistributionSpec;
}

export class ReferenceContext {
  readonly #random: RandomContext;
  #tables: ReadonlyMap<string, SourceTable> = new Map();

  constructor(random: RandomContext) {
    this.#random = random;
  }

  /** Makes the tables known; references cannot be resolved before. */
  setTables(tables: ReadonlyMap<string, SourceTable>): void {
    this.#tables = tables;
  }

  /** The row that a `ref` column of a table stands on (genfile.md, "References"). */
  stand(table: SourceTable, column: ColumnPlan): Stand {
    const { ref, of } = column.params as unknown as ReferenceParams;
    const target = this.#table(ref.table);
    const start = of === undefined ? undefined : referenceNamed(table, of);
    if (start !== undefined) {
      const first = this.stand(table, start);
      const stand = this.#followOwn(first, start, target) ??
        this.#follow(first, target, new Set());
      if (stand === undefined) {
        throw new TypeError(
          `Cannot follow "${of}" to table "${target.name}": no reference leads there`,
        );
      }
      return { ...stand, tookNull: false };
    }
    return this.#draw(table, column, target, of);
  }

  /** Goes on from a row along the references that the columns referred to are themselves. */
  #followOwn(
    first: Stand,
    start: ColumnPlan,
    target: SourceTable,
  ): Stand | undefined {
    const seen = new Set<ColumnPlan>();
    let stand = first;
    let column: ColumnPlan | undefined = start;
    while (stand.table !== target) {
      if (seen.has(column)) return undefined;
      seen.add(column);
      const { ref } = column.params as unknown as ReferenceParams;
      column = referenceNamed(stand.table, ref.column);
      if (column === undefined) return undefined;
      stand = along(stand, this.stand(stand.table, column));
    }
    return stand;
  }

  /**
   * Goes on from a row along any references of its table until it stands on a row of the target. Where two ways are
   * the shortest, the Genfile has been refused.
   */
  #follow(
    from: Stand,
    target: SourceTable,
    seen: Set<SourceTable>,
  ): Stand | undefined {
    let ways: Stand[] = [from];
    while (ways.length > 0) {
      const longer: Stand[] = [];
      for (const way of ways) {
        if (way.table === target) return way;
        if (seen.has(way.table)) continue;
        seen.add(way.table);
        for (const column of way.table.plan.columns) {
          // What itself follows another reference leads nowhere that this one does not.
          if (
            column.generator !== "ref" || column.inner !== undefined ||
            follows(way.table, column)
          ) continue;
          longer.push(along(way, this.stand(way.table, column)));
        }
      }
      ways = longer;
    }
    return undefined;
  }

  /** A pick of its own, or the one that all references with the same handle share. */
  #draw(
    table: SourceTable,
    column: ColumnPlan,
    target: SourceTable,
    handle: string | undefined,
  ): Stand {
    const what = handle ?? column.inner?.what ?? column.name;
    const nulls = handle === undefined && column.inner?.alternative
      ? "null/alternative"
      : "null";
    const sharing = handle === undefined
      ? [column]
      : sharers(table, handle, target.name);
    const dist = sharing.map((one) =>
      (one.params as unknown as ReferenceParams).dist
    )
      .find((one) => one !== undefined);
    const nullShare = Math.max(...sharing.map((one) => one.null));
    const nullBelow = Math.round(nullShare * 4294967296);
    const nullStream = this.#random.stream(table.name, what, nulls);
    const earlier = target === table && handle === undefined &&
      dist === undefined;
    const choose = chooser(
      this.#random.stream(table.name, what, `ref/${target.name}`),
      target.plan.rows,
      earlier,
      dist,
    );
    const nullable = nullBelow > 0 || earlier || target.plan.rows === 0;
    const key = `${handle ?? column.name}\0${target.name}`;
    let drawn = new Int32Array(0);
    return {
      table: target,
      nullable,
      tookNull: true,
      hop: (record) =>
        record.hop(key, target, (from, out) => {
          const { rows } = from;
          choose(rows, out);
          if (!nullable && rows.nulls === undefined) return;
          const nulls = out.addNulls();
          if (rows.nulls !== undefined) {
            nulls.set(rows.nulls.subarray(0, rows.count));
          }
          if (nullBelow > 0) {
            if (drawn.length < rows.count) drawn = new Int32Array(rows.count);
            nullStream.words(rows, 0, drawn);
            for (let i = 0; i < rows.count; i++) {
              if ((drawn[i] >>> 0) < nullBelow) nulls[i] = 1;
            }
          }
          for (let i = 0; i < rows.count; i++) {
            if (out.numbers[i] < 0) nulls[i] = 1;
            if (nulls[i] === 1) out.numbers[i] = 0;
          }
        }),
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

/** Where one stands after going to `way` and on by `step`. */
function along(way: Stand, step: Stand): Stand {
  return {
    table: step.table,
    nullable: way.nullable || step.nullable,
    tookNull: false,
    hop: (record) => step.hop(way.hop(record)),
  };
}

/** Writes the number of a target row for each row; -1 where there is nothing to pick. */
type Choose = (rows: Rows, out: Rows) => void;

function chooser(
  stream: RandomStream,
  targetRows: number,
  earlier: boolean,
  dist: DistributionSpec | undefined,
): Choose {
  if (earlier) {
    return (rows, out) => {
      for (let i = 0; i < rows.count; i++) {
        const row = rows.numbers[i];
        out.numbers[i] = row === 0 ? -1 : stream.belowAt(row, 0, row);
      }
    };
  }
  if (targetRows === 0) {
    return (rows, out) => {
      out.numbers.fill(-1, 0, rows.count);
    };
  }
  if (dist !== undefined && dist.type !== "uniform") {
    const sampler = prepareSampler(dist, { kind: "int", scale: 0 });
    return (rows, out) =>
      sampler.sample(stream, rows, 0, 0, targetRows - 1, out.numbers);
  }
  return (rows, out) => stream.below(rows, 0, targetRows, out.numbers);
}

/** Whether a reference starts where another column of its table stands. */
function follows(table: SourceTable, column: ColumnPlan): boolean {
  const { of } = column.params as unknown as ReferenceParams;
  return of !== undefined && referenceNamed(table, of) !== undefined;
}

/** The reference column of that name; undefined where the name is a handle. */
function referenceNamed(
  table: SourceTable,
  name: string,
): ColumnPlan | undefined {
  return table.plan.columns.find((column) =>
    column.name === name && column.generator === "ref"
  );
}

/** The reference columns that share one pick by a handle. */
function sharers(
  table: SourceTable,
  handle: string,
  target: string,
): ColumnPlan[] {
  return table.plan.columns.filter((column) => {
    if (column.generator !== "ref") return false;
    const params = column.params as unknown as ReferenceParams;
    return params.of === handle && params.ref.table === target;
  });
}
