// One of several columns, as conditions on the row say.
import { commonType } from "../core/expression/convert.ts";
import {
  type ExpressionReader,
  generator,
  type Scope,
  type Site,
  type Vector,
} from "../core/generator.ts";
import { type Alternative, required } from "../core/parameters.ts";
import type { Storage, ValueType } from "../core/value_type.ts";
import { POWERS_OF_TEN } from "../core/values/digits.ts";
import { Strings } from "../core/values/strings.ts";
import { kindName } from "../core/kind_names.ts";
import { copyBytes } from "./_texts/bytes.ts";

/** Lists of texts up to this size are put together to one. */
const MAX_ENTRIES = 65536;
/** No alternative holds. */
const NONE = 0xffff;
const SECONDS_OF_DAY = 86400;

export const caseOf = generator({
  name: "case",
  group: "choice",
  summary: "The first of several columns whose condition holds, else NULL",
  example:
    `[{ when = "row % 3 == 0", value = "small" }, { values = ["large", "huge"] }]`,
  main: "case",
  params: {
    case: required(
      "alternatives",
      "Columns, each with its condition in when; the last may have none",
    ),
  },
  type({ case: alternatives }, scope) {
    const types = typesOf(alternatives, scope);
    const [first = types[0], ...rest] = types.filter((one) => !one.onlyNull);
    const common = commonType(types.filter((one) => !one.onlyNull));
    const sql = rest.every((one) => one.sql === first.sql)
      ? first.sql
      : undefined;
    const isOpen = alternatives.at(-1)?.when !== undefined;
    const type: ValueType = {
      ...first,
      ...(common as ValueType | undefined),
      nullable: isOpen || types.some(({ nullable }) => nullable),
    };
    delete type.sql;
    if (
      !types.every((one) => one.onlyNull || one.zone?.name === first.zone?.name)
    ) {
      delete type.zone;
    }
    return sql === undefined ? type : { ...type, sql };
  },
  check({ case: alternatives }, scope, report) {
    const types = typesOf(alternatives, scope).filter((one) => !one.onlyNull);
    const [first] = types;
    const other = types.find((one) => commonType([first, one]) === undefined);
    if (other !== undefined) {
      report(
        "case",
        `the alternatives are ${kindName(first)} and ${kindName(other)}`,
        "all are of one kind",
      );
    }
  },
  prepare({ case: alternatives }, site) {
    const readers = alternatives.map(({ column }) => site.reader(column));
    const conditions = alternatives.map(({ when }) =>
      when && site.expression(when)
    );
    const vectors: Vector[] = [];
    const choice = new Choice();
    const { storage, strings, select } = selector(readers, site);
    const nullable = readers.map(({ type }) => type.nullable);
    const missing = readers.map(({ type }) => type.onlyNull === true);
    return {
      storage,
      strings,
      fill(record, out) {
        const { count } = record.rows;
        // All columns before all else: a column may read this one in an earlier row.
        for (let k = 0; k < readers.length; k++) {
          readers[k].read(record);
          conditions[k]?.touch(record);
        }
        for (let k = 0; k < readers.length; k++) {
          vectors[k] = readers[k].read(record);
        }
        const which = choice.start(count);
        for (let k = 0; k < conditions.length; k++) {
          choice.take(k, count, conditions[k]?.read(record), conditions[k]);
        }
        const { nulls } = out;
        for (let i = 0; i < count; i++) {
          const k = which[i];
          if (
            k === NONE || missing[k] || nullable[k] && vectors[k].nulls[i] === 1
          ) {
            nulls[i] = 1;
            which[i] = NONE;
          }
        }
        select(vectors, which, count, out);
      },
    };
  },
});

function typesOf(
  alternatives: readonly Alternative[],
  scope: Scope,
): ValueType[] {
  return alternatives.map(({ column }) => scope.column(column)!);
}

/** Which alternative each row has. */
class Choice {
  #which = new Uint16Array(0);

