// Numbers that follow from texts.
import type { Operation } from "./operation.ts";

/** 53 bits that follow from the texts: two multiplicative hashes (after FNV-1a), each mixed at the end. */
export const hash: Operation = {
  compile: (args, out) => (count) => {
    for (let i = 0; i < count; i++) {
      let a = 0x811c9dc5 | 0;
      let b = 0x2545f491 | 0;
      for (let k = 0; k < args.length; k++) {
        const { bytes, starts, ends } = args[k];
        for (let at = starts[i]; at < ends[i]; at++) {
          a = Math.imul(a ^ bytes[at], 0x01000193);
          b = Math.imul(b ^ bytes[at], 0x5bd1e995);
          b ^= b >>> 15;
        }
        // Between two texts stands what is in none.
        a = Math.imul(a ^ 0xff, 0x01000193);
        b = Math.imul(b ^ 0xff, 0x5bd1e995);
      }
      out.numbers[i] = (mixed(a ^ b) >>> 11) * 4294967296 +
        (mixed(a + b) >>> 0);
    }
  },
};

function mixed(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
