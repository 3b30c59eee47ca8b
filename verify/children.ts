// How many children each row has, counted by the column that refers to their parents.
import type { ColumnAddress } from "../core/parameters.ts";
import type { ColumnPlan, Plan, TablePlan } from "../core/plan.ts";
import { grouped } from "../core/quantities.ts";
import type { CountSpec } from "../core/values/child_counts.ts";
import { type Cells, VALUE } from "./cells.ts";
import { ofNumbers, RANK } from "./laws/numbers.ts";
import { chiSquare, FEWEST, LIMIT } from "./laws/statistics.ts";
import type { Say } from "./verdicts.ts";

/** Parents that are counted at most: each takes four bytes. */
const MOST_PARENTS = 2 ** 25;

/** Parameters by which a reference stands elsewhere than on the parent. */
const PICKS: readonly string[] = [
  ...["of", "dist", "distinct", "within", "except", "at"],
];

/** So many children of each parent, whose key is a sequence. */
export interface ChildrenPromise {
  parent: string;
  parents: number;
  spec: CountSpec;
  start: number;
  step: number;
}

/** What a column promises of the numbers of children; undefined where it does not tell the parents. */
export function childrenOf(
  plan: Plan,
  { per }: TablePlan,
  { generator, params, null: share, when }: ColumnPlan,
): ChildrenPromise | undefined {
  if (per === undefined || "dictionary" in per || generator !== "ref") return;
  const { table, column } = params.ref as ColumnAddress;
  const isPlain = PICKS.every((name) => params[name] === undefined);
  if (table !== per.table || !isPlain || share > 0 || when !== undefined) {
    return;
  }
  // Other rows may have the same parents.
  if (plan.output.mode === "append") return;
  const parent = plan.tables.find(({ name }) => name === table)!;
  const shown = parent.columns.find(({ name }) => name === column)!;
  const tells = shown.generator === "sequence" && shown.null === 0 &&
    shown.when === undefined && shown.pinned === undefined;
  if (!tells || parent.rows === 0 || parent.rows > MOST_PARENTS) return;
  const { start, step } = shown.params as { start: number; step: number };
  return { parent: table, parents: parent.rows, spec: per, start, step };
}

export class ChildrenTally {
  readonly #promise: ChildrenPromise;
  readonly #counts: Uint32Array;

  constructor(promise: ChildrenPromise) {
    this.#promise = promise;
    this.#counts = new Uint32Array(promise.parents);
  }

  add({ numbers, states }: Cells, count: number): void {
    const { start, step } = this.#promise;
    const counts = this.#counts;
    for (let i = 0; i < count; i++) {
      // What is no parent's number is elsewhere said to refer to no row.
      const parent = (numbers[i] - start) / step;
      if (states[i] === VALUE && parent >= 0 && parent < counts.length) {
        counts[parent]++;
      }
    }
  }

  check(say: Say): void {
    const { parent, parents, spec: { min, max, dist } } = this.#promise;
    const law = min === max
      ? undefined
      : ofNumbers(dist, RANK, true, min, max, (value) => value);
    const cells = new Float64Array(law?.probabilities.length ?? 0);
    let least = Infinity;
    let most = 0;
    let all = 0;
    for (const count of this.#counts) {
      least = Math.min(least, count);
      most = Math.max(most, count);
      all += count;
      const cell = law?.placeOf(count) ?? -1;
      if (cell >= 0) cells[cell]++;
    }
    const fits = least >= min && most <= max;
    const promise = `children of ${parent}`;
    const found = least === most
      ? `${grouped(most)} each`
      : `${grouped(least)} to ${grouped(most)}, mean ${
        (all / parents).toPrecision(4)
      }`;
    if (law === undefined) {
      return say(promise, `${grouped(max)} each`, found, fits);
    }
    const asked = `${grouped(min)} to ${grouped(max)}, ${law.name}`;
    if (!fits || parents < FEWEST) return say(promise, asked, found, fits);
    const z = chiSquare(cells, law.probabilities);
    say(
      promise,
      asked,
      `${found}, chi-square at ${z.toFixed(1)} of ${LIMIT}`,
      z < LIMIT,
    );
  }
}
