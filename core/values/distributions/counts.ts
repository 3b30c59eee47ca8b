// What distributions of whole numbers have in common: the numbers 0, 1, 2 … cut by a range of any units.
import { centered, type Quantiles, shareOf } from "./sampler.ts";

/** A law of the whole numbers from 0 on. */
export interface CountLaw {
  /** Share of what is below k, a whole number. */
  below(k: number): number;
  /** The number for a share 0 ≤ p ≤ 1: the first at or below which more than p lies. */
  at(p: number): number;
}

/** The law for parameters; undefined where there is none. */
export type LawOf = (
  parameters: Readonly<Record<string, number>>,
) => CountLaw | undefined;

/** Laws that are kept, when parameters follow the row. */
const MAX_KEPT = 512;

/** Quantiles of counts over a range. */
export class CountQuantiles implements Quantiles {
  readonly #lawOf: LawOf;
  readonly #parameters: Record<string, number>;
  readonly #kept = new Map<string, CountLaw>();
  readonly #unit: number;
  readonly #fromLow: boolean;
  readonly #whole: boolean;
  #law: CountLaw | undefined;
  /** Parameters have been set since the law was made. */
  #isStale = false;
  #low = NaN;
  #high = NaN;
  #origin = 0;
  /** The counts of the range. */
  #first = 0;
  #last = 0;
  #below = 0;
  #within = 0;

  /**
   * @param unit How many of the vector's units are one count.
   * @param fromLow Counted from the lower end on, not from 0.
   * @param whole Values are whole units, the upper end included.
   */
  constructor(
    lawOf: LawOf,
    parameters: Readonly<Record<string, number>>,
    unit: number,
    fromLow: boolean,
    whole: boolean,
  ) {
    this.#lawOf = lawOf;
    this.#parameters = { ...parameters };
    this.#law = lawOf(parameters);
    this.#unit = unit;
    this.#fromLow = fromLow;
    this.#whole = whole;
  }

  get within(): number {
    return this.#within;
  }

  set(name: string, value: number): void {
    if (this.#parameters[name] === value) return;
    this.#parameters[name] = value;
    this.#isStale = true;
    this.#low = NaN;
  }

  get isLaw(): boolean {
    if (this.#isStale) this.#law = this.#keptLaw();
    this.#isStale = false;
    return this.#law !== undefined;
  }

  /** A column's parameters are often of few values: laws with tables are worth keeping. */
  #keptLaw(): CountLaw | undefined {
    const key = Object.values(this.#parameters).join();
    let law = this.#kept.get(key);
    if (law === undefined) {
      law = this.#lawOf(this.#parameters);
      if (this.#kept.size === MAX_KEPT) this.#kept.clear();
      if (law !== undefined) this.#kept.set(key, law);
    }
    return law;
  }

  range(low: number, high: number): void {
    if (low === this.#low && high === this.#high) return;
    this.#low = low;
    this.#high = high;
    this.#origin = this.#fromLow ? low : 0;
    const first = Math.ceil((low - this.#origin) / this.#unit);
    const end = (high - this.#origin) / this.#unit;
    this.#first = first > 0 ? first : 0;
    this.#last = this.#whole || low === high
      ? Math.floor(end)
      : Math.ceil(end) - 1;
    if (this.#law === undefined || this.#last < this.#first) {
      this.#within = 0;
      return;
    }
    this.#below = this.#law.below(this.#first);
    this.#within = this.#law.below(this.#last + 1) - this.#below;
  }

  at(u: number): number {
    const first = this.#first;
    const last = this.#last;
    if (this.#law === undefined || !(last >= first)) return NaN;
    const count = this.#law.at(this.#below + centered(u) * this.#within);
    return this.#origin +
      this.#unit * (count < first ? first : count > last ? last : count);
  }

  share(x: number): number {
    const count = Math.floor((x - this.#origin) / this.#unit);
    if (count < this.#first) return 0;
    if (this.#law === undefined || count >= this.#last) return 1;
    return shareOf(
      (this.#law.below(count + 1) - this.#below) / this.#within,
    );
  }
}
