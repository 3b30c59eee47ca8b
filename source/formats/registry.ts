// All formats, by name. A new one is a file beside this one and a line here.
import type { Format } from "../../core/format.ts";
import { csv } from "./csv.ts";
import { json } from "./json.ts";
import { ndjson } from "./ndjson.ts";
import { postgresBinary } from "./postgres/binary.ts";
import { sql } from "./sql.ts";
import { sqliteCells } from "./sqlite/cells.ts";
import { sqliteRecords } from "./sqlite/records.ts";
import { tsv } from "./tsv.ts";

export const formats: ReadonlyMap<string, Format> = new Map(
  [csv, tsv, ndjson, json, sql, sqliteCells, sqliteRecords, postgresBinary].map(
    (
      format,
    ) => [format.name, format],
  ),
);
