// Zipf's law by its quantiles: sums of powers, exact for the first ranks, by Euler and Maclaurin's formula behind.
import { PowerLaw } from "./power_law.ts";
import { type Quantiles, shareOf } from "./sampler.ts";

/** Ranks whose sums are added up one by one. */
const HEAD = 1024;
/** The formula is off by less than a rank. */
const MAX_STEPS = 4;

export class ZipfQuantiles implements Quantiles {
  readonly #exponent: number;
  readonly #law: PowerLaw;
  readonly #whole: boolean;
  /** The sum of the powers of the first k ranks. */
  readonly #head = new Float64Array(HEAD + 1);
  #low = NaN;
  #high = NaN;
  #count = 1;
  #total = 1;

  /** @param whole Whole units, `high` included; else whole steps from `low`, below `high`. */
  constructor(exponent: number, whole: boolean) {
    this.#exponent = exponent;
    this.#law = new PowerLaw(exponent);
    this.#whole = whole;
    for (let k = 1; k <= HEAD; k++) {
      this.#head[k] = this.#head[k - 1] + this.#law.height(k);
    }
  }

  get within(): number {
    return 1;
  }

  range(low: number, high: number): void {
    if (low === this.#low && high === this.#high) return;
    this.#low = low;
    this.#high = high;
    const count = this.#whole ? high - low + 1 : Math.ceil(high - low);
    this.#count = count > 1 ? count : 1;
    this.#total = this.#sum(this.#count);
  }

  at(u: number): number {
    return this.#low + this.#rank(u * this.#total) - 1;
  }

  share(x: number): number {
    const rank = Math.floor(x - this.#low) + 1;
    if (rank >= this.#count) return 1;
    return shareOf(this.#sum(rank) / this.#total);
  }

  /** The first rank, from 1, whose sum is above `wanted`. */
  #rank(wanted: number): number {
    const head = this.#head;
    const count = this.#count;
    let last = count < HEAD ? count : HEAD;
    if (wanted < head[last] || last === count) {
      let first = 1;
      while (first < last) {
        const middle = (first + last) >> 1;
        if (head[middle] > wanted) last = middle;
        else first = middle + 1;
      }
      return first;
    }
    const area = this.#law.area(HEAD + 0.5) + (wanted - head[HEAD]);
    let rank = Math.ceil(this.#law.areaInverse(area) - 1.5);
    if (!(rank > HEAD)) rank = HEAD + 1;
    for (let i = 0; i < MAX_STEPS && rank < count; i++) {
      if (this.#sum(rank) > wanted) break;
      rank++;
    }
    return rank < count ? rank : count;
  }

  #sum(k: number): number {
    if (k <= HEAD) return this.#head[k];
    const s = this.#exponent;
    const near = this.#law.height(HEAD);
    const far = this.#law.height(k);
    return this.#head[HEAD] + (this.#law.area(k) - this.#law.area(HEAD)) +
      (far - near) / 2 - s / 12 * (far / k - near / HEAD);
  }
}
