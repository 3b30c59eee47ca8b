// The value of a column in a row of another table (or of the own one), computed, not looked up.
import {
  type ColumnReader,
  generator,
  type Prepared,
} from "../core/generator.ts";
import { optional, required } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { AT, checkAt } from "./_at.ts";
import { DIST } from "./_dist.ts";

export const ref = generator({
  name: "ref",
  group: "choice",
  summary: "A column of a row that this row refers to",
  example: `{ ref = "customers.id" }`,
  main: "ref",
  params: {
    ref: required("address", "The column, as table.column"),
    of: optional(
      "text",
      "The reference column whose row this is about, or a name for the row: references that say the same stand on it",
    ),
    ...DIST,
    distinct: optional(
      "flag",
      "Whether the rows of one parent refer to different rows; else all of the table's",
    ),
    within: optional(
      "column",
      "Only rows that descend from the one that this reference column stands on",
    ),
    except: optional(
      "columns",
      "Not the rows that these reference columns stand on",
    ),
    ...AT,
    earlier: optional(
      "flag",
      "Of the own table: false for any row but the row itself",
    ),
    branching: optional(
      "integer",
      "Of the own table: how many rows refer to each one",
      { minimum: 1 },
    ),
    depth: optional(
      "integer",
      "Of the own table: how many levels the tree has, with that of the roots",
      { minimum: 1 },
    ),
    roots: optional(
      "integer",
      "Of the own table: how many first rows refer to none; default: 1",
      { minimum: 1 },
    ),
  },
  shares({ ref, of }, scope) {
    if (of === undefined || scope.columns().includes(of)) return undefined;
    return {
      thing: `ref/${ref.table}/${of}`,
      params: [
        ...["dist", "distinct", "within", "except", "at"] as const,
        ...["earlier", "branching", "depth", "roots"] as const,
      ],
      part: ref.column,
    };
  },
  // Whether it may stand on no row is the engine's to say.
  type: ({ ref }, scope) => scope.at(ref)?.type ?? valueType("int"),
  check({ of, at }, scope, report) {
    checkAt(at, undefined, report);
    if (of === undefined || !scope.columns().includes(of)) return;
    const followed = scope.at({ table: scope.table, column: of });
    if (followed !== undefined && followed.generator !== "ref") {
      report(
        "of",
        `of is "${of}", which is a column but no reference`,
        "name a reference column, or choose another name for the row",
      );
    }
  },
  prepare({ ref }, site) {
    const pick = site.pick();
    const source = pick.column(ref.column);
    if (pick.readsItself) return readingItself(source);
    const nullable = pick.nullable || source.type.nullable;
    const { storage, strings, plain } = source.prepared;
    return {
      storage,
      strings,
      plain,
      repeated: source.repeated,
      fill(record, out) {
        const values = source.read(record);
        out.show(values);
        if (!nullable) return;
        const { nulls } = out;
        for (let i = 0; i < record.rows.count; i++) nulls[i] |= values.nulls[i];
      },
    };
  },
});

/** What is read is made from this column, so how it keeps its values is not known before the first are there. */
function readingItself(source: ColumnReader): Prepared {
  const { kind } = source.type;
  const isText = kind === "text";
  return {
    storage: kind === "uuid" ? "words" : isText ? "slices" : "numbers",
    fill(record, out) {
      const values = source.read(record);
      const { starts, ends, nulls } = out;
      const { count } = record.rows;
      for (let i = 0; i < count; i++) nulls[i] |= values.nulls[i];
      if (source.prepared.storage !== "entries") {
        out.show(values);
        return;
      }
      const { bytes, offsets } = values.strings;
      for (let i = 0; i < count; i++) {
        starts[i] = offsets[values.indexes[i]];
        ends[i] = offsets[values.indexes[i] + 1];
      }
      out.bytes = bytes;
    },
  };
}
