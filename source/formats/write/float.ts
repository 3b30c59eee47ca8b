// Doubles in the fewest digits that read back as the same double, as JavaScript writes them.

/** Bytes of the longest double: a negative one of 17 digits just above 10^-6, -0.0000010054597685361262. */
export const FLOAT_BYTES = 25;

export function writeFloat(out: DataView, at: number, value: number): number {
  return writeAscii(out, at, String(value));
}

/** Writes a text of ASCII characters. */
export function writeAscii(out: DataView, at: number, text: string): number {
  const { length } = text;
  for (let i = 0; i < length; i++) out.setUint8(at + i, text.charCodeAt(i));
  return at + length;
}
