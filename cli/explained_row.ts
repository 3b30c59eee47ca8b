// What `thrust explain` says of one row: its value, what that was made from, and the rows that this was read from.
import { grouped } from "../core/quantities.ts";
import { padText, textWidth } from "../core/text_width.ts";
import type { RowTrace } from "../engine.ts";
import { shownName } from "./explained_address.ts";
import { type Fact, factLines } from "./facts.ts";

/** The value, then what stands beside it in its row, then the rows that those were read from, hop by hop. */
export function traceLines(
  { columns, stands }: RowTrace,
  column: string,
): string[] {
  const own = columns.find(({ name }) => name === column)!;
  // Of alternatives, only the one that held made the value.
  const idle = columns.flatMap(({ name, held }) =>
    held === undefined
      ? []
      : columns.filter((one) =>
        one.name.startsWith(`${name}\0#`) && one.name !== held?.column
      ).map((one) => one.name)
  );
  const beside = columns.filter((one) =>
    one !== own && !idle.includes(one.name)
  );
  return factLines([
    ["value", shownText(own.text)],
    ...(own.held === undefined ? [] : [heldFact(own.held)]),
    ...(beside.length === 0
      ? []
      : [["made from", ...columnLines(beside)] as Fact]),
  ]).concat(stands.flatMap((one) => standLines(one, "")));
}

function heldFact(
  held: NonNullable<RowTrace["columns"][0]["held"]> | null,
): Fact {
  if (held === null) return ["alternative", "none holds"];
  const { number, when } = held;
  return [
    "alternative",
    `number ${number + 1}: ${
      when === undefined ? "no other holds" : `${when} holds`
    }`,
  ];
}

function standLines(trace: RowTrace, indent: string): string[] {
  const { table, row, count, columns, stands } = trace;
  if (row === undefined) return [`${indent}stands on no row of ${table}`];
  const head = count === 1
    ? `${indent}stands on row ${row} of ${table}`
    : `${indent}reads ${grouped(count)} rows of ${table} from row ${row} on`;
  return [
    head,
    ...columnLines(columns).map((one) => `${indent}  ${one}`),
    ...stands.flatMap((one) => standLines(one, `${indent}  `)),
  ];
}

function columnLines(columns: RowTrace["columns"]): string[] {
  const names = columns.map(({ name }) => shownName(name));
  const width = Math.max(0, ...names.map(textWidth));
  return columns.map(({ text }, i) =>
    `${padText(names[i], width, "left")} = ${shownText(text)}`
  );
}

const MOST = 100;

function shownText(text: string | null): string {
  if (text === null) return "NULL";
  const cut = text.length > MOST ? `${text.slice(0, MOST)}…` : text;
  return JSON.stringify(cut);
}
