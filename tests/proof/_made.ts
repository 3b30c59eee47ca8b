// What has been written of a schema: the tables with their columns, and where more is written.

/** A table of the schema, as far as it has been written. */
export interface Made {
  name: string;
  columns: Column[];
  parent?: Made;
  /** Columns of the primary key. */
  key: string[];
  rows?: number;
  /** Its rows are the entries of a dictionary. */
  ofNations?: boolean;
  /** `c0` is NULL in a row where nobody expects it. */
  pinned?: boolean;
}

export interface Column {
  name: string;
  kind: "int" | "decimal" | "date" | "text" | "ref" | "other";
  hidden: boolean;
  nullable: boolean;
  /** Of a reference: the table whose `n` it shows. */
  to?: Made;
  /** It is read by several others only if it can be pinned without them noticing. */
  followed?: boolean;
}

/** Writes a Genfile, and what must hold of the tables that it makes. */
export interface Writer {
  readonly tables: readonly Made[];
  add(table: Made, name: string, text: string): void;
  /** @param needs Columns as `t1.c2`, or of `table` by their bare names. */
  claim(table: Made, needs: string[], sql: string): void;
}

/** No value twice among siblings, NULL apart. */
export function claimDistinct(writer: Writer, table: Made, name: string): void {
  const group = table.parent === undefined ? name : `up, ${name}`;
  writer.claim(
    table,
    [name],
    `SELECT 1 FROM ${table.name} WHERE ${name} IS NOT NULL GROUP BY ${group} HAVING count(*) > 1`,
  );
}
