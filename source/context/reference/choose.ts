// Which of the ways to pick a row a reference asks for.
import type { Expression } from "../../../core/expression/expression.ts";
import type {
  ExpressionReader,
  RandomStream,
} from "../../../core/generator.ts";
import {
  hasShape,
  type ReferenceColumn,
  type ReferenceWays,
} from "../../../core/reference_ways.ts";
import type { ChildCounts } from "../../../core/values/child_counts.ts";
import { prepareSampler } from "../../../core/values/distributions.ts";
import { type RankedTable, Ranks } from "../../ranks.ts";
import type { ChunkRecord } from "../../record.ts";
import type { SourceTable } from "../../table.ts";
import { ofSharers, parentOf, whatOf } from "./columns.ts";
import { choosePermuted, choosePermutedAmongSiblings } from "./distinct.ts";
import { Excepted } from "./excepted.ts";
import type { Family } from "./family.ts";
import {
  type Choose,
  chooseAny,
  chooseAt,
  chooseBy,
  chooseEvenly,
  chooseRanked,
} from "./pick.ts";
import {
  descendants,
  earlierOf,
  type SpanFinder,
  wholeTable,
} from "./spans.ts";
import { itself, type Stand } from "./stand.ts";
import { chooseSuccessively } from "./successive.ts";
import { chooseInTree } from "./tree.ts";

/** What a pick is made from. */
export interface PickSources {
  ways: ReferenceWays;
  table(name: string): SourceTable;
  stream(table: string, what: string, purpose: string): RandomStream;
  ranked(table: SourceTable): RankedTable;
  family(record: ChunkRecord): Family | undefined;
  generations(ancestor: SourceTable, table: SourceTable): ChildCounts[];
  /** Where the column of a table stands. */
  stand(table: SourceTable, column: string): Stand;
  expression(
    table: string,
    column: string,
    expression: Expression,
  ): ExpressionReader;
}

/** @param key Tells the pick apart from the record's others. */
export function chooserOf(
  sources: PickSources,
  column: ReferenceColumn,
  target: SourceTable,
  key: string,
): Choose {
  const { table, params } = column;
  const { dist, distinct, within, except = [], earlier, at } = params;
  const { ways } = sources;
  const stream = sources.stream(table, whatOf(column), `ref/${target.name}`);
  const sampler = dist === undefined || dist.type === "uniform"
    ? undefined
    : prepareSampler(dist, { kind: "int", scale: 0 });
  const isEarlier = ways.isEarlier(column);
  const isFree = within === undefined && except.length === 0 && !isEarlier &&
    earlier !== false && at === undefined;
  const own = sources.table(table);
  // Items of an array that differ have ranks of their own.
  const ranks = own.column(column.name).plan.ranks ??
    ofSharers(own.plan, ways.sharers(column), "ranks")?.ranks;
  if (ranks !== undefined) {
    return chooseRanked(new Ranks(ranks, sources.ranked(own)));
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
    : descendantsOf(sources, own, within, target);
  if (at !== undefined) {
    return chooseAt(sources.expression(table, column.name, at), block);
  }
  if (hasShape(params)) return chooseInTree(stream, block, params);
  const find = isEarlier ? earlierOf(block) : block;
  const excepted = new Excepted([
    ...except.map((name) => standOf(sources, own, name)),
    ...(earlier === false ? [itself(own)] : []),
  ]);
  if (distinct !== true) {
    return sampler === undefined
      ? chooseEvenly(stream, find, excepted)
      : chooseBy(stream, sampler, find, excepted);
  }
  const familyOf = (record: ChunkRecord) => sources.family(record)!;
  const isShared = !isEarlier && earlier !== false &&
    [...except, ...(within === undefined ? [] : [within])]
      .every((name) => ways.isShared(table, name));
  return sampler === undefined && isShared
    ? choosePermutedAmongSiblings(stream, familyOf, find, excepted)
    : chooseSuccessively({
      ...{ table: own, key, stream, familyOf, find, excepted },
      sampler: sampler ??
        prepareSampler(undefined, { kind: "int", scale: 0 }),
    });
}

/** The rows of the target that descend from the row that a column stands on. */
function descendantsOf(
  sources: PickSources,
  table: SourceTable,
  within: string,
  target: SourceTable,
): SpanFinder {
  const stand = standOf(sources, table, within);
  return descendants(stand, sources.generations(stand.table, target));
}

/** Where a column stands that `within` or `except` names: the own key stands for the row itself. */
function standOf(
  sources: PickSources,
  table: SourceTable,
  name: string,
): Stand {
  return sources.ways.column(table.name, name) === undefined
    ? itself(table)
    : sources.stand(table, name);
}
