// Reads one column: its shorthands, the keys that every column has, and its generator's parameters.
import type { Place } from "../diagnostic.ts";
import type { Expression } from "../expression/expression.ts";
import type { Generator } from "../generator.ts";
import type { GeneratorMap } from "../generators.ts";
import { innerName } from "../inner_columns.ts";
import type { LocaleShare } from "../parameters.ts";
import type { InnerPlace, NullRows, PinnedValues, RankPlan } from "../plan.ts";
import type { Pin } from "./pins.ts";
import { COMMON_KEYS, NOT_INSIDE } from "./common_keys.ts";
import { isSqlType } from "../sql_types.ts";
import { didYouMean } from "../values/nearest.ts";
import { readExpression } from "./expressions.ts";
import { isLater, reportUnknown } from "./later.ts";
import {
  type InnerStep,
  type Names,
  readParameter,
} from "./parameters/parameter.ts";
import { readLocale } from "./parameters/locales.ts";
import type { Problems } from "./problems.ts";
import { readFlag, readNumber, readText } from "./scalars.ts";
import { type Entry, isBroken, type Node, type TableNode } from "./tree.ts";

/** A column as the Genfile says it. */
export interface ColumnSpec {
  table: string;
  name: string;
  /** Where its name stands. */
  place: Place;
  /** Undefined where it is wrong, which has been reported. */
  generator: Generator | undefined;
  /** By name; defaults filled in. */
  params: Record<string, unknown>;
  /** The nodes of the parameters that were given. */
  given: Map<string, Node>;
  null: number;
  hidden: boolean;
  primary: boolean;
  unique: boolean;
  /** Differs among siblings, or in a table without parent in all rows; a parameter where the generator has one. */
  distinct: boolean;
  /** How it comes to differ from row to row; set when keys have been checked. */
  ranks: RankPlan | undefined;
  nullRows: NullRows | undefined;
  /** Values of pinned rows: as written, and when they have been checked. */
  pins: Pin[];
  pinned: PinnedValues | undefined;
  /** NULL where this does not hold. */
  when: Expression | undefined;
  /** The type in SQL, where it was given. */
  sqlType: string | undefined;
  /** Where it was given. */
  locale: LocaleShare[] | undefined;
  /** Where it stands inside another column; its name is then one that nobody can write. */
  inner: InnerPlace | undefined;
  /** The nodes of the keys that every column has, the generator's name among them. */
  common: Map<string, Node>;
  /** A reference that reads, in an earlier row, a column that is made from it. */
  readsItself?: boolean;
  /** Something in it is wrong and has been reported; what reads it is not looked at. */
  broken: boolean;
}

/** `distinct` is a parameter where a generator has its own. */
const COMMON = Object.keys(COMMON_KEYS).filter((name) => name !== "distinct");

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

