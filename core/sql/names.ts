// Names of tables and columns as SQL text: always quoted, so that they mean what the Genfile says.

export const DIALECTS = ["postgres", "sqlite", "mysql"] as const;
export type Dialect = (typeof DIALECTS)[number];

/** A name between the dialect's quotes. */
export function quoteName(name: string, dialect: Dialect): string {
  const quote = dialect === "mysql" ? "`" : '"';
  return quote + name.replaceAll(quote, quote + quote) + quote;
}

/** The schema of `app.accounts`; undefined without one, and in SQLite, which has none. */
export function schemaOf(table: string, dialect: Dialect): string | undefined {
  const dot = table.lastIndexOf(".");
  if (dot <= 0 || dialect === "sqlite") return undefined;
  return table.slice(0, dot);
}

/** A table's name; `app.accounts` is schema and table, but one name in SQLite. */
export function quoteTable(table: string, dialect: Dialect): string {
  const schema = schemaOf(table, dialect);
  if (schema === undefined) return quoteName(table, dialect);
  return `${quoteName(schema, dialect)}.${
    quoteName(table.slice(schema.length + 1), dialect)
  }`;
}
