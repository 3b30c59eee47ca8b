// MD5, SHA-1 and SHA-256 of four messages at once. AssemblyScript: `deno run -A scripts/make_kernels.ts` compiles it to
// hashes_bytes.ts. What each gives is what the algorithm of that name gives, in hexadecimal digits.
//
// RFC 1321 (1992), "The MD5 Message-Digest Algorithm"; NIST FIPS 180-4 (2015), "Secure Hash Standard".
//
// Messages stand padded in whole blocks from INPUT on: message i begins at STARTS[i] and has COUNTS[i] blocks. Their
// digits go to OUT, one after another. `count` is rounded up to a multiple of four; what is behind the last message has
// no blocks, and its digits mean nothing.

const STARTS: usize = 4096;
const COUNTS: usize = 5120;
/** The message words of a block: 16 vectors of four messages each. */
const WORDS: usize = 6144;
const OUT: usize = 7168;
const INPUT: usize = 24576;
const BLOCK: i32 = 64;

const MD5_K: usize = memory.data<u32>([
  0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
  0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
  0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
  0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
  0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
  0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
  0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
  0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
]);
const SHA256_K: usize = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

@inline
function turn(x: v128, by: i32): v128 {
  return v128.or(i32x4.shl(x, by), i32x4.shr_u(x, 32 - by));
}

@inline
function add(a: v128, b: v128): v128 {
  return i32x4.add(a, b);
}

/** Where mask, a; else b. */
@inline
function choose(mask: v128, a: v128, b: v128): v128 {
  return v128.bitselect(a, b, mask);
}

@inline
function majority(a: v128, b: v128, c: v128): v128 {
  return choose(v128.xor(a, b), c, b);
}

