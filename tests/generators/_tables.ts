// Tables of a Genfile, made without workers and targets: what generator tests look at.
import { assertEquals } from "@std/assert";
import type {
  Generator,
  Rows as RowNumbers,
  Site,
  Vector,
} from "../../core/generator.ts";
import { packDictionary } from "../../core/planning/pack_dictionary.ts";
import { type Genfile, readGenfile } from "../../core/genfile/genfile.ts";
import { isSingleKey } from "../../core/genfile/pins.ts";
import { Problems } from "../../core/genfile/problems.ts";
import { resolveColumns } from "../../core/genfile/check/resolve.ts";
import type { Types } from "../../core/genfile/spec.ts";
import { SourceText } from "../../core/genfile/toml/source_text.ts";
import { readTree } from "../../core/genfile/toml/syntax.ts";
import { countChildRows } from "../../core/planning/child_rows.ts";
import { primaryKeyOf } from "../../core/planning/table_keys.ts";
import type { Plan } from "../../core/plan.ts";
import type { ValueType } from "../../core/value_type.ts";
import { Rows } from "../../core/values/rows.ts";
import { writeUuid } from "../../core/values/uuid_text.ts";
import { loadLists } from "../../dicts/lists.ts";
import type { Lists } from "../../source/context/dictionary.ts";
import { SourceContext } from "../../source/context/context.ts";
import { ChunkRecord } from "../../source/record.ts";
import { generators } from "../../source/registry.ts";
import { ColumnSite } from "../../source/site.ts";
import { SourceTable } from "../../source/table.ts";

/** 2026-01-01. */
export const NOW = 1767225600000;

const lists: Lists = new Map(
  await Promise.all(
    // The last four are read from Faker: with family names by gender, and with the family name first.
    ["en_US", "pt_BR", "id_ID", "de", "ru", "ja", "zh_CN"].map(async (locale) =>
      [locale, await loadLists(locale)] as const
    ),
  ),
);

export type Value = string | number | boolean | null;

/** The file of every dictionary that has one. */
const CITIES = `name,state,weight
Ulm,BW,1
São Paulo,SP,2
Bath,,3
"O'Fallon, the city",IL,4
`;

/** Something wrong in a Genfile, with what it marks there. */
export interface Reported {
  message: string;
  hint?: string;
  marked: string;
}

interface Checked {
  rows: ReadonlyMap<string, number | undefined>;
  genfile: Genfile | undefined;
  types: Types;
  reports: Reported[];
}

function check(
  text: string,
  known: ReadonlyMap<string, Generator> = generators,
  seed = "0",
): Checked {
  const problems = new Problems();
  const source = new SourceText(text);
  const root = readTree(source, {}, problems);
  const genfile = root && readGenfile(problems, root, known, {
    file: "test.toml",
    read: () => new TextEncoder().encode(CITIES),
  });
  const rows = new Map(
    genfile?.tables.map((table) => [table.name, table.rows]),
  );
  if (genfile !== undefined) {
    countChildRows(problems, { ...genfile, seed }, rows);
  }
  const types: Types = genfile === undefined
    ? new Map()
    : resolveColumns(problems, {
      tables: genfile.tables,
      dictionaries: genfile.dictionaries,
      rows,
      now: NOW,
      nowIsClock: false,
      seed,
      locale: [{ locale: "en_US", weight: 1 }],
      list: (name, locale) => lists.get(locale)?.get(name),
    }).types;
  const reports = problems.sorted().map(({ message, hint, place }) => ({
    message,
    ...(hint !== undefined && { hint }),
    marked: place === undefined ? "" : source.line(place.line).slice(
      place.column - 1,
      place.column - 1 + place.length,
    ),
  }));
  return { rows, genfile, types, reports };
}

/** All that is wrong. */
export function reports(
  text: string,
  known?: ReadonlyMap<string, Generator>,
): Reported[] {
  return check(text, known).reports;
}

/** The only thing that is wrong with these columns (see `genfileOf`). */
export function reportOf(columns: string, before?: string): Reported {
  const found = reports(genfileOf(columns, before));
  assertEquals(found.length, 1, JSON.stringify(found));
  return found[0];
}

