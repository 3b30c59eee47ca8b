// Patterns as trees: what thrust keeps of a regular expression.

/** What a stretch of text is: one of some characters, parts in a row, one of several, or one repeated. */
export type PatternNode =
  | { kind: "letter"; characters: string[] }
  | { kind: "sequence"; parts: PatternNode[] }
  | { kind: "choice"; alternatives: PatternNode[] }
  | { kind: "repeat"; part: PatternNode; min: number; max: number };
