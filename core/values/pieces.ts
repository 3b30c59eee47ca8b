// Texts put together from pieces: whether a piece can be found in them again, so that different pieces make different texts.
import type { ValueType } from "../value_type.ts";

/** A stretch of a text. */
export interface Piece {
  /** Its characters, where they are always the same. */
  text?: string;
  /** How many characters it always has. */
  width?: number;
  /** The characters it may have; undefined: any. */
  alphabet?: ReadonlySet<string>;
  /** No other row has the same. */
  unique?: boolean;
}

const DIGITS = "0123456789";
/** What every row writes with the same number of characters. */
const UUID_WIDTH = 36;
const DATE_WIDTH = 10;

export function literalPiece(text: string): Piece {
  return { text, width: [...text].length, alphabet: new Set(text) };
}

/** A value as it is written, filled up with zeros to a width. */
export function valuePiece(
  { kind, scale, min, max, width, zone }: Pick<
    ValueType,
    "kind" | "scale" | "min" | "max" | "width" | "zone"
  >,
  unique: boolean,
  padded = 0,
): Piece {
  const fraction = scale === 0 ? 0 : scale + 1;
  switch (kind) {
    case "int":
    case "decimal": {
      const sign = min === undefined || min < 0 ? "-" : "";
      const alphabet = new Set(DIGITS + sign + (scale > 0 ? "." : ""));
      const longest = min === undefined || max === undefined
        ? Infinity
        : Math.max(digitsOf(min, scale), digitsOf(max, scale));
      const shortest = sign === "" && min !== undefined
        ? digitsOf(min, scale)
        : 0;
      if (longest <= padded || longest === shortest && longest >= padded) {
        return { width: Math.max(longest, padded), alphabet, unique };
      }
      return { alphabet, unique };
    }
    case "uuid":
      return { width: UUID_WIDTH, unique };
    case "date":
      return { width: DATE_WIDTH, unique };
    case "time":
      return { width: 8 + fraction, unique };
    case "timestamp":
      // Local times have offsets behind them that may have seconds, or none.
      return zone === undefined ? { width: 20 + fraction, unique } : { unique };
    case "text":
      return width === undefined ? { unique } : { width, unique };
    default:
      return { unique };
  }
}

function digitsOf(units: number, scale: number): number {
  const digits = String(Math.abs(units)).padStart(scale + 1, "0").length;
  return digits + (units < 0 ? 1 : 0) + (scale > 0 ? 1 : 0);
}

/** Whether some unique piece can be told from the whole text, whatever the others are. */
export function isTold(pieces: readonly Piece[]): boolean {
  return pieces.some((piece, i) =>
    piece.unique === true &&
    (isFound(piece, pieces.slice(0, i), pieces.slice(i + 1)) ||
      isFound(
        piece,
        pieces.slice(i + 1).reverse().map(mirrored),
        pieces.slice(0, i).reverse().map(mirrored),
      ))
  );
}

/** A text read from behind has the same pieces the other way round. */
function mirrored(piece: Piece): Piece {
  return piece.text === undefined
    ? piece
    : { ...piece, text: [...piece.text].reverse().join("") };
}

/** Whether it can be told where a piece begins, and from there on where it ends. */
function isFound(
  piece: Piece,
  before: readonly Piece[],
  after: readonly Piece[],
): boolean {
  return isFixed(before) || isMarkedOff(before)
    ? piece.width !== undefined || isFixed(after) ||
      stops(piece, after[0])
    : false;
}

function isFixed(pieces: readonly Piece[]): boolean {
  return pieces.every(({ width }) => width !== undefined);
}

/** Whether the last character of a stretch is a literal one that does not come in it before. */
function isMarkedOff(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1);
  if (last?.text === undefined) return false;
  const characters = [...last.text];
  const mark = characters.pop();
  return mark !== undefined && !characters.includes(mark) &&
    pieces.slice(0, -1).every((one) => lacks(one, mark));
}

/** Whether a piece ends where the next one's first character comes. */
function stops(piece: Piece, next: Piece | undefined): boolean {
  const [mark] = next?.text ?? "";
  return mark !== undefined && lacks(piece, mark);
}

function lacks({ alphabet }: Piece, character: string): boolean {
  return alphabet !== undefined && !alphabet.has(character);
}
