// Bytes as text: hexadecimal digits, or base64 (RFC 4648, section 4).
import { HEX } from "../../../core/values/uuid_text.ts";
import { writeAscii } from "./float.ts";
import type { TextWriter } from "./text.ts";

const ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** Two letters for each twelve bits, the first in the low byte; filled when first needed. */
const PAIRS = new Uint16Array(4096);

function fillPairs(): void {
  for (let i = 0; i < 4096; i++) {
    PAIRS[i] = ALPHABET.charCodeAt(i >> 6) | ALPHABET.charCodeAt(i & 63) << 8;
  }
}

const PADDING = 61;

/** Two hexadecimal digits a byte, between two ASCII texts. */
export function hexWriter(open: string, close = ""): TextWriter {
  return {
    write(out, at, bytes, start, end) {
      at = writeAscii(out, at, open);
      for (; start < end; start++, at += 2) {
        out.setUint16(at, HEX[bytes.getUint8(start)], true);
      }
      return writeAscii(out, at, close);
    },
    growth: 2,
    extra: open.length + close.length,
  };
}

/** Four letters for three bytes, filled up with `=`. */
export const BASE64: TextWriter = {
  write(out, at, bytes, start, end) {
    if (PAIRS[0] === 0) fillPairs();
    for (; start + 3 <= end; start += 3, at += 4) {
      const three = bytes.getUint8(start) << 16 |
        bytes.getUint8(start + 1) << 8 | bytes.getUint8(start + 2);
      out.setInt32(
        at,
        PAIRS[three >> 12] | PAIRS[three & 4095] << 16,
        true,
      );
    }
    if (start === end) return at;
    const two = end - start === 2;
    const rest = bytes.getUint8(start) << 16 |
      (two ? bytes.getUint8(start + 1) << 8 : 0);
    out.setUint16(at, PAIRS[rest >> 12], true);
    out.setUint8(at + 2, two ? PAIRS[rest & 4095] & 255 : PADDING);
    out.setUint8(at + 3, PADDING);
    return at + 4;
  },
  growth: 2,
  extra: 4,
};
