// What Faker takes for chance: words that follow from a row's two alone, any number of them.
import type { Randomizer } from "@faker-js/faker";

const TWO_26 = 67108864;
const TWO_MINUS_53 = 1 / 9007199254740992;

/**
 * Numbers counted through two mixers that two words of the row key, combined as in the engine's own streams; starting
 * on a row costs nothing. The mixers are Chris Wellons' (2018).
 *
 * Faker calls `next` without its object, so it is a field.
 */
export class RowRandomizer implements Randomizer {
  private a = 0;
  private b = 0;
  private drawn = 0;

  /** Begins with a row's words. */
  start(a: number, b: number): void {
    this.a = a;
    this.b = b;
    this.drawn = 0;
  }

  /** A multiple of 2^-53, 0 ≤ x < 1. */
  readonly next = (): number => {
    const high = this.word() >>> 5;
    return (high * TWO_26 + (this.word() >>> 6)) * TWO_MINUS_53;
  };

  /** Faker's seeds change nothing: values belong to their addresses. */
  readonly seed = (): void => {};

  private word(): number {
    const count = ++this.drawn;
    let x = this.a + Math.imul(count, 0x9e3779b1);
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    let y = this.b ^ Math.imul(count, 0x85ebca6b);
    y = Math.imul(y ^ (y >>> 16), 0x7feb352d);
    y = Math.imul(y ^ (y >>> 15), 0x846ca68b);
    return x ^ (x >>> 15) ^ y ^ (y >>> 16);
  }
}
