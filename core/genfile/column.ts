// Reads one column, and the columns that stand inside it: the keys that every column has, and its generator's parameters.
import type { Generator } from "../generator.ts";
import type { GeneratorMap } from "../generators.ts";
import { innerName } from "../inner_columns.ts";
import { didYouMean } from "../values/nearest.ts";
import { type Parts, takeApart } from "./column_forms.ts";
import { COMMON, isCommon, NOT_INSIDE, readCommon } from "./common_keys.ts";
import { isLater } from "./later.ts";
import type { InnerStep, Names } from "./parameters/names.ts";
import { readParameter } from "./parameters/parameter.ts";
import type { Problems } from "./problems.ts";
import { type ColumnSpec, shownName } from "./spec.ts";
import { type Entry, isBroken } from "./toml/tree.ts";

/** Reads a column, and after it the columns that stand inside it. */
export function readColumn(
  problems: Problems,
  table: string,
  entry: Entry,
  generators: ReadonlyMap<string, Generator>,
  names: Names,
): ColumnSpec[] {
  const column = emptyColumn(table, entry);
  const inside: ColumnSpec[] = [];
  readInto(problems, column, entry, generators, names, inside);
  return [column, ...inside];
}

function emptyColumn(table: string, { name, place }: Entry): ColumnSpec {
  return {
    table,
    name,
    place,
    generator: undefined,
    params: {},
    given: new Map(),
    null: 0,
    hidden: false,
    primary: false,
    unique: false,
    distinct: false,
    ranks: undefined,
    nullRows: undefined,
    pins: [],
    pinned: undefined,
    when: undefined,
    sqlType: undefined,
    locale: undefined,
    inner: undefined,
    common: new Map(),
    broken: false,
  };
}

/** @param inside Gets the columns that stand inside this one. */
function readInto(
  problems: Problems,
  column: ColumnSpec,
  entry: Entry,
  generators: ReadonlyMap<string, Generator>,
  names: Names,
  inside: ColumnSpec[],
): void {
  const before = problems.errors;
  const lift = (step: InnerStep) =>
    readInner(problems, column, step, generators, names, inside);
  const parts = takeApart(problems, entry, generators);
  if (parts !== undefined) {
    column.generator = parts.generator;
    const { value } = entry;
    const gen = value.kind === "table"
      ? value.entries.get("gen")?.value
      : value;
    if (gen !== undefined) column.common.set("gen", gen);
    for (const [name, one] of parts.entries) {
      if (isCommon(name, parts.generator)) {
        column.common.set(name, one.value);
        readCommon(problems, column, one);
      } else {
        column.given.set(name, one.value);
      }
    }
    const { zones } = generators as GeneratorMap;
    readParameters(problems, column, parts, { ...names, lift, zones });
  }
  column.broken = problems.errors > before || parts === undefined ||
    isBroken(entry.value);
}

/** Makes a column inside another one of the table's, and gives its name. */
function readInner(
  problems: Problems,
  outer: ColumnSpec,
  { step, address, entry }: InnerStep,
  generators: ReadonlyMap<string, Generator>,
  names: Names,
  inside: ColumnSpec[],
): string {
  const what = shownName(outer) + address;
  // Messages call it by its address.
  const known = { ...entry, name: what };
  const column = emptyColumn(outer.table, known);
  column.name = innerName(outer.name, step);
  column.inner = { what, alternative: address === "" };
  column.hidden = true;
  column.locale = outer.locale;
  inside.push(column);
  readInto(problems, column, known, generators, names, inside);
  return column.name;
}

function readParameters(
  problems: Problems,
  column: ColumnSpec,
  { generator, entries }: Parts,
  names: Names,
): void {
  const { params, given } = column;
  if (column.inner !== undefined) refuseKeys(problems, column);
  for (const [name, node] of given) {
    if (!Object.hasOwn(generator.params, name)) {
      given.delete(name);
      reportUnknownParameter(problems, generator, entries.get(name)!);
      continue;
    }
    const value = readParameter(
      problems,
      name,
      node,
      generator.params[name],
      names,
    );
    if (value !== undefined) params[name] = value;
  }
  for (const [name, parameter] of Object.entries(generator.params)) {
    if (given.has(name)) continue;
    if (parameter.required) {
      problems.error(
        column.place,
        `column "${shownName(column)}" has no "${name}"`,
        `generator "${generator.name}" needs it: ${generator.example}`,
      );
    } else if (
      parameter.default !== undefined &&
      !(parameter.unless?.every((other) => given.has(other)) ?? false)
    ) {
      params[name] = parameter.default;
    }
  }
}

function refuseKeys(problems: Problems, column: ColumnSpec): void {
  for (const name of NOT_INSIDE) {
    const node = column.common.get(name);
    if (node === undefined) continue;
    problems.error(
      node.place,
      `${name} stands on a column inside "${shownName(column)}"`,
      "it belongs to the column as a whole",
    );
  }
}

function reportUnknownParameter(
  problems: Problems,
  generator: Generator,
  { name, place }: Entry,
): void {
  if (isLater("parameter", name)) {
    problems.error(
      place,
      `parameter "${name}" of "${generator.name}" is not supported yet`,
    );
    return;
  }
  const known = Object.keys(generator.params);
  problems.error(
    place,
    `unknown parameter "${name}" of "${generator.name}"`,
    didYouMean(name, [...known, ...COMMON]) ??
      (known.length === 0 ? "it has none" : `it has ${known.join(", ")}`),
  );
}
