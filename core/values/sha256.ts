// SHA-256 (NIST FIPS 180-4, 2015) of short texts: streams are keyed by it, and loading the runtime's own library would
// take longer than all the hashing of a run.

/** The first 32 bits after the point of the cube roots of the first 64 primes. */
const K = wordsOf(`
  428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5
  d807aa98 12835b01 243185be 550c7dc3 72be5d74 80deb1fe 9bdc06a7 c19bf174
  e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da
  983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967
  27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e 92722c85
  a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070
  19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3
  748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2`);
/** The same of the square roots of the first eight. */
const START = wordsOf(`
  6a09e667 bb67ae85 3c6ef372 a54ff53a 510e527f 9b05688c 1f83d9ab 5be0cd19`);

function wordsOf(text: string): Int32Array {
  return Int32Array.from(
    text.trim().split(/\s+/),
    (word) => parseInt(word, 16),
  );
}

const encoder = new TextEncoder();
const words = new Int32Array(64);

/** The hash of a text's UTF-8 bytes, as eight signed words, the most significant first. */
export function sha256(text: string): Int32Array {
  const bytes = encoder.encode(text);
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const padded = new DataView(new ArrayBuffer(64 * blocks));
  for (let i = 0; i < bytes.length; i++) padded.setUint8(i, bytes[i]);
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(64 * blocks - 8, Math.floor(bytes.length / 0x20000000));
  padded.setUint32(64 * blocks - 4, 8 * bytes.length);
  const state = Int32Array.from(START);
  for (let block = 0; block < blocks; block++) {
    compress(state, padded, 64 * block);
  }
  return state;
}

function compress(state: Int32Array, bytes: DataView, from: number): void {
  for (let i = 0; i < 16; i++) words[i] = bytes.getInt32(from + 4 * i);
  for (let i = 16; i < 64; i++) {
    const x = words[i - 15];
    const y = words[i - 2];
    const s0 = turn(x, 7) ^ turn(x, 18) ^ x >>> 3;
    const s1 = turn(y, 17) ^ turn(y, 19) ^ y >>> 10;
    words[i] = words[i - 16] + s0 + words[i - 7] + s1;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = h + s1 + (e & f ^ ~e & g) + K[i] + words[i] | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = s0 + (a & b ^ a & c ^ b & c) | 0;
    h = g;
    g = f;
    f = e;
    e = d + first | 0;
    d = c;
    c = b;
    b = a;
    a = first + second | 0;
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] += word;
}

function turn(word: number, by: number): number {
  return word >>> by | word << 32 - by;
}
