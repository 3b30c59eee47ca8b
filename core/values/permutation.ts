// Keyed permutations of 0 to n - 1, evaluated at any point alone: what unique values and distinct picks come from.

const TWO_32 = 4294967296;
const TWO_53 = 9007199254740992;
/** A round mixes the less the fewer the bits, so there are more of them: up to 4 bits, up to 15 bits, above. */
const TINY_BITS = 4;
const SMALL_BITS = 15;
const TINY_ROUNDS = 16;
const SMALL_ROUNDS = 8;
const USUAL_ROUNDS = 4;
/** Chris Wellons (2018), "Prospecting for hash functions": the multipliers of lowbias32 and its like. */
const M0 = 0x21f0aaad;
const M1 = 0x735a2d97;
const M2 = 0x7feb352d;
const M3 = 0x846ca68b;

/**
 * A permutation of the numbers below `size`, 1 to 2^53, chosen by two random words.
 *
 * The numbers below the next power of two are permuted by rounds of steps that can each be undone (a key added, the
 * upper half put over the lower one, a multiplication by an odd number), and those that come out at `size` or above
 * go in again until they do not: less than two turns on average. Above 2^32 the low word, permuted like that, and
 * what is above it take turns in a Feistel network.
 *
 * Black & Rogaway (2002), "Ciphers with arbitrary finite domains": cycle walking. Luby & Rackoff (1988), "How to
 * construct pseudorandom permutations from pseudorandom functions".
 */
export class Permutation {
  readonly size: number;
  /** Numbers of so many bits are permuted. */
  readonly #bits: number;
  readonly #rounds: number;
  /** One more than rounds. */
  readonly #keys: Int32Array;
  /** Of a small permutation that has been asked for so many numbers: where each goes. */
  #table: Uint16Array | undefined;
  #asked = 0;
  /** Where numbers stand that came out too large, in the batch form. */
  #places = new Int32Array(0);

