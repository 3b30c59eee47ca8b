// `thrust explain`: how the values of a column come about, and one of them back to the rows it was read from.
import type { Generator } from "../core/generator.ts";
import type { WrittenColumn } from "../core/genfile/written.ts";
import type { ColumnPlan, Plan, TablePlan } from "../core/plan.ts";
import { grouped } from "../core/quantities.ts";
import { sqlType } from "../core/sql/types.ts";
import { padText, textWidth } from "../core/text_width.ts";
import { columnRange, createSource, generators, givesNull } from "../engine.ts";
import { type CommandLine, invalid, orNearest } from "./command_line.ts";
import { valueText } from "./describe_generator.ts";
import { addressLines, shownName } from "./explained_address.ts";
import { traceLines } from "./explained_row.ts";
import { type Fact, factLines } from "./facts.ts";
import { loadPlan } from "./load_plan.ts";
import { wholeNumber } from "./numbers.ts";
import { painter, print } from "./output.ts";
import { writtenText } from "./written_text.ts";

export async function explainColumn(line: CommandLine): Promise<number> {
  const at = line.options.get("at") ?? "0";
  const row = wholeNumber("--at", at, 0, Number.MAX_SAFE_INTEGER);
  const { plan, columns, text } = await loadPlan(line);
  const [file, address] = line.arguments;
  const { table, column } = find(plan, address);
  const written = columns.find((one) =>
    one.table === table.name && one.name === column.name
  )!;
  const generator = generators.get(column.generator)!;
  const source = await createSource(plan);
  const trace = source.trace(table.name, column.name, row);
  const facts: Fact[] = [
    ["written", ...writtenText(text, written), `${file}:${written.place.line}`],
    ["generator", `${generator.name}: ${generator.summary}`],
    ["parameters", ...parameterLines(generator, column, written)],
    ["type", typeLine(column)],
    ["when", column.when?.text ?? ""],
    ["NULL", nullLine(column, await givesNull(plan, table, column))],
    ["pinned", pinnedLine(column)],
    ["rows", rowsLine(table)],
    ["domain", domainLine(column, written)],
    ["range", await columnRange(plan, column) ?? ""],
    ["address", ...addressLines(plan, source, table, column)],
  ];
  const paint = painter("stdout");
  print([
    paint("bold", `${table.name}.${column.name}`),
    "",
    ...factLines(facts.filter(([, ...lines]) => lines.join("") !== "")),
    "",
    paint("bold", `row ${row}`) +
    (row >= table.rows
      ? ` (past the end: the table has ${grouped(table.rows)} rows)`
      : ""),
    "",
    ...traceLines(trace, column.name),
    "",
  ].join("\n"));
  return 0;
}

/** `table.column`, split at the last dot. */
function find(
  plan: Plan,
  address: string,
): { table: TablePlan; column: ColumnPlan } {
  const dot = address.lastIndexOf(".");
  const name = address.slice(0, Math.max(0, dot));
  const table = plan.tables.find((one) => one.name === name);
  if (table === undefined) {
    const names = plan.tables.map((one) => one.name);
    throw invalid(
      dot < 0
        ? `"${address}" is no column: say TABLE.COLUMN`
        : `the Genfile has no table "${name}"${orNearest(name, names)}`,
    );
  }
  const wanted = address.slice(dot + 1);
  const visible = table.columns.filter(({ inner }) => inner === undefined);
  const column = visible.find((one) => one.name === wanted);
  if (column !== undefined) return { table, column };
  throw invalid(
    `table "${table.name}" has no column "${wanted}"` +
      orNearest(wanted, visible.map((one) => one.name)),
  );
}