/** `distinct` is a parameter where a generator has its own. */
function isCommon(name: string, { params }: Generator): boolean {
  return COMMON.includes(name) ||
    name === "distinct" && !Object.hasOwn(params, name);
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

/** What a column is called in messages. */
export function shownName({ name, inner }: ColumnSpec): string {
  return inner?.what ?? name;
}

interface Parts {
  generator: Generator;
  /** What was given beside the generator's name. */
  entries: Map<string, Entry>;
}

/** From any of the ways to write a column to its generator and what is given. */
function takeApart(
  problems: Problems,
  { name, place, value }: Entry,
  generators: ReadonlyMap<string, Generator>,
): Parts | undefined {
  switch (value.kind) {
    case "broken":
      return undefined;
    case "value": {
      if (value.literal.kind === "text") {
        const generator = findGenerator(problems, value, generators, true);
        return generator && { generator, entries: new Map() };
      }
      return shorthand("value", value, place, generators);
    }
    case "list":
      if (value.items.some((item) => item.kind === "table")) {
        return shorthand("case", value, place, generators);
      }
      return shorthand("values", value, place, generators);
    case "table":
      return fromTable(problems, name, place, value, generators);
  }
}

function shorthand(
  main: string,
  value: Node,
  place: Place,
  generators: ReadonlyMap<string, Generator>,
): Parts | undefined {
  const generator = generators.get(main);
  return generator &&
    { generator, entries: new Map([[main, { name: main, place, value }]]) };
}

function fromTable(
  problems: Problems,
  column: string,
  place: Place,
  table: TableNode,
  generators: ReadonlyMap<string, Generator>,
): Parts | undefined {
  const entries = new Map(table.entries);
  const gen = entries.get("gen");
  if (gen !== undefined) {
    entries.delete("gen");
    const generator = findGenerator(problems, gen.value, generators, false);
    return generator && { generator, entries };
  }
  const mains = [...generators.values()].filter(({ main }) =>
    main !== undefined && entries.has(main)
  );
  if (mains.length === 1) return { generator: mains[0], entries };
  if (mains.length > 1) {
    problems.error(
      entries.get(mains[1].main!)!.place,
      `column "${column}" has both "${mains[0].main}" and "${mains[1].main}"`,
      "each makes the value: leave one out",
    );
    return undefined;
  }
  reportNoGenerator(problems, column, place, entries, generators);
  return undefined;
}

function reportNoGenerator(
  problems: Problems,
  column: string,
  place: Place,
  entries: ReadonlyMap<string, Entry>,
  generators: ReadonlyMap<string, Generator>,
): void {
  const mains = [...generators.values()].flatMap(({ main }) => main ?? []);
  for (const [name, entry] of entries) {
    if (isLater("column", name)) {
      reportUnknown(problems, entry.place, "column", name, []);
      return;
    }
  }
  for (const [name, entry] of entries) {
    const hint = COMMON.includes(name)
      ? undefined
      : didYouMean(name, ["gen", ...mains]);
    if (hint !== undefined) {
      problems.error(entry.place, `unknown key "${name}"`, hint);
      return;
    }
  }
  problems.error(
    place,
    `column "${column}" has no generator`,
    `add gen = "…", or one of ${mains.join(", ")}`,
  );
}

/** What to write for a text that is no generator's name: `int(1, 6)` is meant otherwise than `hello`. */
function insteadOf(
  name: string,
  generators: ReadonlyMap<string, Generator>,
): string {
  const [, called] = /^([\w.]+)\s*\(/.exec(name) ?? [];
  const meant = called === undefined ? undefined : generators.get(called);
  return meant === undefined
    ? `a fixed text is { value = ${JSON.stringify(name)} }`
    : `parameters are keys: ${meant.example}`;
}

function findGenerator(
  problems: Problems,
  node: Node,
  generators: ReadonlyMap<string, Generator>,
  isShorthand: boolean,
): Generator | undefined {
  const name = readText(problems, "gen", node);
  if (name === undefined) return undefined;
  const generator = generators.get(name);
  const refusal = generator === undefined
    ? (generators as GeneratorMap).refusal?.(name)
    : undefined;
  if (refusal !== undefined) {
    problems.error(node.place, refusal.message, refusal.hint);
  } else if (generator === undefined) {
    reportUnknown(
      problems,
      node.place,
      "generator",
      name,
      generators.keys(),
      isShorthand
        ? insteadOf(name, generators)
        : "thrust generators lists them",
    );
  }
  return generator;
}

/** One of the keys that every column has. */
function readCommon(
  problems: Problems,
  column: ColumnSpec,
  { name, value }: Entry,
): void {
  switch (name) {
    case "null":
      column.null = readNumber(problems, name, value, {
        minimum: 0,
        maximum: 1,
      }) ?? 0;
      return;
    case "unique":
    case "primary":
    case "distinct":
    case "hidden":
      column[name] = readFlag(problems, name, value) ?? false;
      return;
    case "type":
      column.sqlType = readSqlType(problems, value);
      return;
    case "locale":
      column.locale = readLocale(problems, name, value);
      return;
    case "when":
      column.when = readExpression(problems, name, value);
  }
}

function readSqlType(problems: Problems, node: Node): string | undefined {
  const type = readText(problems, "type", node);
  if (type === undefined) return undefined;
  if (isSqlType(type)) return type;
  problems.error(
    node.place,
    `"${type}" is not a type`,
    `expected one of SQL, such as "varchar(40)"`,
  );
  return undefined;
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
