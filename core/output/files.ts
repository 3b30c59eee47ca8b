// Which tables go into which file; what may not be written where.
import { resolve } from "node:path";
import type { Place } from "../diagnostic.ts";
import type { Format } from "../format.ts";
import type { Problems } from "../genfile/problems.ts";
import { extensionOf } from "./format.ts";
import type { OutputPlan } from "../plan.ts";
import {
  checkFilesDiffer,
  checkOutputsApply,
  tableFiles,
} from "./table_outputs.ts";
import { didYouMean } from "../values/nearest.ts";
import { SQLITE } from "./kind.ts";
import type { Output, OutputQuestion, Usual, Written } from "./output.ts";

export function oneDatabase(
  problems: Problems,
  question: OutputQuestion,
  to: string,
): Output["files"] {
  const path = to.slice(SQLITE.length);
  const tables = question.tables.map(({ name }) => ({ table: name }));
  checkOutputsApply(problems, question, to);
  checkInputs(problems, question, [path]);
  return [{ path, tables }];
}

export function oneStream(
  problems: Problems,
  question: OutputQuestion,
  kind: OutputPlan["kind"],
  to: string,
  place: Place | undefined,
  usual: Usual,
): Output["files"] {
  const { tables } = question;
  if (kind === "stdout") {
    checkOneTable(problems, tables, place, usual.format, "-");
  }
  if (kind !== "null") {
    checkOutputsApply(problems, question, to);
  }
  // Nowhere is the same for a file and for several: each is made.
  const apart = kind === "null"
    ? tables.filter(({ outputs }) => outputs.length > 0)
    : [];
  const together = tables.filter((table) => !apart.includes(table));
  const parts = apart.flatMap((table) =>
    tableFiles(problems, question, table, "", usual)
  );
  return [
    { path: "", tables: together.map(({ name }) => ({ table: name })) },
    ...parts.map(({ part }) => ({ path: "", tables: [part] })),
  ].filter((file) => file.tables.length > 0);
}

function checkOneTable(
  problems: Problems,
  tables: readonly Written[],
  place: Place | undefined,
  format: Format,
  to: string,
): void {
  if (tables.length <= 1 || format.manyTables) return;
  problems.error(
    place,
    to === "-"
      ? `${tables.length} tables cannot go to standard output as ${format.name}`
      : `${tables.length} tables cannot go into one ${format.name} file`,
    to === "-"
      ? "choose one with --only, or the format sql or json"
      : `write "${tablePattern(to)}", or a folder's name ending in /`,
  );
}

/** `out.csv` as `out/{table}.csv`. */
function tablePattern(to: string): string {
  const dot = to.lastIndexOf(".");
  return `${to.slice(0, dot)}/{table}${to.slice(dot)}`;
}

/** By `{table}`, in one file, or in a folder. */
export function filesOf(
  problems: Problems,
  question: OutputQuestion,
  to: string,
  place: Place | undefined,
  usual: Usual,
): Output["files"] {
  const misspelt = to.match(/\{[^{}]*\}/g)?.find((part) => part !== "{table}");
  const meant = misspelt && didYouMean(misspelt.toLowerCase(), ["{table}"]);
  if (meant !== undefined) {
    problems.error(place, `unknown placeholder "${misspelt}" in to`, meant);
    return [];
  }
  const { tables } = question;
  const { format } = usual;
  const isPattern = to.includes("{table}");
  const isOne = !isPattern && extensionOf(to) !== undefined;
  if (isOne) {
    checkOneTable(problems, tables, place, format, to);
    checkOutputsApply(problems, question, to);
    const parts = tables.map(({ name }) => ({ table: name }));
    checkInputs(problems, question, [to]);
    return [{ path: to, tables: parts }];
  }
  const folder = to.replace(/\/+$/, "") || "/";
  const files = tables.flatMap((table) => {
    const { name, outputs } = table;
    const path = isPattern
      ? to.replaceAll("{table}", () => name)
      : `${folder}/${name}.${format.extension}`.replace(/^\/\//, "/");
    if (outputs.length > 0) {
      if (outputs.some(({ to }) => to.text.includes("{table}"))) {
        checkFileName(problems, table);
      }
      const around = isPattern ? path.slice(0, path.lastIndexOf("/") + 1) : to;
      const inside = around.replace(/(?<=.)\/+$/, "");
      return tableFiles(problems, question, table, inside, usual);
    }
    checkFileName(problems, table);
    return [{ path, part: { table: name }, place: table.place }];
  });
  checkFilesDiffer(problems, files);
  checkInputs(problems, question, files.map(({ path }) => path));
  return files.map(({ path, part }) => ({ path, tables: [part] }));
}

/** What the run reads must not be written over. */
function checkInputs(
  problems: Problems,
  { inputs, overrides, target }: OutputQuestion,
  paths: string[],
): void {
  const read = new Set(inputs.map((path) => resolve(path)));
  for (const path of paths) {
    if (!read.has(resolve(path))) continue;
    problems.error(
      overrides.to === undefined ? target.to?.place : undefined,
      `"${path}" is read by this run and cannot be written by it`,
      "name another place",
    );
  }
}

function checkFileName(problems: Problems, { name, place }: Written): void {
  if (!/[/\\]/.test(name) && name !== "." && name !== "..") return;
  problems.error(
    place,
    `table "${name}" cannot give a file its name`,
    "its name would be a path",
  );
}
