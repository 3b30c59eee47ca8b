// Doubles in the fewest digits that read back as the same double, as JavaScript writes them.

/** Bytes of the longest double, -1.7976931348623157e+308. */
export const FLOAT_BYTES = 24;

export function writeFloat(out: DataView, at: number, value: number): number {
  return writeAscii(out, at, String(value));
}

/** Writes a text of ASCII characters. */
export function writeAscii(out: DataView, at: number, text: string): number {
  const { length } = text;
  for (let i = 0; i < length; i++) out.setUint8(at + i, text.charCodeAt(i));
  return at + length;
}