/** Turns the bytes of each word round. */
@inline
function swapped(x: v128): v128 {
  return v128.shuffle<i8>(x, x, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
}

/** Four words of each of four messages: word by word, as they stand. */
@inline
function transpose(at: usize, a: v128, b: v128, c: v128, d: v128): void {
  const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const ab2 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd2 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(at, v128.shuffle<i32>(ab, cd, 0, 1, 4, 5));
  v128.store(at, v128.shuffle<i32>(ab, cd, 2, 3, 6, 7), 16);
  v128.store(at, v128.shuffle<i32>(ab2, cd2, 0, 1, 4, 5), 32);
  v128.store(at, v128.shuffle<i32>(ab2, cd2, 2, 3, 6, 7), 48);
}

/** Puts a block of each of four messages into WORDS. */
@inline
function loadLittle(p0: usize, p1: usize, p2: usize, p3: usize): void {
  for (let i: usize = 0; i < 4; i++) {
    const from = 16 * i;
    transpose(
      WORDS + 64 * i,
      v128.load(p0 + from),
      v128.load(p1 + from),
      v128.load(p2 + from),
      v128.load(p3 + from),
    );
  }
}

@inline
function loadBig(p0: usize, p1: usize, p2: usize, p3: usize): void {
  for (let i: usize = 0; i < 4; i++) {
    const from = 16 * i;
    transpose(
      WORDS + 64 * i,
      swapped(v128.load(p0 + from)),
      swapped(v128.load(p1 + from)),
      swapped(v128.load(p2 + from)),
      swapped(v128.load(p3 + from)),
    );
  }
}

@inline
function word(i: usize): v128 {
  return v128.load(WORDS + 16 * i);
}

/** The digits of 16 bytes. */
@inline
function writeHex(at: usize, x: v128): void {
  const digits = i8x16(48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 97, 98, 99, 100, 101, 102);
  const high = i8x16.swizzle(digits, i8x16.shr_u(x, 4));
  const low = i8x16.swizzle(digits, v128.and(x, i8x16.splat(15)));
  v128.store(at, v128.shuffle<i8>(high, low, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
  v128.store(at, v128.shuffle<i8>(high, low, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), 16);
}

/** Four words of the results of four messages, which stand `step` apart. */
@inline
function writeFour(at: usize, step: usize, a: v128, b: v128, c: v128, d: v128): void {
  transpose(WORDS, a, b, c, d);
  for (let i: usize = 0; i < 4; i++) writeHex(at + step * i, word(i));
}

@inline
function startOf(message: usize): usize {
  return <usize>load<i32>(STARTS + 4 * message);
}

@inline
function blocksOf(message: usize): i32 {
  return load<i32>(COUNTS + 4 * message);
}

@inline
function most(a: i32, b: i32): i32 {
  return a > b ? a : b;
}

@inline
function mostBlocks(message: usize): i32 {
  return most(
    most(blocksOf(message), blocksOf(message + 1)),
    most(blocksOf(message + 2), blocksOf(message + 3)),
  );
}

/** Where a message's block stands; its last one again where it has no more. */
@inline
function blockAt(message: usize, block: i32): usize {
  const last = blocksOf(message) - 1;
  const at = block < last ? block : last < 0 ? 0 : last;
  return startOf(message) + BLOCK * at;
}

/** All ones for the messages that have such a block. */
@inline
function having(message: usize, block: i32): v128 {
  return i32x4.gt_s(v128.load(COUNTS + 4 * message), i32x4.splat(block));
}

@inline
function md5Step(a: v128, b: v128, f: v128, i: usize, k: usize, by: i32): v128 {
  const sum = add(add(a, f), add(v128.load32_splat(MD5_K + 4 * k), word(i)));
  return add(b, turn(sum, by));
}

@inline
function md5F(b: v128, c: v128, d: v128): v128 {
  return choose(b, c, d);
}

@inline
function md5G(b: v128, c: v128, d: v128): v128 {
  return choose(d, b, c);
}

@inline
function parity(b: v128, c: v128, d: v128): v128 {
  return v128.xor(v128.xor(b, c), d);
}

@inline
function md5I(b: v128, c: v128, d: v128): v128 {
  return v128.xor(c, v128.or(b, v128.not(d)));
}

export function md5(count: i32): void {
  for (let m: usize = 0; m < <usize>count; m += 4) {
    let s0 = i32x4.splat(0x67452301);
    let s1 = i32x4.splat(0xefcdab89);
    let s2 = i32x4.splat(0x98badcfe);
    let s3 = i32x4.splat(0x10325476);
    const blocks = mostBlocks(m);
    for (let block = 0; block < blocks; block++) {
      loadLittle(blockAt(m, block), blockAt(m + 1, block), blockAt(m + 2, block), blockAt(m + 3, block));
      let a = s0;
      let b = s1;
      let c = s2;
      let d = s3;
      for (let i: usize = 0; i < 16; i += 4) {
        a = md5Step(a, b, md5F(b, c, d), i, i, 7);
        d = md5Step(d, a, md5F(a, b, c), i + 1, i + 1, 12);
        c = md5Step(c, d, md5F(d, a, b), i + 2, i + 2, 17);
        b = md5Step(b, c, md5F(c, d, a), i + 3, i + 3, 22);
      }
      for (let i: usize = 16; i < 32; i += 4) {
        a = md5Step(a, b, md5G(b, c, d), (5 * i + 1) & 15, i, 5);
        d = md5Step(d, a, md5G(a, b, c), (5 * i + 6) & 15, i + 1, 9);
        c = md5Step(c, d, md5G(d, a, b), (5 * i + 11) & 15, i + 2, 14);
        b = md5Step(b, c, md5G(c, d, a), (5 * i) & 15, i + 3, 20);
      }
      for (let i: usize = 32; i < 48; i += 4) {
        a = md5Step(a, b, parity(b, c, d), (3 * i + 5) & 15, i, 4);
        d = md5Step(d, a, parity(a, b, c), (3 * i + 8) & 15, i + 1, 11);
        c = md5Step(c, d, parity(d, a, b), (3 * i + 11) & 15, i + 2, 16);
        b = md5Step(b, c, parity(c, d, a), (3 * i + 14) & 15, i + 3, 23);
      }
      for (let i: usize = 48; i < 64; i += 4) {
        a = md5Step(a, b, md5I(b, c, d), (7 * i) & 15, i, 6);
        d = md5Step(d, a, md5I(a, b, c), (7 * i + 7) & 15, i + 1, 10);
        c = md5Step(c, d, md5I(d, a, b), (7 * i + 14) & 15, i + 2, 15);
        b = md5Step(b, c, md5I(c, d, a), (7 * i + 5) & 15, i + 3, 21);
      }
      const mask = having(m, block);
      s0 = add(s0, v128.and(a, mask));
      s1 = add(s1, v128.and(b, mask));
      s2 = add(s2, v128.and(c, mask));
      s3 = add(s3, v128.and(d, mask));
    }
    writeFour(OUT + 32 * m, 32, s0, s1, s2, s3);
  }
}

/** The word of round `i` of SHA-1, from the 16 before it, in whose place it comes. */
@inline
function sha1Word(i: usize): v128 {
  const sum = v128.xor(
    v128.xor(word((i + 13) & 15), word((i + 8) & 15)),
    v128.xor(word((i + 2) & 15), word(i & 15)),
  );
  const made = turn(sum, 1);
  v128.store(WORDS + 16 * (i & 15), made);
  return made;
}

@inline
function sha1Step(a: v128, f: v128, e: v128, k: i32, w: v128): v128 {
  return add(add(add(turn(a, 5), f), add(e, i32x4.splat(k))), w);
}

export function sha1(count: i32): void {
  for (let m: usize = 0; m < <usize>count; m += 4) {
    let s0 = i32x4.splat(0x67452301);
    let s1 = i32x4.splat(0xefcdab89);
    let s2 = i32x4.splat(0x98badcfe);
    let s3 = i32x4.splat(0x10325476);
    let s4 = i32x4.splat(0xc3d2e1f0);
    const blocks = mostBlocks(m);
    for (let block = 0; block < blocks; block++) {
      loadBig(blockAt(m, block), blockAt(m + 1, block), blockAt(m + 2, block), blockAt(m + 3, block));
      let a = s0;
      let b = s1;
      let c = s2;
      let d = s3;
      let e = s4;
      for (let i: usize = 0; i < 15; i += 5) {
        e = sha1Step(a, choose(b, c, d), e, 0x5a827999, word(i));
        b = turn(b, 30);
        d = sha1Step(e, choose(a, b, c), d, 0x5a827999, word(i + 1));
        a = turn(a, 30);
        c = sha1Step(d, choose(e, a, b), c, 0x5a827999, word(i + 2));
        e = turn(e, 30);
        b = sha1Step(c, choose(d, e, a), b, 0x5a827999, word(i + 3));
        d = turn(d, 30);
        a = sha1Step(b, choose(c, d, e), a, 0x5a827999, word(i + 4));
        c = turn(c, 30);
      }
      e = sha1Step(a, choose(b, c, d), e, 0x5a827999, word(15));
      b = turn(b, 30);
      d = sha1Step(e, choose(a, b, c), d, 0x5a827999, sha1Word(16));
      a = turn(a, 30);
      c = sha1Step(d, choose(e, a, b), c, 0x5a827999, sha1Word(17));
      e = turn(e, 30);
      b = sha1Step(c, choose(d, e, a), b, 0x5a827999, sha1Word(18));
      d = turn(d, 30);
      a = sha1Step(b, choose(c, d, e), a, 0x5a827999, sha1Word(19));
      c = turn(c, 30);
      for (let i: usize = 20; i < 40; i += 5) {
        e = sha1Step(a, parity(b, c, d), e, 0x6ed9eba1, sha1Word(i));
        b = turn(b, 30);
        d = sha1Step(e, parity(a, b, c), d, 0x6ed9eba1, sha1Word(i + 1));
        a = turn(a, 30);
        c = sha1Step(d, parity(e, a, b), c, 0x6ed9eba1, sha1Word(i + 2));
        e = turn(e, 30);
        b = sha1Step(c, parity(d, e, a), b, 0x6ed9eba1, sha1Word(i + 3));
        d = turn(d, 30);
        a = sha1Step(b, parity(c, d, e), a, 0x6ed9eba1, sha1Word(i + 4));
        c = turn(c, 30);
      }
      for (let i: usize = 40; i < 60; i += 5) {
        e = sha1Step(a, majority(b, c, d), e, 0x8f1bbcdc, sha1Word(i));
        b = turn(b, 30);
        d = sha1Step(e, majority(a, b, c), d, 0x8f1bbcdc, sha1Word(i + 1));
        a = turn(a, 30);
        c = sha1Step(d, majority(e, a, b), c, 0x8f1bbcdc, sha1Word(i + 2));
        e = turn(e, 30);
        b = sha1Step(c, majority(d, e, a), b, 0x8f1bbcdc, sha1Word(i + 3));
        d = turn(d, 30);
        a = sha1Step(b, majority(c, d, e), a, 0x8f1bbcdc, sha1Word(i + 4));
        c = turn(c, 30);
      }
      for (let i: usize = 60; i < 80; i += 5) {
        e = sha1Step(a, parity(b, c, d), e, 0xca62c1d6, sha1Word(i));
        b = turn(b, 30);
        d = sha1Step(e, parity(a, b, c), d, 0xca62c1d6, sha1Word(i + 1));
        a = turn(a, 30);
        c = sha1Step(d, parity(e, a, b), c, 0xca62c1d6, sha1Word(i + 2));
        e = turn(e, 30);
        b = sha1Step(c, parity(d, e, a), b, 0xca62c1d6, sha1Word(i + 3));
        d = turn(d, 30);
        a = sha1Step(b, parity(c, d, e), a, 0xca62c1d6, sha1Word(i + 4));
        c = turn(c, 30);
      }
      const mask = having(m, block);
      s0 = add(s0, v128.and(a, mask));
      s1 = add(s1, v128.and(b, mask));
      s2 = add(s2, v128.and(c, mask));
      s3 = add(s3, v128.and(d, mask));
      s4 = add(s4, v128.and(e, mask));
    }
    const at = OUT + 40 * m;
    writeFour(at, 40, swapped(s0), swapped(s1), swapped(s2), swapped(s3));
    writeHex(WORDS, swapped(s4));
    for (let i: usize = 0; i < 4; i++) {
      store<u64>(at + 40 * i, load<u64>(WORDS + 8 * i), 32);
    }
  }
}

/** The word of round `i` of SHA-256, from the 16 before it, in whose place it comes. */
@inline
function sha256Word(i: usize): v128 {
  const x = word((i + 1) & 15);
  const y = word((i + 14) & 15);
  const s0 = v128.xor(v128.xor(turn(x, 25), turn(x, 14)), i32x4.shr_u(x, 3));
  const s1 = v128.xor(v128.xor(turn(y, 15), turn(y, 13)), i32x4.shr_u(y, 10));
  const made = add(add(word(i & 15), s0), add(word((i + 9) & 15), s1));
  v128.store(WORDS + 16 * (i & 15), made);
  return made;
}

/** What a round of SHA-256 adds to d, and with more to it becomes a. */
@inline
function sha256First(e: v128, f: v128, g: v128, h: v128, i: usize, w: v128): v128 {
  const s1 = v128.xor(v128.xor(turn(e, 26), turn(e, 21)), turn(e, 7));
  return add(add(add(h, s1), choose(e, f, g)), add(v128.load32_splat(SHA256_K + 4 * i), w));
}

@inline
function sha256Second(a: v128, b: v128, c: v128): v128 {
  const s0 = v128.xor(v128.xor(turn(a, 30), turn(a, 19)), turn(a, 10));
  return add(s0, majority(a, b, c));
}

export function sha256(count: i32): void {
  for (let m: usize = 0; m < <usize>count; m += 4) {
    let s0 = i32x4.splat(0x6a09e667);
    let s1 = i32x4.splat(0xbb67ae85);
    let s2 = i32x4.splat(0x3c6ef372);
    let s3 = i32x4.splat(0xa54ff53a);
    let s4 = i32x4.splat(0x510e527f);
    let s5 = i32x4.splat(0x9b05688c);
    let s6 = i32x4.splat(0x1f83d9ab);
    let s7 = i32x4.splat(0x5be0cd19);
    const blocks = mostBlocks(m);
    for (let block = 0; block < blocks; block++) {
      loadBig(blockAt(m, block), blockAt(m + 1, block), blockAt(m + 2, block), blockAt(m + 3, block));
      let a = s0;
      let b = s1;
      let c = s2;
      let d = s3;
      let e = s4;
      let f = s5;
      let g = s6;
      let h = s7;
      for (let i: usize = 0; i < 16; i += 4) {
        const t0 = sha256First(e, f, g, h, i + 0, word(i + 0));
        d = add(d, t0);
        h = add(t0, sha256Second(a, b, c));
        const t1 = sha256First(d, e, f, g, i + 1, word(i + 1));
        c = add(c, t1);
        g = add(t1, sha256Second(h, a, b));
        const t2 = sha256First(c, d, e, f, i + 2, word(i + 2));
        b = add(b, t2);
        f = add(t2, sha256Second(g, h, a));
        const t3 = sha256First(b, c, d, e, i + 3, word(i + 3));
        a = add(a, t3);
        e = add(t3, sha256Second(f, g, h));
        const x0 = a;
        const x1 = b;
        const x2 = c;
        const x3 = d;
        a = e;
        b = f;
        c = g;
        d = h;
        e = x0;
        f = x1;
        g = x2;
        h = x3;
      }
      for (let i: usize = 16; i < 64; i += 4) {
        const t0 = sha256First(e, f, g, h, i + 0, sha256Word(i + 0));
        d = add(d, t0);
        h = add(t0, sha256Second(a, b, c));
        const t1 = sha256First(d, e, f, g, i + 1, sha256Word(i + 1));
        c = add(c, t1);
        g = add(t1, sha256Second(h, a, b));
        const t2 = sha256First(c, d, e, f, i + 2, sha256Word(i + 2));
        b = add(b, t2);
        f = add(t2, sha256Second(g, h, a));
        const t3 = sha256First(b, c, d, e, i + 3, sha256Word(i + 3));
        a = add(a, t3);
        e = add(t3, sha256Second(f, g, h));
        const x0 = a;
        const x1 = b;
        const x2 = c;
        const x3 = d;
        a = e;
        b = f;
        c = g;
        d = h;
        e = x0;
        f = x1;
        g = x2;
        h = x3;
      }
      const mask = having(m, block);
      s0 = add(s0, v128.and(a, mask));
      s1 = add(s1, v128.and(b, mask));
      s2 = add(s2, v128.and(c, mask));
      s3 = add(s3, v128.and(d, mask));
      s4 = add(s4, v128.and(e, mask));
      s5 = add(s5, v128.and(f, mask));
      s6 = add(s6, v128.and(g, mask));
      s7 = add(s7, v128.and(h, mask));
    }
    const at = OUT + 64 * m;
    writeFour(at, 64, swapped(s0), swapped(s1), swapped(s2), swapped(s3));
    writeFour(at + 32, 64, swapped(s4), swapped(s5), swapped(s6), swapped(s7));
  }
}
