// The message for a row that a table does not take.
import type { SQLInputValue } from "node:sqlite";
import { ThrustError } from "../../core/errors.ts";
import { type FilledColumn, type FilledTable, sameName } from "./columns.ts";

/** Of a long text, so much stands in a message. */
const SHOWN = 60;

/** Says which row was refused, and of which columns the refusal speaks, with their values. */
export function refusedRow(
  file: string,
  { plan, columns }: FilledTable,
  row: number,
  values: SQLInputValue[],
  refused: Error,
): ThrustError {
  const table = plan.name;
  const named = namedColumns(refused.message, columns);
  const shown = named.map((column) =>
    `${column.name} = ${shownValue(values[columns.indexOf(column)])}`
  );
  const where = shown.length === 0 ? "" : ` (${shown.join(", ")})`;
  return new ThrustError(
    "VALUE_REFUSED",
    `Cannot write row ${row} of table "${table}" to ${file}: ${
      meaning(refused.message, named)
    }${where}`,
    { file, table, row, ...(named.length > 0 && { field: named[0].name }) },
    { cause: refused },
  );
}

function meaning(words: string, columns: FilledColumn[]): string {
  const names = columns.map(({ name }) => `"${name}"`).join(" and ");
  const what = columns.length === 1 ? `column ${names}` : `columns ${names}`;
  if (/^UNIQUE constraint failed/.test(words) && names !== "") {
    return `another row has the same in ${what}`;
  }
  if (/^NOT NULL constraint failed/.test(words)) {
    return names === "" ? words : `${what} takes no NULL`;
  }
  const check = /^CHECK constraint failed: ([^]*)$/.exec(words);
  if (check !== null) return `the table's check refuses it: ${check[1]}`;
  const type = /^cannot store \w+ value in (\w+) column/.exec(words);
  if (type !== null && names !== "") return `${what} takes ${type[1]} only`;
  if (words === "datatype mismatch") {
    return "the primary key takes INTEGER only";
  }
  return words;
}

/** `UNIQUE constraint failed: t.a, t.b`, `CHECK constraint failed: a < 5`: the columns of which the message speaks. */
function namedColumns(words: string, columns: FilledColumn[]): FilledColumn[] {
  const said = words.slice(words.indexOf(":") + 1);
  const names = [
    ...said.matchAll(/"((?:[^"]|"")+)"|\w+\.([^,]+?)(?=,|$)|(\w+)/g),
  ].flatMap((match) => match.slice(1).filter((name) => name !== undefined));
  return columns.filter(({ name }) =>
    names.some((one) => sameName(one, name)) ||
    said.split(", ").some((one) => one.endsWith(`.${name}`))
  );
}

function shownValue(value: SQLInputValue): string {
  if (value === null) return "NULL";
  if (value instanceof Uint8Array) {
    return `x'${value.subarray(0, SHOWN / 2).toHex()}${
      2 * value.length > SHOWN ? "…" : ""
    }'`;
  }
  if (typeof value !== "string") return String(value);
  return JSON.stringify(
    value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value,
  );
}
