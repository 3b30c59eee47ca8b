// Literals of a Genfile as values of a column.
import type { Report } from "../core/generator.ts";
import type { Literal } from "../core/parameters.ts";
import { type ValueType, valueType } from "../core/value_type.ts";
import { POWERS_OF_TEN } from "../core/values/digits.ts";

/** The type that literals of one kind have together (whole numbers beside others count as floats). */
export function literalType(literals: readonly Literal[]): ValueType {
  const [{ kind }] = literals;
  switch (kind) {
    case "int":
    case "float": {
      if (literals.some((literal) => literal.kind === "float")) {
        return valueType("float");
      }
      const numbers = literals.map((literal) => literal.value as number);
      return valueType("int", {
        min: numbers.reduce((a, b) => Math.min(a, b)),
        max: numbers.reduce((a, b) => Math.max(a, b)),
      });
    }
    case "time":
    case "timestamp":
    case "interval": {
      const scales = literals.map((literal) =>
        "scale" in literal ? literal.scale : 0
      );
      return valueType(kind, {
        scale: scales.reduce((a, b) => Math.max(a, b)),
      });
    }
    default:
      return valueType(kind);
  }
}

/** Reports `values` that cannot be kept with the digits that the finest of them has. */
export function checkExact(values: readonly Literal[], report: Report): void {
  const { kind, scale } = literalType(values);
  if (kind === "text" || kind === "float") return;
  if (values.every((one) => Number.isSafeInteger(literalNumber(one, scale)))) {
    return;
  }
  report(
    "values",
    `not all values are exact with ${scale} digits of the second`,
    "write fewer digits",
  );
}

/** The number that a vector keeps for a literal that is not a text. `scale` is the column's. */
export function literalNumber(literal: Literal, scale: number): number {
  switch (literal.kind) {
    case "text":
      throw new TypeError("Cannot keep a text as a number");
    case "bool":
      return literal.value ? 1 : 0;
    case "time":
    case "timestamp":
    case "interval":
      return literal.value * POWERS_OF_TEN[scale - literal.scale];
    default:
      return literal.value;
  }
}

/** The values without those that are there already: 1 and 1.0 are the same. */
export function distinctOf(values: readonly Literal[]): Literal[] {
  const { scale } = literalType(values);
  const seen = new Set<string | number>();
  return values.filter((one) => {
    const key = one.kind === "text" ? one.value : literalNumber(one, scale);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