  start(count: number): Uint16Array {
    if (this.#which.length < count) this.#which = new Uint16Array(count);
    return this.#which.fill(NONE, 0, count);
  }

  /** Rows that have none yet get alternative k where its condition holds. */
  take(
    k: number,
    count: number,
    condition: Vector | undefined,
    reader: ExpressionReader | undefined,
  ): void {
    const which = this.#which;
    if (condition === undefined || reader === undefined) {
      for (let i = 0; i < count; i++) if (which[i] === NONE) which[i] = k;
      return;
    }
    const { numbers, nulls } = condition;
    const { nullable } = reader.type;
    for (let i = 0; i < count; i++) {
      if (which[i] !== NONE || numbers[i] !== 1) continue;
      if (!nullable || nulls[i] === 0) which[i] = k;
    }
  }
}

/** Writes each row's value from the vector of its alternative; of rows without one, whatever is sound. */
type Select = (
  vectors: readonly Vector[],
  which: Uint16Array,
  count: number,
  out: Vector,
) => void;

interface Selector {
  storage: Storage;
  strings?: Strings;
  select: Select;
}

function selector(
  readers: readonly ReturnType<Site["reader"]>[],
  site: Site,
): Selector {
  const told = readers.filter(({ type }) => !type.onlyNull);
  const storages = told.map(({ prepared }) => prepared.storage);
  if (storages.every((one) => one === "numbers") && told.length > 0) {
    return { storage: "numbers", select: numbers(readers, site.type) };
  }
  if (storages.includes("words")) return { storage: "words", select: words };
  const lists = readers.map(({ prepared }) => prepared.strings);
  const size = lists.reduce((sum, one) => sum + (one?.size ?? 0), 0);
  if (storages.every((one) => one === "entries") && size <= MAX_ENTRIES) {
    const firsts: number[] = [];
    const all: Strings[] = [Strings.from([""])];
    let next = 1;
    for (const list of lists) {
      firsts.push(next);
      if (list === undefined) continue;
      all.push(list);
      next += list.size;
    }
    return {
      storage: "entries",
      strings: Strings.concat(all),
      select(vectors, which, count, out) {
        for (let i = 0; i < count; i++) {
          const k = which[i];
          out.indexes[i] = k === NONE ? 0 : firsts[k] + vectors[k].indexes[i];
        }
      },
    };
  }
  return {
    storage: "slices",
    select: slices(
      readers.map(({ prepared }) => prepared.storage === "entries"),
    ),
  };
}

function numbers(
  readers: readonly ReturnType<Site["reader"]>[],
  to: ValueType,
): Select {
  const factors = readers.map(({ type }) => factorOf(type, to));
  return (vectors, which, count, out) => {
    const { numbers } = out;
    for (let i = 0; i < count; i++) {
      const k = which[i];
      if (k === NONE) {
        numbers[i] = 0;
        continue;
      }
      const factor = factors[k];
      const value = vectors[k].numbers[i];
      // Powers of ten below 1 are not exact, but division by those above is.
      numbers[i] = factor < 0 ? value / -factor : value * factor;
    }
  };
}

/** What a value is multiplied by, or, where it is negative, divided by. */
function factorOf(from: ValueType, to: ValueType): number {
  if (from.kind === "date" && to.kind === "timestamp") {
    return SECONDS_OF_DAY * POWERS_OF_TEN[to.scale];
  }
  const digits = to.scale - from.scale;
  return digits >= 0 ? POWERS_OF_TEN[digits] : -POWERS_OF_TEN[-digits];
}

const words: Select = (vectors, which, count, out) => {
  for (let i = 0; i < count; i++) {
    const k = which[i];
    for (let word = 4 * i; word < 4 * i + 4; word++) {
      out.words[word] = k === NONE ? 0 : vectors[k].words[word];
    }
  }
};

function slices(entries: readonly boolean[]): Select {
  return (vectors, which, count, out) => {
    const { starts, ends } = out;
    let total = 0;
    for (let i = 0; i < count; i++) {
      const k = which[i];
      if (k === NONE) continue;
      const { indexes, strings } = vectors[k];
      total += entries[k]
        ? strings.offsets[indexes[i] + 1] - strings.offsets[indexes[i]]
        : vectors[k].ends[i] - vectors[k].starts[i];
    }
    const bytes = out.reserve(total);
    let at = 0;
    for (let i = 0; i < count; i++) {
      const k = which[i];
      starts[i] = at;
      if (k !== NONE) {
        const vector = vectors[k];
        const { offsets } = vector.strings;
        const entry = vector.indexes[i];
        at = entries[k]
          ? copyBytes(
            vector.strings.bytes,
            offsets[entry],
            offsets[entry + 1],
            bytes,
            at,
          )
          : copyBytes(
            vector.bytes,
            vector.starts[i],
            vector.ends[i],
            bytes,
            at,
          );
      }
      ends[i] = at;
    }
  };
}
