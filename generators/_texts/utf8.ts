// UTF-8 of short texts: for a dozen characters, a TextDecoder takes longer to call than to work.

/** The text of `bytes[start..end)`, which is sound UTF-8. */
export function decodeUtf8(
  bytes: Uint8Array,
  start: number,
  end: number,
): string {
  let text = "";
  while (start < end) {
    const byte = bytes[start++];
    if (byte < 0x80) {
      text += String.fromCharCode(byte);
    } else if (byte < 0xe0) {
      text += String.fromCharCode(
        (byte & 0x1f) << 6 | bytes[start++] & 0x3f,
      );
    } else if (byte < 0xf0) {
      text += String.fromCharCode(
        (byte & 0x0f) << 12 | (bytes[start++] & 0x3f) << 6 |
          bytes[start++] & 0x3f,
      );
    } else {
      text += String.fromCodePoint(
        (byte & 0x07) << 18 | (bytes[start++] & 0x3f) << 12 |
          (bytes[start++] & 0x3f) << 6 | bytes[start++] & 0x3f,
      );
    }
  }
  return text;
}

/** Writes a text without lone surrogates at `out[at]` and on; gives the position after it. */
export function encodeUtf8(text: string, out: Uint8Array, at: number): number {
  for (let i = 0; i < text.length; i++) {
    let point = text.charCodeAt(i);
    if (point < 0x80) {
      out[at++] = point;
      continue;
    }
    if (point < 0x800) {
      out[at++] = 0xc0 | point >> 6;
    } else {
      if (point >= 0xd800 && point < 0xdc00) {
        point = text.codePointAt(i++)!;
        out[at++] = 0xf0 | point >> 18;
        out[at++] = 0x80 | point >> 12 & 0x3f;
      } else {
        out[at++] = 0xe0 | point >> 12;
      }
      out[at++] = 0x80 | point >> 6 & 0x3f;
    }
    out[at++] = 0x80 | point & 0x3f;
  }
  return at;
}
