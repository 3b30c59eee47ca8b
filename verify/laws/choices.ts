// Laws of choices: of the values of a list and the entries of a dictionary, told by what they are.
import type { DistributionSpec, Literal } from "../../core/parameters.ts";
import type { ColumnPlan } from "../../core/plan.ts";
import { Cells, cellStorage } from "../cells.ts";
import type { Drawn, Law, Lawless } from "./law.ts";
import { rankLaw } from "./numbers.ts";
import { setFromText } from "../text_values.ts";

/** Of more values than this, the others share a cell. */
export const MOST_VALUES = 65_536;

/** A list of values: equally likely, by weights, or by a distribution over their ranks. */
export function ofValues({ params, type, ranks }: ColumnPlan): Law {
  const values = params.values as Literal[];
  const weights = params.weights as number[] | undefined;
  const dist = params.dist as DistributionSpec | undefined;
  const scratch = new Cells(cellStorage(type));
  const law = new ChoiceLaw(
    nameOf(dist, weights !== undefined),
    // Where values must differ, one that stands there twice counts once.
    ranks !== undefined,
  );
  const shareOf = sharesOf(dist, values.length, weights);
  values.forEach((value, k) => {
    scratch.begin();
    setFromText(scratch, 0, textOf(value), type);
    law.add(markOf(scratch, 0), shareOf(k));
  });
  return law.law();
}

function textOf(literal: Literal): string {
  return "text" in literal
    ? literal.text.replaceAll("_", "")
    : String(literal.value);
}

/** Entries of a dictionary, by what a column of it says. */
export function ofEntries(
  { plan, table, column }: Drawn,
): Law | Lawless | undefined {
  const { params, ranks, when } = column;
  const { dist, at, of } = params as {
    dist?: DistributionSpec;
    at?: unknown;
    of: string;
  };
  const { per } = table;
  const isRows = per !== undefined && "dictionary" in per &&
    per.dictionary === params.dict && of === "" && dist === undefined;
  // Of entries that must differ, each is there once or not at all.
  if (at !== undefined || isRows || ranks !== undefined) return undefined;
  // The condition may be about another column of the same entry.
  if (when !== undefined) return { why: "it has a condition" };
  const { columns, bytes, offsets, weights, entries } = plan.dictionaries
    .find(({ name }) => name === params.dict)!;
  const index = params.column === undefined
    ? 0
    : columns.indexOf(params.column as string);
  const law = new ChoiceLaw(nameOf(dist, weights !== undefined), false);
  const shareOf = sharesOf(dist, entries, weights);
  const ends = offsets[index];
  for (let entry = 0; entry < entries; entry++) {
    law.add(
      markOfBytes(bytes[index], ends[entry], ends[entry + 1]),
      shareOf(entry),
    );
  }
  return law.law();
}

function nameOf(dist: DistributionSpec | undefined, weighted: boolean) {
  return dist?.type ?? (weighted ? "weights" : "uniform");
}

function sharesOf(
  dist: DistributionSpec | undefined,
  size: number,
  weights: ArrayLike<number> | undefined,
): (k: number) => number {
  if (dist === undefined || dist.type === "uniform") {
    return weights === undefined ? () => 1 : (k) => weights[k];
  }
  return rankLaw(dist, size);
}

/** Gathers values with their shares. */
export class ChoiceLaw {
  readonly #name: string;
  readonly #once: boolean;
  readonly #places = new Map<number, number>();
  readonly #shares: number[] = [];
  #others = 0;
  #hasOthers = false;

  constructor(name: string, once: boolean) {
    this.#name = name;
    this.#once = once;
  }

  /** A value by its mark: one that is there already gets a larger share. */
  add(mark: number, share: number): void {
    const place = this.#places.get(mark);
    if (place !== undefined) {
      if (!this.#once) this.#shares[place] += share;
    } else if (this.#shares.length === MOST_VALUES) {
      this.others(share);
    } else {
      this.#places.set(mark, this.#shares.length);
      this.#shares.push(share);
    }
  }

  /** The share of values that are not told apart. */
  others(share: number): void {
    this.#others += share;
    this.#hasOthers = true;
  }

  law(): Law {
    const shares = this.#hasOthers
      ? [...this.#shares, this.#others]
      : this.#shares;
    const total = shares.reduce((sum, one) => sum + one, 0);
    const other = this.#hasOthers ? shares.length - 1 : -1;
    const places = this.#places;
    return {
      name: this.#name,
      probabilities: Float64Array.from(shares, (one) => one / total),
      cellOf: (cells, i) => places.get(markOf(cells, i)) ?? other,
    };
  }
}

/** A number that stands for a value: the value itself, or a hash of its text. */
export function markOf(cells: Cells, i: number): number {
  if (cells.storage === "numbers") return cells.numbers[i];
  if (cells.storage === "words") {
    const { words } = cells;
    const low = words[4 * i] ^ words[4 * i + 2];
    const high = words[4 * i + 1] ^ words[4 * i + 3];
    return (high >>> 11) * 4294967296 + (low >>> 0);
  }
  return markOfBytes(cells.bytes, cells.starts[i], cells.ends[i]);
}

function markOfBytes(bytes: Uint8Array, from: number, until: number): number {
  let low = 0x811c9dc5 | 0;
  let high = 0x1b873593;
  for (let at = from; at < until; at++) {
    low = Math.imul(low ^ bytes[at], 0x01000193);
    high = Math.imul(high + bytes[at], 0x5bd1e995) ^ low >>> 13;
  }
  return (high >>> 11) * 4294967296 + (low >>> 0);
}
