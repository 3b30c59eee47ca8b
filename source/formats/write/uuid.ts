// UUIDs as 36 characters: a byte's two hexadecimal digits at a time, stored four at a time.
import { HEX } from "../../../core/values/uuid_text.ts";

export const UUID_BYTES = 36;

const HYPHEN = 45;

/** Writes words[4 * i] to words[4 * i + 3], most significant first. */
export function writeUuid(
  out: DataView,
  at: number,
  words: Uint32Array,
  i: number,
): number {
  const k = 4 * i;
  const a = words[k];
  const b = words[k + 1];
  const c = words[k + 2];
  const d = words[k + 3];
  out.setInt32(at, HEX[a >>> 24] | HEX[a >>> 16 & 255] << 16, true);
  out.setInt32(at + 4, HEX[a >>> 8 & 255] | HEX[a & 255] << 16, true);
  out.setUint8(at + 8, HYPHEN);
  out.setInt32(at + 9, HEX[b >>> 24] | HEX[b >>> 16 & 255] << 16, true);
  out.setUint8(at + 13, HYPHEN);
  out.setInt32(at + 14, HEX[b >>> 8 & 255] | HEX[b & 255] << 16, true);
  out.setUint8(at + 18, HYPHEN);
  out.setInt32(at + 19, HEX[c >>> 24] | HEX[c >>> 16 & 255] << 16, true);
  out.setUint8(at + 23, HYPHEN);
  out.setInt32(at + 24, HEX[c >>> 8 & 255] | HEX[c & 255] << 16, true);
  out.setInt32(at + 28, HEX[d >>> 24] | HEX[d >>> 16 & 255] << 16, true);
  out.setInt32(at + 32, HEX[d >>> 8 & 255] | HEX[d & 255] << 16, true);
  return at + 36;
}
