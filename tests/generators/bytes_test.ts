import { assert, assertEquals } from "@std/assert";
import type { RandomStream, Site } from "../../core/generator.ts";
import { wholeBound } from "../../generators/_ranges/bounds.ts";
import { Vector } from "../../core/values/vector.ts";
import { bytes } from "../../generators/bytes.ts";
import { assertCounts } from "../statistics.ts";
import { reportOf, tableOf } from "./_tables.ts";

Deno.test("bytes are sixteen, and each of all 256 as likely at every place", () => {
  const texts = tableOf(`"bytes"`).texts("c", 20000);
  for (let place = 0; place < 16; place++) {
    const counts = new Array(256).fill(0);
    for (const text of texts) {
      assertEquals(text.length, 32);
      counts[parseInt(text.slice(2 * place, 2 * place + 2), 16)]++;
    }
    assertCounts(counts, counts.map(() => 1 / 256));
  }
});

Deno.test("more bytes begin like fewer", () => {
  const long = tableOf(`{ gen = "bytes", length = 33 }`).texts("c", 100);
  for (const length of [0, 1, 2, 3, 5, 8, 31]) {
    const short = tableOf(`{ gen = "bytes", length = ${length} }`)
      .texts("c", 100);
    assertEquals(short, long.map((text) => text.slice(0, 2 * length)));
  }
});

Deno.test("the number of bytes may follow the row", () => {
  const tables = tableOf(`
n = { gen = "int", min = -2, max = 9, null = 0.1 }
c = { gen = "bytes", length = "n" }
`);
  const lengths = tables.values("n") as (number | null)[];
  const long = tableOf(`{ gen = "bytes", length = 9 }`).texts("c");
  tables.values("c").forEach((value, i) => {
    const length = lengths[i];
    assertEquals(
      value,
      length === null ? null : long[i].slice(0, 2 * Math.max(length, 0)),
    );
  });
});

Deno.test("a template has the digits of bytes", () => {
  const tables = tableOf(`
c = { gen = "bytes", length = 3, null = 0.1 }
d = { template = "#{c}" }
e = { template = "#{c|upper}" }
`);
  const values = tables.values("c") as (string | null)[];
  assertEquals(tables.values("d"), values.map((one) => one && `#${one}`));
  assertEquals(
    tables.values("e"),
    values.map((one) => one && `#${one.toUpperCase()}`),
  );
});

Deno.test("ranks of bytes are the bytes themselves, and the sixth and later are drawn", () => {
  const scope = { now: 0 } as never;
  const domain = (length: number) =>
    bytes.domain!({ length: wholeBound(length) } as never, scope);
  assertEquals([0, 1, 2, 6, 7, 60].map(domain), [
    ...[1, 256, 65536, 2 ** 48, 2 ** 48, 2 ** 48],
  ]);
  const random: Partial<RandomStream> = {
    words: (rows, _draw, out) => out.fill(-1, 0, rows.count),
  };
  const site = {
    random: () => random,
    bound: () => ({ constant: 8 }),
  } as unknown as Site;
  const { fill } = bytes.ranked!({ length: wholeBound(8) } as never, site);
  const out = new Vector();
  out.prepare("slices", 2);
  const ranks = Float64Array.of(0x010203040506, 2 ** 48 - 2);
  fill({ rows: { count: 2 } } as never, ranks, out);
  assertEquals(
    out.bytes.slice(0, 16).toHex(),
    "010203040506ffff" + "fffffffffffeffff",
  );
});

Deno.test("a length that is none is refused", () => {
  for (const length of ["-1", "1.5", "65537"]) {
    assertEquals(
      reportOf(`{ gen = "bytes", length = ${length} }`).message,
      `length is ${length}`,
    );
  }
  assert(reportOf(`{ gen = "bytes", length = "x y" }`).message.length > 0);
});
