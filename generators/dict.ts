// A column of an entry of a dictionary; columns of one dictionary and handle show the same entry.
import { generator } from "../core/generator.ts";
import { defaulted, optional, required } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { distinctEntries } from "../core/values/distinct.ts";
import { didYouMean } from "../core/values/nearest.ts";
import { checkRanks, prepareChoice } from "./_choice.ts";
import { DIST } from "./_dist.ts";

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
  },
  shares: ({ dict, column, of }) => ({
    thing: `dict/${dict}/${of}`,
    params: ["dist"],
    part: column ?? "",
  }),
  domain: ({ dict }, scope, parts = []) =>
    distinctEntries(
      parts.map((part) => scope.dictionaryTexts(dict, part || undefined)),
    ).length,
  type: () => valueType("text"),
  check({ dict, column, dist }, scope, report) {
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
  prepare({ dict, column, of, dist }, site) {
    const strings = site.dictionary(dict, column);
    const choose = prepareChoice(
      site.shared(`dict/${dict}`, of),
      strings.size,
      site.dictionaryWeights(dict),
      dist,
    );
    if (site.perDictionary === dict && of === "" && dist === undefined) {
      return {
        storage: "entries",
        strings,
        fill({ rows: { numbers, count } }, { indexes }) {
          // A row past the table's end begins the entries anew.
          for (let i = 0; i < count; i++) {
            indexes[i] = numbers[i] % strings.size;
          }
        },
      };
    }
    const key = `dict/${dict}/${of}/${JSON.stringify(dist)}`;
    return {
      storage: "entries",
      strings,
      fill(record, out) {
        out.indexes = record.share(key, (entries) => choose(record, entries));
      },
    };
  },
  ranked({ dict, column }, site, parts = []) {
    const entries = distinctEntries(
      parts.map((part) => site.dictionary(dict, part || undefined)),
    );
    return {
      storage: "entries",
      strings: site.dictionary(dict, column),
      fill({ rows }, ranks, out) {
        for (let i = 0; i < rows.count; i++) out.indexes[i] = entries[ranks[i]];
      },
    };
  },
});