  /**
   * @param key0 A word that is as good as random: one of a keyed stream is, a small number is not.
   * @param key1 Another.
   * @throws {RangeError} If `size` is not a whole number from 1 to 2^53.
   */
  constructor(key0: number, key1: number, size: number) {
    if (!(size >= 1 && size <= TWO_53 && Number.isInteger(size))) {
      throw new RangeError(
        `Cannot permute ${size} numbers: expected a whole number from 1 to 2^53`,
      );
    }
    this.size = size;
    this.#bits = bitsOf(size);
    this.#rounds = roundsOf(this.#bits);
    this.#keys = new Int32Array(this.#rounds + 1);
    fillKeys(this.#keys, key0 | 0, key1 | 0);
  }

  /** Where one number below `size` goes. */
  at(index: number): number {
    const { size } = this;
    do index = this.#turn(index); while (index >= size);
    return index;
  }

  #turn(x: number): number {
    return this.#bits > 32
      ? turnWide(x, this.#bits, this.#keys)
      : turnKeyed(x, this.#bits, this.#rounds, this.#keys);
  }

  /** Puts each of the first `count` numbers, all below `size`, where it goes. */
  permute(numbers: Float64Array, count: number): void {
    const table = this.#table ?? this.#tableAfter(count);
    if (table !== undefined) {
      for (let i = 0; i < count; i++) numbers[i] = table[numbers[i]];
      return;
    }
    if (this.#places.length < count) this.#places = new Int32Array(count);
    const places = this.#places;
    for (let i = 0; i < count; i++) places[i] = i;
    // No branch tells which numbers go in again: it would be guessed wrong as often as not.
    for (let left = count; left > 0;) {
      left = this.#rounds === USUAL_ROUNDS && this.#bits <= 32
        ? this.#turnUsual(numbers, places, left)
        : this.#turnAll(numbers, places, left);
    }
  }

  /** At most 64 KiB, made when as many numbers have been asked for as there are. */
  #tableAfter(count: number): Uint16Array | undefined {
    if (this.#bits > SMALL_BITS) return undefined;
    this.#asked += count;
    if (this.#asked < this.size) return undefined;
    this.#table = new Uint16Array(this.size);
    for (let i = 0; i < this.size; i++) this.#table[i] = this.at(i);
    return this.#table;
  }

  /** Sends the numbers at these places through once; gives how many came out too large, and puts their places first. */
  #turnUsual(
    numbers: Float64Array,
    places: Int32Array,
    count: number,
  ): number {
    const { size } = this;
    const [k0, k1, k2, k3, k4] = this.#keys;
    const mask = maskOf(this.#bits);
    const half = (this.#bits + 1) >> 1;
    let left = 0;
    for (let i = 0; i < count; i++) {
      const place = places[i];
      let x = numbers[place] + k0 & mask;
      x = Math.imul(x ^ (x >>> half), M0) + k1 & mask;
      x = Math.imul(x ^ (x >>> half), M1) + k2 & mask;
      x = Math.imul(x ^ (x >>> half), M2) + k3 & mask;
      x = Math.imul(x ^ (x >>> half), M3) + k4 & mask;
      const value = (x ^ (x >>> half)) >>> 0;
      numbers[place] = value;
      places[left] = place;
      left += value >= size ? 1 : 0;
    }
    return left;
  }

  #turnAll(numbers: Float64Array, places: Int32Array, count: number): number {
    const { size } = this;
    const bits = this.#bits;
    const rounds = this.#rounds;
    const keys = this.#keys;
    const isWide = bits > 32;
    let left = 0;
    for (let i = 0; i < count; i++) {
      const place = places[i];
      const value = isWide
        ? turnWide(numbers[place], bits, keys)
        : turnKeyed(numbers[place], bits, rounds, keys);
      numbers[place] = value;
      places[left] = place;
      left += value >= size ? 1 : 0;
    }
    return left;
  }
}

/**
 * Puts each number where a permutation of its own takes it: what `new Permutation(key0[i], key1[i], sizes[i])` makes
 * of `numbers[i]`, which is below `sizes[i]`.
 */
export function permuteEach(
  numbers: Float64Array,
  count: number,
  key0: Int32Array | Uint32Array,
  key1: Int32Array | Uint32Array,
  sizes: Float64Array,
): void {
  for (let i = 0; i < count; i++) {
    const size = sizes[i];
    const bits = bitsOf(size);
    const rounds = roundsOf(bits);
    const first = key0[i] | 0;
    const step = key1[i] | 0;
    let x = numbers[i];
    if (bits > 32) {
      fillKeys(WIDE_KEYS, first, step);
      do x = turnWide(x, bits, WIDE_KEYS); while (x >= size);
    } else {
      do x = turnUnkeyed(x, bits, rounds, first, step); while (x >= size);
    }
    numbers[i] = x;
  }
}

/** How many bits the numbers below `size` have; at least 1. */
function bitsOf(size: number): number {
  if (size <= 2) return 1;
  const last = size - 1;
  if (last < TWO_32) return 32 - Math.clz32(last);
  return 64 - Math.clz32(Math.floor(last / TWO_32));
}

function maskOf(bits: number): number {
  return bits === 32 ? -1 : (1 << bits) - 1;
}

function roundsOf(bits: number): number {
  if (bits <= TINY_BITS) return TINY_ROUNDS;
  return bits <= SMALL_BITS ? SMALL_ROUNDS : USUAL_ROUNDS;
}

/** Keys of numbers that have a wide permutation of their own, one after another. */
const WIDE_KEYS = new Int32Array(USUAL_ROUNDS + 1);

function fillKeys(keys: Int32Array, first: number, step: number): void {
  let chain = first;
  for (let i = 0; i < keys.length; i++) {
    chain = nextKey(chain, step);
    keys[i] = keyOf(chain);
  }
}

/** Keys of the rounds come one from another, so that a permutation that is used once costs little. */
function nextKey(chain: number, step: number): number {
  return Math.imul(chain ^ (chain >>> 16), M0) + step | 0;
}

function keyOf(chain: number): number {
  return chain ^ (chain >>> 15);
}

/** One turn of a number of at most 32 bits. The number of rounds is a multiple of four. */
function turnKeyed(
  x: number,
  bits: number,
  rounds: number,
  keys: Int32Array,
): number {
  const mask = maskOf(bits);
  const half = (bits + 1) >> 1;
  x = x + keys[0] & mask;
  for (let i = 1; i <= rounds; i += 4) {
    x = Math.imul(x ^ (x >>> half), M0) + keys[i] & mask;
    x = Math.imul(x ^ (x >>> half), M1) + keys[i + 1] & mask;
    x = Math.imul(x ^ (x >>> half), M2) + keys[i + 2] & mask;
    x = Math.imul(x ^ (x >>> half), M3) + keys[i + 3] & mask;
  }
  return (x ^ (x >>> half)) >>> 0;
}

/** The same turn, its keys made on the way. */
function turnUnkeyed(
  x: number,
  bits: number,
  rounds: number,
  first: number,
  step: number,
): number {
  const mask = maskOf(bits);
  const half = (bits + 1) >> 1;
  let chain = nextKey(first, step);
  x = x + keyOf(chain) & mask;
  for (let i = 0; i < rounds; i += 4) {
    chain = nextKey(chain, step);
    x = Math.imul(x ^ (x >>> half), M0) + keyOf(chain) & mask;
    chain = nextKey(chain, step);
    x = Math.imul(x ^ (x >>> half), M1) + keyOf(chain) & mask;
    chain = nextKey(chain, step);
    x = Math.imul(x ^ (x >>> half), M2) + keyOf(chain) & mask;
    chain = nextKey(chain, step);
    x = Math.imul(x ^ (x >>> half), M3) + keyOf(chain) & mask;
  }
  return (x ^ (x >>> half)) >>> 0;
}

/** One turn of a number of 33 to 53 bits. */
function turnWide(x: number, bits: number, keys: Int32Array): number {
  // A shift takes the upper bits of a product, which depend on all bits of what was multiplied.
  const shift = 64 - bits;
  let high = Math.floor(x / TWO_32);
  let low = x - high * TWO_32 | 0;
  low = mixA(low + Math.imul(high, M3) + keys[0] | 0);
  high ^= Math.imul(low ^ keys[1], M2) >>> shift;
  low = mixB(low ^ Math.imul(high, M1) + keys[2]);
  high ^= Math.imul(low + keys[3] | 0, M0) >>> shift;
  low ^= Math.imul(high, M2) + keys[4];
  return high * TWO_32 + (low >>> 0);
}

function mixA(x: number): number {
  x = Math.imul(x ^ (x >>> 16), M0);
  x = Math.imul(x ^ (x >>> 15), M1);
  return x ^ (x >>> 15);
}

function mixB(x: number): number {
  x = Math.imul(x ^ (x >>> 16), M2);
  x = Math.imul(x ^ (x >>> 15), M3);
  return x ^ (x >>> 16);
}
