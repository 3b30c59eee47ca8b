// Records with recognizable contents, for the tests of the ring.

/** Byte `k` of record `i`. */
function byteOf(i: number, k: number): number {
  return (Math.imul(i + 1, 0x85ebca6b) >>> 24) + 31 * k & 255;
}

/** Records from `first` on, as a source hands them over. */
export function encode(
  first: number,
  sizes: readonly number[],
): { bytes: Uint8Array; ends: Uint32Array } {
  const ends = new Uint32Array(sizes.length);
  let total = 0;
  for (const [i, size] of sizes.entries()) ends[i] = total += size;
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const [i, size] of sizes.entries()) {
    for (let k = 0; k < size; k++) bytes[at++] = byteOf(first + i, k);
  }
  return { bytes, ends };
}

/** The bytes of a run, in one piece. */
export function joined(
  run: { first: Uint8Array; second: Uint8Array | undefined },
): Uint8Array {
  return new Uint8Array([...run.first, ...(run.second ?? [])]);
}
