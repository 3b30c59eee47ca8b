// What is wrong in a Genfile, with its place; rendered the way genfile.md shows.

/** A stretch of a Genfile. Lines and columns count from 1, in UTF-16 units. */
export interface Place {
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units. */
  column: number;
  /** Length of the mark, at least 1; a mark never leaves its line. */
  length: number;
}

/** One thing that is wrong (or worth a warning) in a Genfile. */
export interface Diagnostic {
  /** There is no plan where there are errors. */
  severity: "error" | "warning";
  /** `unknown generator "sequense"`: what is wrong, lower case, no full stop. */
  message: string;
  /** Absent where it is about the command line or the file as a whole. */
  place?: Place;
  /** `did you mean "sequence"?`: stands after the mark. */
  hint?: string;
}
