// From the text of a Genfile and what the command line says to a plan, or to a list of what is wrong.
import type { Diagnostic } from "../diagnostic.ts";
import type { Format, TableShape } from "../format.ts";
import type { Generator } from "../generator.ts";
import type { GeneratorMap } from "../generators.ts";
import { resolveColumns } from "../genfile/check/resolve.ts";
import type { Files } from "../genfile/dictionary.ts";
import { type Genfile, readGenfile } from "../genfile/genfile.ts";
import {
  chooseTables,
  overrideRun,
  type Overrides,
} from "../genfile/overrides.ts";
import { Problems } from "../genfile/problems.ts";
import type { RunSettings } from "../genfile/settings.ts";
import type { ColumnSpec, TableSpec } from "../genfile/spec.ts";
import { SourceText } from "../genfile/toml/source_text.ts";
import { readTree } from "../genfile/toml/syntax.ts";
import { type WrittenColumn, writtenColumns } from "../genfile/written.ts";
import { orderByNeeds } from "../graph.ts";
import { chooseOutput } from "../output/choose.ts";
import { frameOutput } from "../output/frame.ts";
import type { ColumnAddress } from "../parameters.ts";
import { chunkCount, type Plan, type TablePlan } from "../plan.ts";
import { capacityOf, defaultCapacity } from "../ring/capacity.ts";
import { countChildRows } from "./child_rows.ts";
import { packDictionary } from "./pack_dictionary.ts";
import { DEFAULT_LOCALE, planTable } from "./plan_table.ts";

export type { Overrides };

/** Everything that a plan follows from. Nothing is read from the process or the disk but through it. */
export interface GenfileInput {
  /** The Genfile. */
  text: string;
  /** Its path: dictionaries are relative to its folder. */
  file: string;
  /** Variables for `${VAR}`. */
  environment: Readonly<Record<string, string | undefined>>;
  /** Reads a dictionary's file; throws where there is none, with a `code` as `node:fs` does. */
  readFile(path: string): Uint8Array;
  generators: ReadonlyMap<string, Generator>;
  formats: ReadonlyMap<string, Format>;
  /** The start of the run, in milliseconds since 1970, for a Genfile without `now`. */
  now: number;
  /** A new seed, for `seed = "random"`. */
  randomSeed(): string;
  /** Source workers where nothing is said. */
  cores: number;
  overrides?: Overrides;
}

export interface CheckedGenfile {
  /** Absent where there are errors. */
  plan?: Plan;
  /** Absent where there are errors: how the plan's columns are written. */
  columns?: WrittenColumn[];
  /** Errors and warnings in the order of the file, those about the command line first. */
  diagnostics: Diagnostic[];
}

/** From twice as many on, a worker has made them sooner than the main thread, its start included. */
const SMALL_VALUES = 65_536;

/** Reads and checks a Genfile and makes its plan. */
export function checkGenfile(input: GenfileInput): CheckedGenfile {
  const problems = new Problems();
  const made = makePlan(problems, input);
  return { ...made, diagnostics: problems.sorted() };
}

function makePlan(
  problems: Problems,
  input: GenfileInput,
): Pick<CheckedGenfile, "plan" | "columns"> {
  const { generators, formats, overrides = {} } = input;
  const source = new SourceText(input.text);
  const root = readTree(source, input.environment, problems);
  if (root === undefined) return {};
  const inputs = [input.file];
  const files: Files = {
    file: input.file,
    read: (path) => {
      inputs.push(path);
      return input.readFile(path);
    },
  };
  const genfile = readGenfile(problems, root, generators, files);
  const { lists } = generators as GeneratorMap;
  const run = overrideRun(problems, genfile.run, overrides);
  const seed = seedOf(run, input);
  const { rows, written } = chooseTables(problems, genfile.tables, overrides);
  countChildRows(problems, { ...genfile, ...seed }, rows);
  const now = run.now ?? input.now;
  const { types, domainOf } = resolveColumns(problems, {
    tables: genfile.tables,
    dictionaries: genfile.dictionaries,
    rows,
    now,
    nowIsClock: run.now === undefined,
    seed: seed.seed,
    locale: run.locale ?? DEFAULT_LOCALE,
    list: (name, locale) => lists?.find(name, locale),
  });
  const tables = loadOrder(genfile.tables);
  const toWrite = tables.filter(({ name }) => written.has(name));
  checkAnythingWritten(problems, toWrite);
  // Who asks for workers gets them.
  const small = run.workers === undefined && isSmall(genfile.tables, rows);
  const workers = small ? 1 : usefulWorkers(
    run.workers ?? input.cores,
    toWrite.map(({ name }) => rows.get(name) ?? 0),
  );
  const output = chooseOutput(problems, {
    workers,
    target: genfile.target,
    overrides,
    tables: toWrite,
    formats,
    inputs,
  });
  warnOfUnused(problems, genfile);
  if (problems.errors > 0 || output === undefined) return {};
  const plans = tables.map((table) =>
    planTable(table, rows.get(table.name)!, written, types, run, genfile.tables)
  );
  const plan: Plan = {
    ...seed,
    now,
    nowIsClock: run.now === undefined,
    tables: plans,
    dictionaries: genfile.dictionaries.map(packDictionary),
    output: frameOutput(
      output,
      new Map(plans.map((table) => [table.name, shapeOf(table)])),
    ),
    workers,
    ...(small && { small }),
    buffer: capacity(genfile, workers),
  };
  return { plan, columns: writtenColumns(genfile.tables, domainOf) };
}

