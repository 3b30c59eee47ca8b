// PostgreSQL's literals of arrays, read back.
import type { ValueType } from "../../../core/value_type.ts";
import type { Sample } from "./_sample.ts";

/** Rows with JSON in the place of PostgreSQL's literals of arrays. */
export function withoutLiterals<T extends string | null>(
  rows: T[][],
  { columns }: Sample,
): T[][] {
  return rows.map((row) =>
    row.map((cell, i) => {
      const { kind, item } = columns[i].shape.type;
      return kind === "array" && cell !== null && cell !== ""
        ? fromLiteral(cell, item!) as T
        : cell;
    })
  );
}

/** PostgreSQL's documentation, 8.15.6: items between commas, some of them in quotes with backslashes. */
function fromLiteral(literal: string, { kind }: ValueType): string {
  const items = literal.slice(1, -1).matchAll(
    /(?:"((?:[^"\\]|\\.)*)"|([^,"]+))(?:,|$)/gs,
  );
  const values = [...items].map(([_, quoted, bare]) => {
    if (bare === "NULL") return "null";
    const text = bare ?? quoted.replace(/\\(.)/gs, "$1");
    if (kind === "text") return JSON.stringify(text);
    if (kind !== "bytes") return text;
    return JSON.stringify(Uint8Array.fromHex(text.slice(2)).toBase64());
  });
  return `[${values.join()}]`;
}
