// A Genfile as a tree of nodes that know their places. Names are plain texts in Maps, so that `__proto__` is a name like any other.
import type { Place } from "../../diagnostic.ts";
import type { Literal } from "../../parameters.ts";

export type Node = ValueNode | ListNode | TableNode | BrokenNode;

export interface ValueNode {
  kind: "value";
  literal: Literal;
  place: Place;
  /** A text that was all `${…}`: it may stand for a number, a boolean or a date. */
  fromEnvironment: boolean;
  /** Text: the place of a stretch of the value, in UTF-16 units; undefined where it does not stand in the file as it is. */
  stretch?(start: number, length: number): Place;
}

export interface ListNode {
  kind: "list";
  items: Node[];
  place: Place;
}

export interface TableNode {
  kind: "table";
  entries: Map<string, Entry>;
  place: Place;
}

/** A value that is wrong in itself and has been reported. */
export interface BrokenNode {
  kind: "broken";
  place: Place;
}

export interface Entry {
  name: string;
  /** Where the name stands. */
  place: Place;
  value: Node;
}

/** Whether something in a node is wrong in itself, and has been reported. */
export function isBroken(node: Node): boolean {
  switch (node.kind) {
    case "value":
      return false;
    case "broken":
      return true;
    case "list":
      return node.items.some(isBroken);
    case "table":
      return [...node.entries.values()].some(({ value }) => isBroken(value));
  }
}

/** What a node is called in messages. */
export function describe(node: Node): string {
  switch (node.kind) {
    case "list":
      return "a list";
    case "table":
      return "a table";
    case "broken":
      return "wrong";
    case "value":
      return describeLiteral(node.literal);
  }
}

/** Texts longer than this say nothing in a message. */
const MAX_QUOTED = 40;

function describeLiteral(literal: Literal): string {
  if (literal.kind === "bool") return String(literal.value);
  if (literal.kind !== "text") return literal.text;
  return literal.value.length > MAX_QUOTED ? "text" : `"${literal.value}"`;
}

const KINDS: Record<Literal["kind"], string> = {
  int: "a number",
  float: "a number",
  bool: "true or false",
  text: "text",
  date: "a date",
  time: "a time of day",
  timestamp: "a timestamp",
  interval: "a length of time",
};

/** What a kind of literal is called in messages. */
export function kindOfLiteral({ kind }: Literal): string {
  return KINDS[kind];
}
