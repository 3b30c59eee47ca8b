// A Genfile as a tree of nodes that know their places. Names are plain texts in Maps, so that `__proto__` is a name like any other.
import type { Place } from "../diagnostic.ts";
import type { Literal } from "../parameters.ts";

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

const NAMES: Record<Literal["kind"], string> = {
  int: "a whole number",
  float: "a number",
  bool: "true or false",
  text: "text",
  date: "a date",
  time: "a time of day",
  timestamp: "a timestamp",
};

export function describeLiteral(literal: Literal): string {
  return literal.kind === "bool" ? String(literal.value) : NAMES[literal.kind];
}
