// Different rows for the rows of one parent, or for all rows of a table: by a permutation, without looking at siblings.
import type { RandomStream } from "../../../core/generator.ts";
import { Permutation, permuteEach } from "../../../core/values/permutation.ts";
import type { ChunkRecord } from "../../record.ts";
import { type Excepted, findChoices } from "./excepted.ts";
import type { Family } from "./family.ts";
import type { Choose } from "./pick.ts";
import { type SpanFinder, Spans } from "./spans.ts";

/** All rows of a table refer to different ones. */
export function choosePermuted(
  stream: RandomStream,
  targetRows: number,
): Choose {
  const permutation = new Permutation(
    stream.wordAt(0, 0),
    stream.wordAt(0, 1),
    Math.max(targetRows, 1),
  );
  return ({ rows: { numbers, count } }, out) => {
    if (targetRows === 0) {
      out.numbers.fill(-1, 0, count);
      return;
    }
    // Rows past the table's end begin anew.
    for (let i = 0; i < count; i++) out.numbers[i] = numbers[i] % targetRows;
    permutation.permute(out.numbers, count);
  };
}

/**
 * The rows of one parent refer to different rows of their span, which is the same for all of them, as are those
 * excepted. Where the span has too few, the last of them refer to none.
 */
export function choosePermutedAmongSiblings(
  stream: RandomStream,
  familyOf: (record: ChunkRecord) => Family,
  find: SpanFinder,
  excepted: Excepted,
): Choose {
  const spans = new Spans();
  const keys = [0, 1].map(() => new Int32Array(0));
  let [key0, key1] = keys;
  let [own0, own1] = keys;
  let sizes = new Float64Array(0);
  return (record, out) => {
    const family = familyOf(record);
    findChoices(record, find, spans, excepted);
    const { numbers, count } = record.rows;
    if (sizes.length < count) {
      key0 = new Int32Array(count);
      key1 = new Int32Array(count);
      own0 = new Int32Array(count);
      own1 = new Int32Array(count);
      sizes = new Float64Array(count);
    }
    const { low, high } = spans;
    const { places, firsts } = family;
    const parents = family.record.rows;
    stream.words(parents, 0, key0);
    stream.words(parents, 1, key1);
    const to = out.numbers;
    for (let i = 0; i < count; i++) {
      const place = places[i];
      own0[i] = key0[place];
      own1[i] = key1[place];
      const position = numbers[i] - firsts[place];
      const size = high[i] - low[i] -
        (excepted.isEmpty ? 0 : excepted.within(i, low[i], high[i]));
      const isThere = position < size;
      // Where nothing is left, a permutation of one does no harm.
      sizes[i] = isThere ? size : 1;
      to[i] = isThere ? position : 0;
    }
    permuteEach(to, count, own0, own1, sizes);
    for (let i = 0; i < count; i++) {
      const none = excepted.isEmpty ? 0 : excepted.within(i, low[i], high[i]);
      const size = high[i] - low[i] - none;
      to[i] = numbers[i] - firsts[places[i]] < size
        ? excepted.skip(low[i] + to[i], none)
        : -1;
    }
  };
}
