import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  readIpv4,
  readIpv6,
  readMac,
} from "../../../../source/formats/write/usual_addresses.ts";

type Read = typeof readIpv4;

/** The bytes that a text is read as, in hexadecimal; undefined where it is left to others. */
function read(reader: Read, length: number, text: string): string | undefined {
  const bytes = new TextEncoder().encode(`>${text}<`);
  const out = new Uint8Array(length);
  const done = reader(
    new DataView(bytes.buffer),
    1,
    bytes.length - 1,
    new DataView(out.buffer),
    0,
  );
  return done ? out.toHex() : undefined;
}

Deno.test("IPv6 addresses are read as the platform reads them", () => {
  const group = fc.oneof(fc.constant(0), fc.nat(0xffff));
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
      const long = groups.map((one) => one.toString(16)).join(":");
      const short = new URL(`http://[${long}]/`).hostname.slice(1, -1);
      const hex = groups.map((one) => one.toString(16).padStart(4, "0"));
      assertEquals(read(readIpv6, 16, long), hex.join(""));
      assertEquals(read(readIpv6, 16, short), hex.join(""));
      assertEquals(read(readIpv6, 16, short.toUpperCase()), hex.join(""));
    }),
    { numRuns: 500, seed: 1 },
  );
});

Deno.test("IPv4 and MAC addresses are read byte by byte", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (bytes) => {
      const four = bytes.slice(0, 4);
      assertEquals(read(readIpv4, 4, [...four].join(".")), four.toHex());
      const pairs = bytes.toHex().match(/../g)!;
      assertEquals(read(readMac, 6, pairs.join(":")), bytes.toHex());
    }),
    { numRuns: 300, seed: 1 },
  );
});

Deno.test("other forms and wrong addresses are left to others", () => {
  for (
    const text of [
      ...["", ":", ":::", "1:2", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::"],
      ...[
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "1:",
        ":1",
        "1:2:3:4:5:6:7:",
      ],
      ...["::/8", "::1.2.3.4", "g::", "1:::2", "10.0.0.1"],
    ]
  ) assertEquals(read(readIpv6, 16, text), undefined, text);
  for (
    const text of [
      "",
      "1.2.3",
      "1.2.3.4.5",
      "256.1.1.1",
      "1..2.3",
      "1.2.3.4/8",
      "1.2.3.",
      "a.b.c.d",
    ]
  ) {
    assertEquals(read(readIpv4, 4, text), undefined, text);
  }
  for (
    const text of [
      "",
      "00:11:22:33:44",
      "00-11-22-33-44-55",
      "00:11:22:33:44:5g",
      "001122334455",
    ]
  ) {
    assertEquals(read(readMac, 6, text), undefined, text);
  }
});