/** A table `t` of 1000 rows with these columns (`c = …`, one a line; without a name it is `c`). */
export function genfileOf(columns: string, before = ""): string {
  const named = /^\s*[\w"]+\s*=/.test(columns) ? columns : `c = ${columns}`;
  return `${before}\n[table.t]\nrows = 1000\n[table.t.columns]\n${named}\n`;
}

export class Tables {
  readonly #tables: ReadonlyMap<string, SourceTable>;
  readonly #context: SourceContext;
  readonly #records = new Map<string, ChunkRecord>();

  /** @param seed As in `[run]`. */
  constructor(
    text: string,
    seed = "0",
    known: ReadonlyMap<string, Generator> = generators,
  ) {
    const { rows, genfile, types, reports } = check(text, known, seed);
    assertEquals(reports, [], text);
    const plan = {
      seed,
      now: NOW,
      dictionaries: genfile!.dictionaries.map(packDictionary),
    } as unknown as Plan;
    const context = this.#context = new SourceContext(plan, lists);
    this.#tables = new Map(genfile!.tables.map((table) => [
      table.name,
      new SourceTable(
        {
          name: table.name,
          rows: rows.get(table.name)!,
          ...(table.per !== undefined && { per: table.per }),
          written: true,
          columns: table.columns.map((spec) => ({
            name: spec.name,
            generator: spec.generator!.name,
            params: spec.params,
            type: types.get(spec)!,
            null: spec.null,
            hidden: spec.hidden,
            primary: spec.primary,
            locales: spec.locale ?? table.locale ??
              [{ locale: "en_US", weight: 1 }],
            ...(spec.when !== undefined && { when: spec.when }),
            ...(spec.inner !== undefined && { inner: spec.inner }),
            ...(spec.readsItself && { readsItself: true }),
            ...(spec.ranks !== undefined && { ranks: spec.ranks }),
            ...(spec.pinned !== undefined && {
              pinned: spec.pinned,
              unique: isSingleKey(table, spec),
            }),
            ...(spec.nullRows !== undefined && { nullRows: spec.nullRows }),
          })),
          primaryKey: primaryKeyOf(table),
          uniqueKeys: [],
          foreignKeys: [],
        },
        context,
        known,
      ),
    ]));
    context.references.setTables(this.#tables);
  }

  table(name: string): SourceTable {
    return this.#tables.get(name)!;
  }

  /** What the generator of a column may ask of the engine. */
  site(column: string, table = "t"): Site {
    const { plan } = this.table(table).column(column);
    return new ColumnSite(this.table(table), plan, this.#context);
  }

  type(column: string, table = "t"): ValueType {
    return this.table(table).column(column).type;
  }

  /** Overwritten by the next call for the table. */
  vector(column: string, rows: RowNumbers, table = "t"): Vector {
    return this.vectors([column], rows, table)[0];
  }

  vectors(
    columns: readonly string[],
    rows: RowNumbers,
    table = "t",
  ): Vector[] {
    let record = this.#records.get(table);
    if (record === undefined) {
      record = new ChunkRecord(this.table(table));
      this.#records.set(table, record);
    }
    record.start(rows);
    const vectors: Vector[] = [];
    for (const column of columns) {
      vectors.push(record.table.column(column).read(record));
    }
    return vectors;
  }

  /** Rows from `from` on, in chunks of `step`. */
  values(
    column: string,
    count = 1000,
    { from = 0, step = 1024, table = "t" } = {},
  ): Value[] {
    const values: Value[] = [];
    const rows = new Rows(step);
    for (let row = from; row < from + count; row += step) {
      rows.range(row, Math.min(step, from + count - row));
      values.push(...this.#decoded(column, rows, table));
    }
    return values;
  }

  /** Any rows in any order. */
  at(column: string, numbers: readonly number[], table = "t"): Value[] {
    return this.#decoded(column, rowsOf(numbers), table);
  }

  texts(column: string, count = 1000): string[] {
    return this.values(column, count) as string[];
  }

  numbers(column: string, count = 1000): number[] {
    return this.values(column, count) as number[];
  }

  #decoded(column: string, rows: RowNumbers, table: string): Value[] {
    const vector = this.vector(column, rows, table);
    const source = this.table(table).column(column);
    return Array.from(
      { length: rows.count },
      (_, i) =>
        source.type.nullable && vector.nulls[i] === 1
          ? null
          : decoded(vector, i, source.prepared.storage, source.type),
    );
  }
}

/** A table `t` of 1000 rows with these columns (see `genfileOf`). */
export function tableOf(
  columns: string,
  before?: string,
  seed?: string,
): Tables {
  return new Tables(genfileOf(columns, before), seed);
}

function rowsOf(numbers: readonly number[]): Rows {
  const rows = new Rows(numbers.length);
  rows.reset(numbers.length);
  rows.numbers.set(numbers);
  return rows.seal();
}

const decoder = new TextDecoder("utf-8", { fatal: true });
const uuidBytes = new Uint8Array(36);

function decoded(
  vector: Vector,
  i: number,
  storage: string,
  type: ValueType,
): Value {
  switch (storage) {
    case "entries":
      return vector.strings.at(vector.indexes[i]);
    case "slices":
      if (type.kind === "bytes") {
        return vector.bytes.slice(vector.starts[i], vector.ends[i]).toHex();
      }
      return decoder.decode(
        vector.bytes.slice(vector.starts[i], vector.ends[i]),
      );
    case "words":
      writeUuid(uuidBytes, 0, vector.words, i);
      return decoder.decode(uuidBytes);
    default:
      return type.kind === "bool" ? vector.numbers[i] === 1 : vector.numbers[i];
  }
}
