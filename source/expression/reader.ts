// An expression as a generator reads it.
import { ThrustError } from "../../core/errors.ts";
import type { Expression } from "../../core/expression/expression.ts";
import { outputNode, outputType } from "../../core/expression/output.ts";
import type { ExpressionReader } from "../../core/generator.ts";
import type { ValueType } from "../../core/value_type.ts";
import { Vector } from "../../core/values/vector.ts";
import { Program, type Standing } from "./program.ts";

/** Ends the run: the value of a row cannot be kept. */
export function beyond(table: string, column: string, row: number): never {
  throw new ThrustError(
    "SOURCE_FAILED",
    `Cannot make "${table}.${column}" of row ${row}: a value in its expression is beyond 2^53 or the year 9999, or no number`,
    { table, field: column, row },
  );
}

/** @param type What the values are converted and rounded to. */
export function expressionReader(
  { root }: Expression,
  standing: Standing,
  type?: ValueType,
): ExpressionReader {
  const node = type === undefined ? root : outputNode(root, type);
  const program = new Program(node, standing);
  const vector = new Vector();
  const kind = node.type.kind;
  return {
    type: type ?? outputType(node.type, undefined),
    storage: kind === "text" || kind === "null"
      ? "slices"
      : kind === "uuid"
      ? "words"
      : "numbers",
    touch: (record) => program.touch(record),
    read(record) {
      const slot = program.run(record);
      vector.numbers = slot.numbers;
      vector.words = slot.words;
      vector.bytes = slot.bytes;
      vector.starts = slot.starts;
      vector.ends = slot.ends;
      vector.nulls = slot.flags;
      return vector;
    },
  };
}
