// The loops over random words, four rows at a time. AssemblyScript: `deno run -A scripts/make_kernels.ts` compiles it to
// bytes.ts. What each gives is what the loop of the same name gives in ../random_stream.ts, bit for bit.
//
// Rows come from LOW and results go to OUT, OUT_1 and so on: at most BLOCK at once, rounded up to a multiple of four.

const BLOCK: usize = 1024;
const LOW: usize = 0;
const OUT: usize = 4 * BLOCK;

@inline
function mixA(x: v128): v128 {
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x21f0aaad));
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 15)), i32x4.splat(0x735a2d97));
  return v128.xor(x, i32x4.shr_u(x, 15));
}

@inline
function mixB(x: v128): v128 {
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x7feb352d));
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 15)), i32x4.splat(0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

@inline
function word(low: v128, a: v128, b: v128): v128 {
  return v128.xor(mixA(i32x4.add(low, a)), mixB(v128.xor(low, b)));
}

/** Two unsigned words as doubles: the first two, and the last two. */
@inline
function firstTwo(words: v128): v128 {
  return f64x2.convert_low_i32x4_u(words);
}

@inline
function lastTwo(words: v128): v128 {
  return f64x2.convert_low_i32x4_u(v128.shuffle<i32>(words, words, 2, 3, 2, 3));
}

export function words(count: i32, a: i32, b: i32): void {
  const va = i32x4.splat(a);
  const vb = i32x4.splat(b);
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) {
    v128.store(OUT + i, word(v128.load(LOW + i), va, vb));
  }
}

/** As 32-bit indexes; true if some word must be drawn again. */
export function indexesBelow(count: i32, a: i32, b: i32, n: i32, reject: i32): bool {
  const va = i32x4.splat(a);
  const vb = i32x4.splat(b);
  const vn = i32x4.splat(n);
  const vr = i32x4.splat(reject);
  let rejected = i32x4.splat(0);
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) {
    const x = word(v128.load(LOW + i), va, vb);
    const first = i64x2.extmul_low_i32x4_u(x, vn);
    const last = i64x2.extmul_high_i32x4_u(x, vn);
    const rest = v128.shuffle<i32>(first, last, 0, 2, 4, 6);
    rejected = v128.or(rejected, i32x4.lt_u(rest, vr));
    v128.store(OUT + i, v128.shuffle<i32>(first, last, 1, 3, 5, 7));
  }
  return v128.any_true(rejected);
}

/** As doubles; true if some word must be drawn again. */
export function numbersBelow(count: i32, a: i32, b: i32, n: i32, reject: i32): bool {
  const va = i32x4.splat(a);
  const vb = i32x4.splat(b);
  const vn = i32x4.splat(n);
  const vr = i32x4.splat(reject);
  let rejected = i32x4.splat(0);
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) {
    const x = word(v128.load(LOW + i), va, vb);
    const first = i64x2.extmul_low_i32x4_u(x, vn);
    const last = i64x2.extmul_high_i32x4_u(x, vn);
    const rest = v128.shuffle<i32>(first, last, 0, 2, 4, 6);
    rejected = v128.or(rejected, i32x4.lt_u(rest, vr));
    const values = v128.shuffle<i32>(first, last, 1, 3, 5, 7);
    v128.store(OUT + 2 * i, firstTwo(values));
    v128.store(OUT + 2 * i, lastTwo(values), 16);
  }
  return v128.any_true(rejected);
}

/** 53 bits cut into parts; true if some lie beyond the last part and must be drawn again. */
export function largeBelow(count: i32, a: i32, b: i32, c: i32, d: i32, part: f64, limit: f64): bool {
  const va = i32x4.splat(a);
  const vb = i32x4.splat(b);
  const vc = i32x4.splat(c);
  const vd = i32x4.splat(d);
  const parts = f64x2.splat(part);
  const limits = f64x2.splat(limit);
  const two32 = f64x2.splat(4294967296);
  let rejected = i32x4.splat(0);
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) {
    const x = v128.load(LOW + i);
    const upper = i32x4.shr_u(word(x, va, vb), 11);
    const lower = word(x, vc, vd);
    const first = f64x2.add(f64x2.mul(firstTwo(upper), two32), firstTwo(lower));
    const last = f64x2.add(f64x2.mul(lastTwo(upper), two32), lastTwo(lower));
    rejected = v128.or(rejected, v128.or(f64x2.ge(first, limits), f64x2.ge(last, limits)));
    v128.store(OUT + 2 * i, f64x2.floor(f64x2.div(first, parts)));
    v128.store(OUT + 2 * i, f64x2.floor(f64x2.div(last, parts)), 16);
  }
  return v128.any_true(rejected);
}

export function fractions(count: i32, a: i32, b: i32, c: i32, d: i32): void {
  const va = i32x4.splat(a);
  const vb = i32x4.splat(b);
  const vc = i32x4.splat(c);
  const vd = i32x4.splat(d);
  const upperUnit = f64x2.splat(1.0 / 4294967296.0);
  const lowerUnit = f64x2.splat(2.0 / 9007199254740992.0);
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) {
    const x = v128.load(LOW + i);
    const upper = word(x, va, vb);
    const lower = i32x4.shr_u(word(x, vc, vd), 12);
    v128.store(
      OUT + 2 * i,
      f64x2.add(f64x2.mul(firstTwo(upper), upperUnit), f64x2.mul(firstTwo(lower), lowerUnit)),
    );
    v128.store(
      OUT + 2 * i,
      f64x2.add(f64x2.mul(lastTwo(upper), upperUnit), f64x2.mul(lastTwo(lower), lowerUnit)),
      16,
    );
  }
}

@inline
function mix30(x: v128): v128 {
  return v128.and(mixB(x), i32x4.splat(0x3fffffff));
}

/** Both halves of each row's number, permuted: the upper 30 bits to OUT, the lower 32 behind them. */
export function permuteRows(count: i32, high: i32, k0: i32, k1: i32, k2: i32, k3: i32): void {
  for (let i: usize = 0; i < 4 * <usize>count; i += 16) {
    let left = i32x4.splat(high);
    let right = v128.load(LOW + i);
    left = v128.xor(left, mix30(v128.xor(right, i32x4.splat(k0))));
    right = v128.xor(right, mixB(v128.xor(left, i32x4.splat(k1))));
    left = v128.xor(left, mix30(v128.xor(right, i32x4.splat(k2))));
    right = v128.xor(right, mixB(v128.xor(left, i32x4.splat(k3))));
    v128.store(OUT + i, left);
    v128.store(OUT + 4 * BLOCK + i, right);
  }
}
