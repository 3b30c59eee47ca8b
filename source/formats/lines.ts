// What formats of one row a line do alike: a header, if wanted, and how lines end.
import type {
  Cell,
  FormatOptions,
  Frame,
  RowLayout,
} from "../../core/format.ts";
import { defaulted } from "../../core/parameters.ts";
import { bytesOf } from "./cells.ts";

export const HEADER = defaulted(
  "flag",
  true,
  "Whether the first line names the columns",
);
export const NEWLINE = defaulted("choice", "lf", "How lines end", {
  choices: ["lf", "crlf"],
});

const NOTHING = new Uint8Array(0);

/** @param names The columns' names, as they stand in the header. */
export function frameOfLines(names: string, options: FormatOptions): Frame {
  return {
    prologue: options.header === false
      ? NOTHING
      : bytesOf(names + lineEnd(options)),
    epilogue: NOTHING,
    resume: { cut: NOTHING, join: NOTHING },
  };
}

export function layoutOfLines(
  cells: Cell[],
  options: FormatOptions,
): RowLayout {
  const end = bytesOf(lineEnd(options));
  return {
    group: Infinity,
    first: NOTHING,
    next: NOTHING,
    end,
    close: end,
    cells,
  };
}

function lineEnd({ newline }: FormatOptions): string {
  return newline === "crlf" ? "\r\n" : "\n";
}
