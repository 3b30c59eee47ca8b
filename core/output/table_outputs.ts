// The files of tables that have `[[table.NAME.output]]`.
import { isAbsolute, resolve } from "node:path";
import type { Format, FormatOptions } from "../format.ts";
import type { Problems } from "../genfile/problems.ts";
import type { TableOutputSpec } from "../genfile/spec.ts";
import type { Place } from "../diagnostic.ts";
import type { OutputPart, OutputQuestion, Usual, Written } from "./output.ts";
import { formatOf } from "./format.ts";
import { hidePasswords } from "../passwords.ts";

/** A table, or a part of one, and its file. */
export interface TableFile {
  path: string;
  part: OutputPart;
  /** What says so. */
  place: Place;
}

/**
 * @param folder Where the files are, by the table's name.
 * @param usual What `[target]` says of the format.
 */
export function tableFiles(
  problems: Problems,
  question: OutputQuestion,
  table: Written,
  folder: string,
  usual: Usual,
): TableFile[] {
  return table.outputs.flatMap((output) => {
    const format = formatOfOutput(problems, question, output, usual.format);
    if (format === undefined) return [];
    const name = output.to.text.replaceAll("{table}", () => table.name);
    return [{
      place: output.to.place,
      path: isAbsolute(name) || folder === ""
        ? name
        : `${folder.replace(/\/$/, "")}/${name}`,
      part: {
        table: table.name,
        own: {
          columns: output.columns?.map((column) => column.name),
          format,
          options: optionsFor(format, usual.options),
        },
      },
    }];
  });
}

/** The command line's word is the last, then the output's, then its file's extension, then `[target]`. */
function formatOfOutput(
  problems: Problems,
  { overrides, formats }: OutputQuestion,
  { to, format }: TableOutputSpec,
  usual: Format,
): Format | undefined {
  if (overrides.format !== undefined) return usual;
  return formatOf(
    problems,
    formats,
    format,
    to,
    usual,
  );
}

/** What `[target]` says of options that the format has too. */
function optionsFor(format: Format, usual: FormatOptions): FormatOptions {
  const options: FormatOptions = {};
  for (const [name, parameter] of Object.entries(format.options)) {
    options[name] = usual[name] ?? parameter.default;
  }
  return options;
}

/** Reports files that would be written twice. */
export function checkFilesDiffer(
  problems: Problems,
  files: readonly TableFile[],
): void {
  const seen = new Set<string>();
  // Outputs last: what stands beside one that is in its way is right.
  const outputs = files.toSorted((a, b) =>
    Number(!!a.part.own) - Number(!!b.part.own)
  );
  for (const { path, place } of outputs) {
    const where = resolve(path);
    if (seen.has(where)) {
      problems.error(
        place,
        `"${path}" is written twice`,
        "each output has a file of its own",
      );
    }
    seen.add(where);
  }
}

/** Outputs are for folders of files: reports them where rows go elsewhere. The command line may say so. */
export function checkOutputsApply(
  problems: Problems,
  { tables, overrides }: OutputQuestion,
  to: string,
): void {
  for (const { name, outputs } of tables) {
    if (outputs.length === 0) continue;
    const { place } = outputs[0].to;
    const shown = hidePasswords(to);
    if (overrides.to !== undefined) {
      problems.warning(
        place,
        `the outputs of table "${name}" are not made`,
        `the whole table goes to "${shown}"`,
      );
    } else {
      problems.error(
        place,
        `table "${name}" has outputs, and rows go to "${shown}"`,
        `outputs are files: name a folder in [target], to = "out"`,
      );
    }
  }
}
