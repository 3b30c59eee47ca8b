// What the server makes of a value: where a column does not keep what it is sent (numeric(5,1), character(9), jsonb,
// timestamp(0)), the server itself is asked what the expected values become there.
import type { ValueType } from "../../core/value_type.ts";
import type { FoundColumn } from "../../target/postgres/catalogue.ts";
import type { Connection } from "../../target/postgres/connection.ts";
import type { Cells } from "../cells.ts";
import { textOf } from "../differences.ts";
import { rewrite } from "../expected_rows.ts";

/** Functions that receive types which keep every text as it is. */
const KEEP_TEXT: readonly string[] = [
  ...["textrecv", "varcharrecv", "citextrecv", "json_recv", "enum_recv"],
  "xml_recv",
];

/** Whether a column may keep another value than the one it is sent. */
export function changesValues(type: ValueType, found: FoundColumn): boolean {
  const { kind, scale } = type;
  // A domain does not tell what its base type rounds to.
  const isPlain = /^(numeric|time|timestamp)\b|^interval(\(\d\))?$/.test(
    found.type,
  );
  const [, first, second] = /\((\d+)(?:,(-?\d+))?\)/.exec(found.type) ?? [];
  switch (found.receive) {
    case "int2recv":
    case "int4recv":
    case "int8recv":
      return kind !== "int";
    case "float8recv":
      return kind !== "float" && kind !== "int" && kind !== "decimal";
    case "numeric_recv":
      return kind === "int" || kind === "decimal"
        ? !isPlain || first !== undefined && Number(second ?? 0) < scale
        : true;
    case "boolrecv":
      return kind !== "bool";
    case "date_recv":
      return kind !== "date";
    case "time_recv":
      return !isPlain || kind !== "time" || scale > Number(first ?? 6);
    case "timestamp_recv":
    case "timestamptz_recv":
      return !isPlain || kind !== "date" &&
          (kind !== "timestamp" || scale > Number(first ?? 6));
    case "interval_recv":
      return !isPlain || kind !== "interval" || scale > Number(first ?? 6);
    case "uuid_recv":
      return kind !== "uuid";
  }
  if (found.receive === "bytearecv" && kind === "bytes") return false;
  return !KEEP_TEXT.includes(found.receive) ||
    found.type.startsWith("character(") || kind === "json";
}

/** Rewrites expected cells as the column's type has them. */
export async function cast(
  connection: Connection,
  cells: Cells,
  count: number,
  type: ValueType,
  sqlType: string,
): Promise<void> {
  const texts: (string | null)[] = [];
  for (let i = 0; i < count; i++) texts.push(textOf(cells, type, i));
  const [row] = await connection.query<{ made: (string | null)[] | null }>(
    `read values of type ${sqlType}`,
    `SELECT json_agg((sent #>> '{}')::${sqlType}::text ORDER BY place) AS made
     FROM json_array_elements($1::text::json) WITH ORDINALITY AS u(sent, place)`,
    [JSON.stringify(texts)],
  );
  rewrite(cells, row.made ?? [], type);
}
