// Environment variables in texts: `${VAR}`, `${VAR:-default}`; `$${` writes `${`.

/** A text with its variables filled in. */
export interface FilledText {
  text: string;
  /** Something was filled in, or `$${` unescaped: the text is not what stands in the file. */
  changed: boolean;
  /** The text was one `${…}` and nothing else. */
  whole: boolean;
}

/** What is wrong with a variable, and where in the text. */
export interface VariableProblem {
  start: number;
  length: number;
  message: string;
  hint: string;
}

const VARIABLE = /\$\$\{|\$\{([^{}]*)(\}?)/g;
const INSIDE = /^([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?$/s;

/** Fills in variables; as in a shell, a default also stands for an empty variable. */
export function fillIn(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): FilledText | VariableProblem {
  let problem: VariableProblem | undefined;
  let whole = false;
  const filled = text.replaceAll(
    VARIABLE,
    (all: string, inside: string | undefined, close: string, start: number) => {
      if (inside === undefined) return "${";
      const match = close === "" ? null : INSIDE.exec(inside);
      const length = all.length;
      if (match === null) {
        problem ??= {
          start,
          length,
          message: `"${all}" is not a variable`,
          hint: "${NAME} takes an environment variable, $${ writes ${",
        };
        return all;
      }
      whole = start === 0 && length === text.length;
      const [, name, fallback] = match;
      const value = Object.hasOwn(environment, name)
        ? environment[name]
        : undefined;
      if (fallback !== undefined) return value || fallback;
      if (value === undefined) {
        problem ??= {
          start,
          length,
          message: `environment variable ${name} is not set`,
          hint: `set it, or give a default: \${${name}:-…}`,
        };
      }
      return value ?? "";
    },
  );
  return problem ?? { text: filled, changed: filled !== text, whole };
}
