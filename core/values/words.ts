// Bytes as words of 32 bits: what is copied four bytes at a time stands in such an array.

const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Read as little-endian, whatever the machine is, because they are stored as such. */
export function wordsOf(bytes: Uint8Array<ArrayBuffer>): Int32Array {
  if (LITTLE_ENDIAN) return new Int32Array(bytes.buffer);
  const view = new DataView(bytes.buffer);
  return Int32Array.from(
    { length: bytes.length / 4 },
    (_, i) => view.getInt32(4 * i, true),
  );
}

/** A view of the same bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
