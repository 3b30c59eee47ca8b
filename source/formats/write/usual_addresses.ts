// Addresses of the network in the forms that they usually have, read byte by byte; what is written otherwise, or wrong,
// is left to those that take a text apart.

const COLON = 58;
const POINT = 46;

/** `192.0.2.1` into four bytes of `out`; false where the text is something else. */
export function readIpv4(
  bytes: DataView,
  start: number,
  end: number,
  out: DataView,
  at: number,
): boolean {
  for (let octet = 0; octet < 4; octet++) {
    let value = 0;
    let digits = 0;
    while (start < end) {
      const digit = bytes.getUint8(start) - 48;
      if (digit < 0 || digit > 9) break;
      value = 10 * value + digit;
      digits++;
      start++;
    }
    if (digits === 0 || digits > 3 || value > 255) return false;
    out.setUint8(at + octet, value);
    if (octet < 3) {
      if (start >= end || bytes.getUint8(start) !== POINT) return false;
      start++;
    }
  }
  return start === end;
}

/** `2001:db8::1` into sixteen bytes of `out`; false where the text is something else. */
export function readIpv6(
  bytes: DataView,
  start: number,
  end: number,
  out: DataView,
  at: number,
): boolean {
  let groups = 0;
  let gap = -1;
  if (end - start >= 2 && isGap(bytes, start)) {
    gap = 0;
    start += 2;
  }
  while (start < end) {
    if (groups === 8) return false;
    let value = 0;
    let digits = 0;
    while (start < end) {
      const digit = hexDigit(bytes.getUint8(start));
      if (digit < 0) break;
      value = value << 4 | digit;
      digits++;
      start++;
    }
    if (digits === 0 || digits > 4) return false;
    out.setUint16(at + 2 * groups++, value);
    if (start === end) break;
    if (bytes.getUint8(start) !== COLON) return false;
    if (start + 1 < end && isGap(bytes, start)) {
      if (gap >= 0) return false;
      gap = groups;
      start += 2;
    } else if (++start === end) return false;
  }
  if (gap < 0) return groups === 8;
  if (groups > 7) return false;
  const zeros = 8 - groups;
  for (let i = groups - 1; i >= gap; i--) {
    out.setUint16(at + 2 * (i + zeros), out.getUint16(at + 2 * i));
  }
  for (let i = gap; i < gap + zeros; i++) out.setUint16(at + 2 * i, 0);
  return true;
}

function isGap(bytes: DataView, at: number): boolean {
  return bytes.getUint8(at) === COLON && bytes.getUint8(at + 1) === COLON;
}

/** `00:1a:2b:3c:4d:5e` into six bytes of `out`; false where the text is something else. */
export function readMac(
  bytes: DataView,
  start: number,
  end: number,
  out: DataView,
  at: number,
): boolean {
  if (end - start !== 17) return false;
  for (let i = 0; i < 6; i++) {
    const high = hexDigit(bytes.getUint8(start + 3 * i));
    const low = hexDigit(bytes.getUint8(start + 3 * i + 1));
    if (high < 0 || low < 0) return false;
    if (i < 5 && bytes.getUint8(start + 3 * i + 2) !== COLON) return false;
    out.setUint8(at + i, high << 4 | low);
  }
  return true;
}

/** -1 where the byte is no hexadecimal digit. */
export function hexDigit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
