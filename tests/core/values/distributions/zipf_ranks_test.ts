import { assertEquals } from "@std/assert";
import { ZipfRanks } from "../../../../core/values/distributions/zipf_ranks.ts";
import { randomStream } from "../../../../core/values/random_stream.ts";
import { Rows } from "../../../../core/values/rows.ts";

const DRAWS = 60_000;

Deno.test("ranks of many fractions are those of each alone, also once stretches are known", () => {
  const stream = randomStream("7", "t", "c", "zipf");
  const rows = new Rows(DRAWS).range(0, DRAWS);
  for (const exponent of [0.05, 0.99, 1, 1.0000001, 1.1, 2, 5, 12, 40]) {
    for (const count of [1, 2, 3, 10, 2000, 65_537, 1_000_000]) {
      const ranks = new ZipfRanks(exponent);
      ranks.domain(count);
      const first = new Float64Array(DRAWS);
      stream.fractions(rows, 0, first);
      ranks.acceptEach(first, DRAWS);
      const fractions = new Float64Array(DRAWS);
      stream.fractions(rows, 1, fractions);
      // Unlikely ranks too: those are of small fractions.
      for (let i = 0; i < DRAWS; i += 2) fractions[i] **= 3;
      const ends = fractions.length - 2;
      fractions[ends] = 0;
      fractions[ends + 1] = 1 - 2 ** -52;
      const found = fractions.slice();
      ranks.acceptEach(found, DRAWS);
      for (let i = 0; i < DRAWS; i++) {
        const alone = ranks.accept(fractions[i]);
        if (alone !== found[i]) {
          assertEquals(
            found[i],
            alone,
            `${exponent}, ${count}, ${fractions[i]}`,
          );
        }
      }
    }
  }
});
