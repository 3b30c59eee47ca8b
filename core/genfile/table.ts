// Reads `[table.NAME]` with its columns.
import type { Place } from "../diagnostic.ts";
import type { Generator } from "../generator.ts";
import { didYouMean } from "../values/nearest.ts";
import { readColumn } from "./column.ts";
import { readLocale } from "./parameters/locales.ts";
import type { Names } from "./parameters/names.ts";
import { readPer } from "./per.ts";
import { readPins } from "./pins.ts";
import type { Problems } from "./problems.ts";
import { readFlag, readInteger, readText, unexpected } from "./scalars.ts";
import { asTable, readSection } from "./section.ts";
import type { ColumnSpec, TableKey, TableSpec } from "./spec.ts";
import { checkOutputColumns, readTableOutputs } from "./table_output.ts";
import type { Entry, Node } from "./toml/tree.ts";

/** More rows than can be numbered. */
export const MAX_ROWS = 2 ** 53;

/** The names of a table's columns as far as they can be told before reading it. */
export function columnNames({ value }: Entry): Set<string> {
  const columns = value.kind === "table"
    ? value.entries.get("columns")?.value
    : undefined;
  return new Set(columns?.kind === "table" ? columns.entries.keys() : []);
}

export function readTable(
  problems: Problems,
  entry: Entry,
  generators: ReadonlyMap<string, Generator>,
  names: Omit<Names, "columns">,
): TableSpec {
  const { name, place, value } = entry;
  const table: TableSpec = {
    name,
    place,
    rows: undefined,
    hasRows: false,
    per: undefined,
    scale: true,
    locale: undefined,
    primaryKey: undefined,
    uniqueKeys: [],
    pinned: undefined,
    columns: [],
    outputs: [],
  };
  checkName(problems, "table", entry);
  const columns = columnNames(entry);
  let hasColumns = false;
  let isPart = false;
  let rowsNode: Node | undefined;
  readSection(
    problems,
    `[table.${name}]`,
    value,
    {
      rows: (node) => {
        table.hasRows = true;
        table.rows = readInteger(problems, "rows", node, {
          minimum: 0,
          maximum: MAX_ROWS,
        });
      },
      per: (node) => {
        table.hasRows = true;
        table.per = readPer(problems, name, node, names);
      },
      columns: (node) => {
        hasColumns = true;
        readColumns(
          problems,
          table,
          node,
          place,
          (one) =>
            readColumn(problems, name, one, generators, { ...names, columns }),
        );
      },
      scale: (node) => table.scale = readFlag(problems, "scale", node) ?? true,
      locale: (node) => table.locale = readLocale(problems, "locale", node),
      primary_key: (node) =>
        table.primaryKey = readKey(problems, "primary_key", node, columns),
      output: (node) =>
        table.outputs = readTableOutputs(problems, name, node, columns),
      row: (node) => rowsNode = node,
      unique: (node) =>
        table.uniqueKeys = readUniqueKeys(problems, node, columns),
    },
    (one) => isPartOfName(problems, name, one) && (isPart = true),
  );
  if (isPart) table.hasRows = true;
  // The columns may stand behind the rows.
  if (rowsNode !== undefined) readPins(problems, table, rowsNode);
  const hidden = table.columns.filter((column) => column.hidden);
  checkOutputColumns(
    problems,
    table.outputs,
    new Set(hidden.map((column) => column.name)),
  );
  if (value.kind === "table" && !isPart) {
    if (!hasColumns) {
      problems.error(
        place,
        `table "${name}" has no columns`,
        `add [table.${name}.columns]`,
      );
    }
    const per = value.entries.get("per");
    if (per !== undefined && value.entries.has("rows")) {
      problems.error(
        per.place,
        `table "${name}" has both rows and per`,
        "leave one out",
      );
      table.rows = table.per = undefined;
    }
  }
  return table;
}

function readColumns(
  problems: Problems,
  table: TableSpec,
  node: Node,
  place: Place,
  read: (entry: Entry) => ColumnSpec[],
): void {
  const columns = asTable(problems, `[table.${table.name}.columns]`, node);
  if (columns === undefined) return;
  if (columns.entries.size === 0) {
    problems.error(
      place,
      `table "${table.name}" has no columns`,
      'add one: id = "sequence"',
    );
  }
  for (const entry of columns.entries.values()) {
    checkName(problems, "column", entry);
    table.columns.push(...read(entry));
  }
}

function checkName(problems: Problems, what: string, entry: Entry): void {
  if (entry.name === "") {
    problems.error(
      entry.place,
      `the ${what} has no name`,
      "write one in place of the empty quotes",
    );
  } else if (/\p{Cc}/u.test(entry.name)) {
    problems.error(
      entry.place,
      `the ${what}'s name has a control character in it`,
      "letters, digits and signs may stand in it",
    );
  }
}

/** `[table.app.accounts]` is table `app` with a key `accounts`, which nobody means. */
function isPartOfName(problems: Problems, table: string, entry: Entry) {
  const { name, place, value } = entry;
  if (value.kind !== "table") return false;
  if (!value.entries.has("columns") && !value.entries.has("rows")) return false;
  problems.error(
    place,
    `unknown key "${name}" in [table.${table}]`,
    `a name with a dot stands in quotes: [table."${table}.${name}"]`,
  );
  return true;
}

function readUniqueKeys(
  problems: Problems,
  node: Node,
  columns: ReadonlySet<string>,
): TableKey[] {
  const isList = node.kind === "list" && node.items.length > 0;
  if (!isList || node.items.some(({ kind }) => kind !== "list")) {
    unexpected(
      problems,
      "unique",
      node,
      `a list of lists of columns: [["a", "b"]]`,
    );
    return [];
  }
  return node.items.flatMap((item) =>
    readKey(problems, "unique", item, columns) ?? []
  );
}

function readKey(
  problems: Problems,
  name: string,
  node: Node,
  columns: ReadonlySet<string>,
): TableKey | undefined {
  if (node.kind !== "list" || node.items.length === 0) {
    return unexpected(
      problems,
      name,
      node,
      `a list of columns: ["a", "b"]`,
    );
  }
  const key: string[] = [];
  for (const item of node.items) {
    const column = readText(problems, name, item);
    if (column === undefined) return undefined;
    if (!columns.has(column)) {
      problems.error(
        item.place,
        `unknown column "${column}"`,
        didYouMean(column, columns),
      );
      return undefined;
    }
    if (key.includes(column)) {
      problems.error(
        item.place,
        `column "${column}" is named twice`,
        "name it once",
      );
      return undefined;
    }
    key.push(column);
  }
  return { columns: key, place: node.place };
}