/** Whether making all there is costs less than starting a worker: tables that are not written count, for who refers to them. */
function isSmall(
  tables: readonly TableSpec[],
  rows: ReadonlyMap<string, number | undefined>,
): boolean {
  let values = 0;
  for (const { name, columns } of tables) {
    values += (rows.get(name) ?? 0) * columns.length;
  }
  return values <= SMALL_VALUES;
}

/** No more than have something to do: a worker makes at least a chunk. */
function usefulWorkers(asked: number, rows: readonly number[]): number {
  return Math.max(1, Math.min(asked, Math.max(0, ...rows.map(chunkCount))));
}

function seedOf(
  { seed = "0" }: RunSettings,
  { randomSeed }: GenfileInput,
): Pick<Plan, "seed" | "seedIsRandom"> {
  const seedIsRandom = seed === "random";
  return { seed: seedIsRandom ? randomSeed() : seed, seedIsRandom };
}

/** Parents before children and, but for circles, referred tables before those that refer to them, else as in the file. */
function loadOrder(tables: readonly TableSpec[]): TableSpec[] {
  const position = new Map(tables.map(({ name }, i) => [name, i]));
  const parents = ({ per }: TableSpec) =>
    per !== undefined && "table" in per
      ? [tables[position.get(per.table)!]]
      : [];
  const { order } = orderByNeeds(tables, (table) => {
    const referred = table.columns.flatMap(addresses).map((one) =>
      position.get(one.table)!
    );
    for (const { name } of parents(table)) referred.push(position.get(name)!);
    return [...new Set(referred)].sort((a, b) => a - b).map((i) => tables[i]);
  });
  // A circle of references may have put a child first.
  return orderByNeeds(order, parents).order;
}

function addresses({ generator, params }: ColumnSpec): ColumnAddress[] {
  return Object.entries(generator?.params ?? {}).flatMap(([name, { kind }]) =>
    kind === "address" && params[name] !== undefined
      ? [params[name] as ColumnAddress]
      : []
  );
}

function checkAnythingWritten(
  problems: Problems,
  tables: readonly TableSpec[],
): void {
  for (const { name, place, columns } of tables) {
    if (columns.length === 0 || columns.some(({ hidden }) => !hidden)) continue;
    problems.error(
      place,
      `all columns of table "${name}" are hidden`,
      "nothing of it would be written",
    );
  }
}

function shapeOf(
  { name, columns, uniqueKeys }: TablePlan,
): Pick<TableShape, "name" | "columns" | "uniqueKeys"> {
  return {
    name,
    uniqueKeys,
    columns: columns.filter(({ hidden }) => !hidden).map((
      { name, type, primary },
    ) => ({ name, type, primary })),
  };
}

function capacity({ buffer }: Genfile, lanes: number): Plan["buffer"] {
  const usual = buffer.bytes === undefined
    ? defaultCapacity(lanes)
    : capacityOf(buffer.bytes);
  return { ...usual, ...buffer };
}

function warnOfUnused(problems: Problems, genfile: Genfile): void {
  const columns = genfile.tables.flatMap((table) => table.columns);
  const used = new Set(
    columns.flatMap(({ generator, given, params }) =>
      [...given.keys()].flatMap((name) =>
        generator?.params[name].kind === "dictionary" ? [params[name]] : []
      )
    ),
  );
  if (columns.some(({ broken }) => broken)) return; // one of them may have meant it
  for (const { per } of genfile.tables) {
    if (per !== undefined && "dictionary" in per) used.add(per.dictionary);
  }
  for (const { name, place, broken } of genfile.dictionaries) {
    if (!broken && !used.has(name)) {
      problems.warning(place, `dictionary "${name}" is not used`);
    }
  }
}
