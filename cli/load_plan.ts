// The plan that a command line means: its Genfile with its options over it.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Diagnostic } from "../core/diagnostic.ts";
import { ThrustError } from "../core/errors.ts";
import type { WrittenColumn } from "../core/genfile/written.ts";
import type { Plan } from "../core/plan.ts";
import { nearest } from "../core/values/nearest.ts";
import { checkGenfile, type Overrides, renderDiagnostics } from "../engine.ts";
import { type CommandLine, invalid } from "./command_line.ts";
import type { FlagName } from "./commands.ts";
import { factor, wholeNumber } from "./numbers.ts";

export interface LoadedPlan {
  plan: Plan;
  /** How the plan's columns are written. */
  columns: WrittenColumn[];
  /** The Genfile. */
  text: string;
  /** As they are to be shown. */
  warnings: string;
  diagnostics: Diagnostic[];
}

/**
 * @returns The plan, and its warnings as they are to be shown.
 * @throws {ThrustError} COMMAND_LINE_INVALID, or GENFILE_INVALID with all that is wrong as its message.
 */
export async function loadPlan(
  line: CommandLine,
): Promise<LoadedPlan> {
  const [file] = line.arguments;
  const overrides = overridesOf(line);
  const text = readGenfile(file);
  const { plan, columns = [], diagnostics } = await checkGenfile(text, {
    file,
    overrides,
  });
  const rendered = renderDiagnostics(diagnostics, file, text);
  if (plan === undefined) throw new ThrustError("GENFILE_INVALID", rendered);
  return { plan, columns, text, warnings: rendered, diagnostics };
}

function readGenfile(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new ThrustError(
      "GENFILE_INVALID",
      `error: Cannot read Genfile "${file}": ${reasonOf(error)}${
        orThatFile(file)
      }\n`,
      { file },
    );
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ThrustError(
      "GENFILE_INVALID",
      `error: Cannot read Genfile "${file}": it is not UTF-8 text\n`,
      { file },
    );
  }
}

/** A Genfile that may be meant: the one in a folder, or the one beside it that is called nearly so. */
function orThatFile(file: string): string {
  const inside = genfilesIn(file);
  const meant = inside.length === 1
    ? join(file, inside[0])
    : nearestIn(dirname(file), basename(file));
  return meant === undefined ? "" : `; did you mean "${meant}"?`;
}

function nearestIn(folder: string, name: string): string | undefined {
  const meant = nearest(name, genfilesIn(folder));
  return meant && join(folder, meant);
}

function genfilesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".toml")).sort();
  } catch {
    return [];
  }
}

function reasonOf(error: unknown): string {
  switch ((error as { code?: string }).code) {
    case "ENOENT":
      return "there is no such file";
    case "EISDIR":
      return "it is a directory";
    case "EACCES":
      return "permission is denied";
    case "ENOTDIR":
      return "a part of its path is no directory";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

function overridesOf({ options, counts }: CommandLine): Overrides {
  const whole = (name: FlagName) => {
    const typed = options.get(name);
    return typed === undefined ? undefined : count(`--${name}`, typed);
  };
  const scale = options.get("scale");
  return {
    to: options.get("to"),
    format: options.get("format"),
    mode: options.get("mode"),
    ...rowsOf(options.get("rows")),
    scale: scale === undefined ? undefined : factor("--scale", scale),
    seed: options.get("seed"),
    now: options.get("now"),
    workers: whole("workers"),
    batch: whole("batch"),
    connections: whole("connections"),
    only: options.get("only")?.split(","),
    counts: countsByTable(counts, (table) => `${table}=`),
  };
}

/** `1000`, or `customers=100,orders=500`. */
function rowsOf(
  typed: string | undefined,
): Pick<Overrides, "rows" | "tableRows"> {
  if (typed === undefined) return {};
  if (!typed.includes("=")) return { rows: count("--rows", typed) };
  return {
    tableRows: countsByTable(
      typed.split(",").map((part) => {
        const at = part.lastIndexOf("=");
        return [part.slice(0, at), part.slice(at + 1)];
      }),
      () => "--rows",
    ),
  };
}

/** @param what How messages name a table's count. */
function countsByTable(
  given: [table: string, typed: string][],
  what: (table: string) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [table, typed] of given) {
    if (counts.has(table)) throw invalid(`"${table}" has two counts`);
    counts.set(table, count(what(table), typed));
  }
  return counts;
}

function count(what: string, typed: string): number {
  return wholeNumber(what, typed, 0, Number.MAX_SAFE_INTEGER);
}
