// Patterns of format(): `%05d` and its like.
import { type ExpressionNode, expressionType } from "./expression.ts";
import { type Call, intAt, numberAt, step } from "./functions/entry.ts";
import { rounded } from "./functions/numbers.ts";
import { converted, MOST_DIGITS, written } from "./convert.ts";

export type FormatPiece =
  | { kind: "text"; text: string }
  | { kind: "value"; make(call: Call, i: number): ExpressionNode };

const PIECE = /%(?:(%)|(s)|(0[1-9]\d{0,2})?(d)|\.(\d{1,2})f)|%|[^%]+/g;

export function parseFormat(
  pattern: string,
): { pieces: FormatPiece[]; problem?: string } {
  const pieces: FormatPiece[] = [];
  for (const match of pattern.matchAll(PIECE)) {
    const [whole, percent, text, zeros, digits, places] = match;
    if (percent) pieces.push({ kind: "text", text: "%" });
    else if (text) {
      pieces.push({ kind: "value", make: (call, i) => written(call.args[i]) });
    } else if (digits) pieces.push(digitsPiece(Number(zeros ?? "0")));
    else if (places !== undefined) {
      if (Number(places) > MOST_DIGITS) {
        return {
          pieces,
          problem: `${whole} has more than ${MOST_DIGITS} digits`,
        };
      }
      pieces.push(placesPiece(Number(places)));
    } else if (whole === "%") {
      return {
        pieces,
        problem:
          "the pattern has a % that is none of %s, %d, %05d, %.2f and %%",
      };
    } else pieces.push({ kind: "text", text: whole });
  }
  return { pieces };
}

function digitsPiece(width: number): FormatPiece {
  return {
    kind: "value",
    make(call, i) {
      const text = written(intAt(call, i));
      return width === 0 ? text : step("pad", [text], { kind: "text" }, {
        value: `${width} 0`,
      });
    },
  };
}

function placesPiece(scale: number): FormatPiece {
  return {
    kind: "value",
    make(call, i) {
      const number = rounded(numberAt(call, i), scale);
      const kind = scale === 0 ? "int" : "decimal";
      return written(converted(number, expressionType(kind, { scale }))!);
    },
  };
}
