// What a server knows of the tables that a run writes.
import type { TablePlan } from "../../core/plan.ts";
import { quoteTable } from "../../core/sql/names.ts";
import type { Connection } from "./connection.ts";

/** A table as the server has it. */
export interface FoundTable {
  oid: number;
  /** pg_class.relkind: `r` table, `p` partitioned, `f` foreign, `v` view … */
  kind: string;
  columns: FoundColumn[];
  foreignKeys: FoundForeignKey[];
}

export interface FoundForeignKey {
  name: string;
  /** The table that it refers to. */
  refersTo: number;
  /** As it stands after ADD CONSTRAINT. */
  definition: string;
}

export interface FoundColumn {
  name: string;
  /** As SQL writes it: `character varying(3)`. */
  type: string;
  /** The function that receives its values in binary; of a domain, its base type's. */
  receive: string;
  /** Of an array, the same of its items, and their type. */
  item: { receive: string; oid: number } | null;
  notNull: boolean;
  /** A default, or an identity. */
  hasDefault: boolean;
  /** Computed by the server from other columns. */
  generated: boolean;
}

/**
 * The tables that are there, by the names of the plan. A name without a schema is looked for in the search path.
 */
export async function findTables(
  connection: Connection,
  tables: readonly Pick<TablePlan, "name">[],
): Promise<Map<string, FoundTable>> {
  const names = tables.map(({ name }) => [name, quoteTable(name, "postgres")]);
  const [row] = await connection.query<{ found: [string, FoundTable][] }>(
    "read the tables",
    FIND_TABLES,
    [JSON.stringify(names)],
  );
  return new Map(row.found ?? []);
}

/** The function by which a type is received. */
const RECEIVE =
  "(SELECT p.proname FROM pg_catalog.pg_proc p WHERE p.oid = base.typreceive)";

/** Something of a type; of a domain, of the type that it is made of. */
function ofBase(type: string, selected: string): string {
  return `(
        WITH RECURSIVE base AS (
          SELECT t.* FROM pg_catalog.pg_type t WHERE t.oid = ${type}
          UNION ALL
          SELECT t.* FROM base
            JOIN pg_catalog.pg_type t ON t.oid = base.typbasetype
            WHERE base.typtype = 'd'
        )
        SELECT ${selected} FROM base WHERE base.typtype <> 'd'
      )`;
}

const FIND_TABLES = `
SELECT json_agg(json_build_array(wanted ->> 0, json_build_object(
  'oid', c.oid::bigint,
  'kind', c.relkind,
  'columns', (
    SELECT coalesce(json_agg(json_build_object(
      'name', a.attname,
      'type', format_type(a.atttypid, a.atttypmod),
      'receive', ${ofBase("a.atttypid", RECEIVE)},
      'item', ${
  ofBase(
    "a.atttypid",
    `(
      SELECT json_build_object(
        'receive', ${ofBase("base.typelem", RECEIVE)},
        'oid', base.typelem::bigint
      )
      WHERE base.typreceive = 'array_recv'::regproc
    )`,
  )
},
      'notNull', a.attnotnull,
      'hasDefault', a.atthasdef OR a.attidentity <> '',
      'generated', a.attgenerated <> ''
    ) ORDER BY a.attnum), '[]')
    FROM pg_catalog.pg_attribute a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  ),
  'foreignKeys', (
    SELECT coalesce(json_agg(json_build_object(
      'name', f.conname,
      'refersTo', f.confrelid::bigint,
      'definition', pg_get_constraintdef(f.oid)
    ) ORDER BY f.conname), '[]')
    FROM pg_catalog.pg_constraint f
    WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.conparentid = 0
  )
))) AS found
FROM json_array_elements($1::text::json) AS wanted
JOIN pg_catalog.pg_class c ON c.oid = to_regclass(wanted ->> 1)`;

/** Which of these tables hold rows. */
export async function tablesWithRows(
  connection: Connection,
  names: readonly string[],
): Promise<string[]> {
  const filled: string[] = [];
  for (const name of names) {
    const [{ holds }] = await connection.query<{ holds: boolean }>(
      `read table "${name}"`,
      `SELECT EXISTS (SELECT FROM ${quoteTable(name, "postgres")}) AS holds`,
      [],
      { table: name },
    );
    if (holds) filled.push(name);
  }
  return filled;
}

/** Whether the index `i` is one of the whole rows, of exactly the columns in the JSON list $2, in any order. */
export const IS_INDEX_OF = `i.indpred IS NULL AND i.indexprs IS NULL
  AND (
    SELECT array_agg(a.attname::text ORDER BY a.attname::text)
    FROM unnest(i.indkey[0:i.indnkeyatts - 1]) AS k(attnum)
    JOIN pg_catalog.pg_attribute a
      ON a.attrelid = i.indrelid AND a.attnum = k.attnum
  ) = (
    SELECT array_agg(name ORDER BY name)
    FROM json_array_elements_text($2::text::json) AS wanted(name)
  )`;

/** Whether a table has a primary or unique key of exactly these columns. */
export async function hasKey(
  connection: Connection,
  table: string,
  columns: readonly string[],
): Promise<boolean> {
  const [{ has }] = await connection.query<{ has: boolean }>(
    `read the keys of table "${table}"`,
    `
SELECT EXISTS (
  SELECT FROM pg_catalog.pg_index i
  WHERE i.indrelid = to_regclass($1::text) AND i.indisunique
    AND i.indimmediate AND ${IS_INDEX_OF}
) AS has`,
    [quoteTable(table, "postgres"), JSON.stringify(columns)],
    { table },
  );
  return has;
}
