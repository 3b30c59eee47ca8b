// Reads TOML that defines a key twice, which the parser refuses at the first: so that all errors can be told at once.
import { type AST, ParseError, parseTOML } from "toml-eslint-parser";

export interface ParsedToml {
  program: AST.TOMLProgram;
  /** The names of repeated keys by the offset they stand at. In the program they have other names. */
  repeats: Map<number, string>;
}

const REPEATED = "Defining a key multiple times is invalid";
const KEY = /[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y;
const LETTERS =
  "_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

/** More than this is not worth the time: the last one is told as a syntax error. */
const MAX_ATTEMPTS = 200;

/**
 * Parses TOML, with each repeated key replaced by a name of the same length that is not taken, so that places stay.
 *
 * @throws {ParseError} If the text is no TOML for another reason.
 */
export function parseWithRepeats(text: string): ParsedToml {
  const repeats = new Map<number, string>();
  for (let attempt = 0;; attempt++) {
    try {
      const program = parseTOML(text, { tomlVersion: "1.1" });
      return { program, repeats };
    } catch (error) {
      if (!(error instanceof ParseError) || error.message !== REPEATED) {
        throw error;
      }
      KEY.lastIndex = error.index;
      const key = KEY.exec(text)?.[0];
      if (key === undefined || attempt >= MAX_ATTEMPTS) throw error;
      if (!repeats.has(error.index)) repeats.set(error.index, nameOf(key));
      text = text.slice(0, error.index) + freshName(key.length, attempt) +
        text.slice(error.index + key.length);
    }
  }
}

function nameOf(key: string): string {
  if (!/^["']/.test(key)) return key;
  const { body } = parseTOML(`${key} = 1`).body[0];
  const name = (body[0] as AST.TOMLKeyValue).key.keys[0];
  return name.type === "TOMLBare" ? name.name : name.value;
}

/** A name of that length that is unlikely to be taken; if it is, the next attempt gives another. */
function freshName(length: number, attempt: number): string {
  let name = "";
  let rest = attempt;
  for (let i = 0; i < length; i++) {
    name = LETTERS[rest % LETTERS.length] + name;
    rest = Math.floor(rest / LETTERS.length);
  }
  return name;
}
