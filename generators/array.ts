// Arrays of values of one column, each made with random words of its own.
import {
  type ColumnReader,
  generator,
  type JsonTexts,
  type PartialRecord,
  type Prepared,
  type Site,
  type Vector,
} from "../core/generator.ts";
import { type Bound, defaulted, required } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import {
  checkBound,
  constantOf,
  followsNullable,
  followsRow,
  NUMBERS,
  wholeBound,
} from "./_ranges/bounds.ts";
import { copyBytes } from "./_texts/bytes.ts";
import { showTexts } from "./_json.ts";

const MAX_ITEMS = 4096;
/** Arrays that all have up to so many items are written as one text each. */
const MAX_TOGETHER = 32;
const COMMA = 44;
const OPEN = 91;
const CLOSE = 93;

export const array = generator({
  name: "array",
  group: "structured",
  summary: "Arrays of values of one column",
  example:
    `{ gen = "array", item = { gen = "int", min = 1, max = 6 }, max = 4 }`,
  params: {
    item: required("inner", "The column that makes each item"),
    min: defaulted("bound", wholeBound(0), "The fewest items"),
    max: defaulted(
      "bound",
      wholeBound(5),
      `The most items, up to ${MAX_ITEMS}`,
    ),
    distinct: defaulted("flag", false, "No value comes twice in one array"),
  },
  type({ item, min, max }, scope) {
    const type = scope.column(item)!;
    const nullable = followsNullable(scope, min, max) || followsRow(min, max);
    // PostgreSQL's arrays of arrays are rectangular; JSON's are not.
    return type.kind === "array"
      ? valueType("json", { nullable })
      : valueType("array", { item: type, nullable });
  },
  differing({ item, max, distinct }, scope) {
    return distinct
      ? { column: item, most: Number(constantOf(max, scope)?.value) }
      : undefined;
  },
  check({ min, max, distinct }, scope, report) {
    const ends = { min, max };
    for (const name of ["min", "max"] as const) {
      if (!checkBound(name, ends[name], NUMBERS, scope, report)) return;
      const value = constantOf(ends[name], scope)?.value as number | undefined;
      if (value === undefined) {
        if (!distinct || name === "min") continue;
        report(
          name,
          "max of a distinct array follows the row",
          "make it a constant: there must be values enough for it",
        );
        return;
      }
      if (!Number.isInteger(value) || value < 0 || value > MAX_ITEMS) {
        report(
          name,
          `${name} is ${value}`,
          `expected a whole number from 0 to ${MAX_ITEMS}`,
        );
        return;
      }
    }
    const low = constantOf(min, scope)?.value;
    const high = constantOf(max, scope)?.value;
    if (low !== undefined && high !== undefined && low > high) {
      report("min", "min is above max", `no array has ${low} to ${high} items`);
    }
  },
  prepare({ item, min, max }, site) {
    const low = site.bound(min, "up").constant;
    const high = site.bound(max, "down").constant;
    return low !== undefined && low === high && low <= MAX_TOGETHER
      ? ofOneSize(item, low, site)
      : ofManySizes(item, { min, max }, site);
  },
});

function ofOneSize(item: string, size: number, site: Site): Prepared {
  const items = Array.from({ length: size }, (_, i) => ({
    before: i === 0 ? "[" : ",",
    column: site.item(item, i),
  }));
  const texts = site.json(items, size === 0 ? "[]" : "]");
  return {
    storage: "slices",
    fill: (record, out) => showTexts(texts, record, out),
  };
}

function ofManySizes(
  item: string,
  ends: { min: Bound; max: Bound },
  site: Site,
): Prepared {
  const lower = site.bound(ends.min, "up");
  const upper = site.bound(ends.max, "down");
  const random = site.random();
  const readers: ColumnReader[] = [];
  const items: JsonTexts[] = [];

  /** Writes how many items each row has; gives the most. */
  function count(
    record: PartialRecord,
    sizes: Float64Array,
    nulls: Uint8Array,
  ): number {
    const { rows } = record;
    const low = lower.read(record);
    const high = upper.read(record);
    let most = 0;
    for (let i = 0; i < rows.count; i++) {
      const from = low[i] > 0 ? Math.min(low[i], MAX_ITEMS) : 0;
      const to = Math.min(high[i], MAX_ITEMS);
      // NaN, which stands for NULL, is never enough.
      const some = from <= to && low[i] <= high[i];
      if (!some) nulls[i] = 1;
      sizes[i] = some
        ? from + random.belowAt(rows.numbers[i], 0, to - from + 1)
        : 0;
      if (sizes[i] > most) most = sizes[i];
    }
    return most;
  }

  return {
    storage: "slices",
    fill(record, out) {
      const { rows } = record;
      const sizes = record.scratch(0);
      const most = count(record, sizes, out.nulls);
      // All are read before any is written: an item may come to this column again through a reference.
      for (let k = 0; k < most; k++) {
        readers[k] ??= site.item(item, k);
        readers[k].read(record);
      }
      for (let k = 0; k < most; k++) {
        items[k] ??= site.json([{ before: "", column: readers[k] }], "");
        items[k].encode(record);
      }
      join(items, sizes, rows.count, out);
    },
  };
}

/** Puts the first so many items of each row between brackets. */
function join(
  items: readonly JsonTexts[],
  sizes: Float64Array,
  count: number,
  out: Vector,
): void {
  const { starts, ends } = out;
  let total = 0;
  for (let i = 0; i < count; i++) {
    starts[i] = total;
    total += 2 + Math.max(sizes[i] - 1, 0);
    for (let k = 0; k < sizes[i]; k++) {
      const texts = items[k].ends;
      total += texts[i] - (i === 0 ? 0 : texts[i - 1]);
    }
    ends[i] = total;
  }
  const bytes = out.reserve(total);
  for (let i = 0; i < count; i++) {
    let at = starts[i];
    bytes[at++] = OPEN;
    for (let k = 0; k < sizes[i]; k++) {
      if (k > 0) bytes[at++] = COMMA;
      const texts = items[k];
      const from = i === 0 ? 0 : texts.ends[i - 1];
      at = copyBytes(texts.bytes, from, texts.ends[i], bytes, at);
    }
    bytes[at] = CLOSE;
  }
}
