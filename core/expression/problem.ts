// What is wrong with an expression, and where in its text.

/** In UTF-16 units of the text. */
export interface Stretch {
  start: number;
  length: number;
}

/** For a step that no text stands for, where nothing can be wrong. */
export const NOWHERE: Stretch = { start: 0, length: 0 };

/** What is wrong with an expression, and where. */
export class ExpressionProblem extends Error {
  readonly hint: string | undefined;
  readonly at: Stretch;

  constructor(message: string, hint: string | undefined, at: Stretch) {
    super(message);
    this.hint = hint;
    this.at = at;
  }
}

export function fail(
  message: string,
  hint: string | undefined,
  at: Stretch,
): never {
  throw new ExpressionProblem(message, hint, at);
}
