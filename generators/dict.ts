// A column of an entry of a dictionary; columns of one dictionary and handle show the same entry.
import type { Expression } from "../core/expression/expression.ts";
import {
  generator,
  type PartialRecord,
  type Prepared,
  type Site,
  type Strings,
  type Vector,
} from "../core/generator.ts";
import {
  defaulted,
  type DistributionSpec,
  optional,
  required,
} from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { distinctEntries } from "../core/values/distinct.ts";
import { didYouMean } from "../core/values/nearest.ts";
import { AT, checkAt, prepareAt } from "./_at.ts";
import { checkRanks, prepareChoice } from "./_choice.ts";
import { DIST } from "./_dist.ts";

/** Formats make a copy of their own of dictionaries with up to so many entries; larger ones stay where they are. */
const MAX_ENTRIES = 65536;

export const dict = generator({
  name: "dict",
  group: "choice",
  summary:
    "An entry of a dictionary, the same for all columns of the row that show it",
  example: `{ dict = "cities", column = "name" }`,
  main: "dict",
  params: {
    dict: required("dictionary", "The dictionary, a section [dict.NAME]"),
    column: optional("text", "The dictionary's column; without it, its first"),
    of: defaulted(
      "text",
      "",
      "Another entry of the row, shared by all columns that say the same",
    ),
    ...DIST,
    ...AT,
  },
  shares: ({ dict, column, of }) => ({
    thing: `dict/${dict}/${of}`,
    params: ["dist", "at"],
    part: column ?? "",
  }),
  domain(params, scope, parts = []) {
    const { dict, at } = params;
    if (at !== undefined || isRowsEntry(params, scope.perDictionary)) {
      return undefined;
    }
    const texts = parts.map((part) =>
      scope.dictionaryTexts(dict, part || undefined)
    );
    return distinctEntries(texts).length;
  },
  unique(params, scope) {
    if (!isRowsEntry(params, scope.perDictionary)) return false;
    const texts = scope.dictionaryTexts(params.dict, params.column);
    return distinctEntries([texts]).length === texts.size;
  },
  type: ({ at }) => valueType("text", { nullable: at !== undefined }),
  check({ dict, column, dist, at }, scope, report) {
    const dictionary = scope.dictionary(dict);
    if (dictionary === undefined) return;
    const { entries, columns, weighted } = dictionary;
    if (entries === 0) {
      report(
        "dict",
        `dictionary "${dict}" is empty`,
        "there is nothing to choose",
      );
      return;
    }
    if (column !== undefined && !columns.includes(column)) {
      report(
        "column",
        `dictionary "${dict}" has no column "${column}"`,
        didYouMean(column, columns) ?? `it has ${columns.join(", ")}`,
      );
    }
    checkAt(at, dist && "dist", report);
    if (dist === undefined) return;
    if (weighted) {
      report(
        "dist",
        `dictionary "${dict}" has weights, and dist is given too`,
        "leave one of them out",
      );
    } else {
      checkRanks(dist, entries, report);
    }
  },
  prepare({ dict, column, of, dist, at }, site) {
    const strings = site.dictionary(dict, column);
    if (at !== undefined) return numbered(at, site, strings, `${dict}/${of}`);
    const choose = prepareChoice(
      site.shared(`dict/${dict}`, of),
      strings.size,
      site.dictionaryTable(dict),
      dist,
    );
    const key = `dict/${dict}/${of}/${JSON.stringify(dist)}`;
    if (isRowsEntry({ dict, of, dist, at }, site.perDictionary)) {
      // A row past the table's end begins the entries anew.
      return shown(strings, ({ rows: { numbers, count } }, out) => {
        for (let i = 0; i < count; i++) out[i] = numbers[i] % strings.size;
        return out;
      });
    }
    return shown(
      strings,
      (record) => record.share(key, (entries) => choose(record, entries)),
    );
  },
  ranked({ dict, column }, site, parts = []) {
    const entries = distinctEntries(
      parts.map((part) => site.dictionary(dict, part || undefined)),
    );
    const strings = site.dictionary(dict, column);
    const { storage, fill } = shown(strings, (_record, out) => out);
    return {
      storage,
      strings: storage === "entries" ? strings : undefined,
      fill(record, ranks, out) {
        out.indexes = indexesFor(out, record.rows.count);
        for (let i = 0; i < record.rows.count; i++) {
          out.indexes[i] = entries[ranks[i]];
        }
        fill(record, out);
      },
    };
  },
});

/** Whether it is the entry that the row is made for, in a table made per a dictionary. */
function isRowsEntry(
  { dict, of, dist, at }: {
    dict: string;
    of: string;
    dist: DistributionSpec | undefined;
    at: Expression | undefined;
  },
  perDictionary: string | undefined,
): boolean {
  return perDictionary === dict && of === "" && dist === undefined &&
    at === undefined;
}

/** The entry with the number that `at` gives; the columns of a thing compute it once. */
function numbered(
  at: Expression,
  site: Site,
  strings: Strings,
  thing: string,
): Prepared {
  const choice = prepareAt(at, site, strings.size);
  const key = `dict/${thing}/at/${at.text}`;
  const entries = shown(
    strings,
    (record) => record.share(key, (out) => choice.indexes(record, out)),
  );
  return {
    ...entries,
    fill(record, out) {
      entries.fill(record, out);
      choice.nulls(record, out.nulls);
    },
  };
}

/** Entries of a dictionary: `choose` gives their numbers, in an array of its own or in `out`. */
function shown(
  strings: Strings,
  choose: (record: PartialRecord, out: Uint32Array) => Uint32Array,
): Prepared {
  if (strings.size <= MAX_ENTRIES) {
    return {
      storage: "entries",
      strings,
      fill(record, out) {
        out.indexes = choose(record, out.indexes);
      },
    };
  }
  return {
    storage: "slices",
    fill(record, out) {
      const { count } = record.rows;
      const chosen = choose(record, indexesFor(out, count));
      showEntries(strings, chosen, count, out);
    },
  };
}

/** Vectors of slices have no indexes. */
function indexesFor(out: Vector, count: number): Uint32Array {
  return out.indexes.length < count ? new Uint32Array(count) : out.indexes;
}

/** Shows entries where they lie, without copying a byte. */
function showEntries(
  { bytes, offsets }: Strings,
  chosen: Uint32Array,
  count: number,
  out: Vector,
): void {
  const { starts, ends } = out;
  out.bytes = bytes;
  for (let i = 0; i < count; i++) {
    const entry = chosen[i];
    starts[i] = offsets[entry];
    ends[i] = offsets[entry + 1];
  }
}