function parameterLines(
  { params }: Generator,
  column: ColumnPlan,
  { given, place }: WrittenColumn,
): string[] {
  const lines = Object.entries(params).flatMap(([name, { kind }]) => {
    const value = column.params[name];
    if (value === undefined) return [];
    const said = given.get(name);
    const from = said === undefined
      ? "default"
      : said.line === place.line
      ? "as written"
      : `line ${said.line}`;
    return [[name, shownName(valueText(kind, value)), from]];
  });
  const locales = column.locales.map(({ locale, weight }) =>
    column.locales.length === 1 ? locale : `${locale} ${weight}`
  ).join(", ");
  if (generators.get(column.generator)!.localized) {
    const said = given.get("locale");
    lines.push([
      "locale",
      locales,
      said === undefined ? "table, [run] or default" : `line ${said.line}`,
    ]);
  }
  const [names, values] = [0, 1].map((k) =>
    Math.max(0, ...lines.map((cells) => textWidth(cells[k])))
  );
  return lines.map(([name, value, from]) =>
    `${padText(name, names, "left")} = ${
      padText(value, values, "left")
    }  (${from})`
  );
}

function typeLine({ type, primary, hidden }: ColumnPlan): string {
  const { kind, scale } = type;
  return [
    scale > 0 ? `${kind} of scale ${scale}` : kind,
    `${sqlType(type, "postgres", primary)} in PostgreSQL`,
    `${sqlType(type, "sqlite", primary)} in SQLite`,
    ...(primary ? ["part of the primary key"] : []),
    ...(hidden ? ["hidden: made, not written"] : []),
  ].join(", ");
}

function nullLine(column: ColumnPlan, reads: boolean): string {
  const { null: share, nullRows, type, generator, when, pinned } = column;
  if (!type.nullable) return "never";
  if (nullRows !== undefined) {
    return `in exactly ${grouped(nullRows.count)} rows`;
  }
  const isPinned = pinned?.values.includes(null) ?? false;
  const reasons = [
    ...(share > 0 ? [`with probability ${share}`] : []),
    ...(when !== undefined ? ["where its condition does not hold"] : []),
    ...(isPinned ? ["where that is pinned"] : []),
  ];
  // A condition is read, too, and says that itself.
  if (reads && (when === undefined || READS.includes(generator))) {
    reasons.push(
      column.params.at !== undefined
        ? "where nothing has the number that at gives"
        : generator === "ref"
        ? "where it stands on no row, or what it shows there is NULL"
        : generator === "case"
        ? "where no alternative holds, or the one that does is NULL"
        : "where what it is made from is NULL",
    );
  }
  return reasons.join(", and ");
}

/** Generators that other columns or rows are read for. */
const READS: readonly string[] = ["ref", "case", "expr", "template"];

const MOST_PINNED = 8;

function pinnedLine({ pinned }: ColumnPlan): string {
  if (pinned === undefined) return "";
  const { rows } = pinned;
  const some = rows.slice(0, MOST_PINNED).map(grouped).join(", ");
  return `in ${rows.length === 1 ? "row" : "rows"} ${some}${
    rows.length > MOST_PINNED ? `, … (${grouped(rows.length)} in all)` : ""
  }`;
}

function rowsLine({ rows, per, written }: TablePlan): string {
  const made = per === undefined
    ? ""
    : "table" in per
    ? `, made per row of ${per.table}`
    : `, one for each entry of dictionary ${per.dictionary}`;
  return grouped(rows) + made + (written ? "" : ", not written by this run");
}

function domainLine({ ranks }: ColumnPlan, { domain }: WrittenColumn): string {
  const size = domain === undefined
    ? ""
    : domain >= Number.MAX_SAFE_INTEGER
    ? "2^53 values or more"
    : `${grouped(domain)} ${domain === 1 ? "value" : "values"}`;
  if (ranks === undefined) return size;
  const among = ranks.among === undefined
    ? "each row has"
    : `among ${ranks.among}, each has`;
  if (ranks.steps.length === 0) {
    return `${size}${
      size === "" ? "" : "; "
    }unique: ${among} a number of its own`;
  }
  return `${size}${
    size === "" ? "" : "; "
  }unique: ${among} a rank of its own, by ${
    ranks.steps.map((step) =>
      step.kind === "permute"
        ? "a permutation"
        : step.kind === "line"
        ? "a Latin rectangle"
        : "a digit"
    )
      .join(" and ")
  }`;
}
