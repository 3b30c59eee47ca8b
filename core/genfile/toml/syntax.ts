// From the text of a Genfile to a tree of nodes with places. TOML itself is read by toml-eslint-parser.
import { type AST, ParseError } from "toml-eslint-parser";
import type { Literal } from "../../parameters.ts";
import { parseDate, parseTime, parseTimestamp } from "../../values/calendar.ts";
import { fillIn } from "./environment.ts";
import type { Problems } from "../problems.ts";
import { parseWithRepeats } from "./repeats.ts";
import type { SourceText } from "./source_text.ts";
import { reportSyntaxError } from "./syntax_error.ts";
import { placeInText } from "./text_place.ts";
import type { Entry, Node, TableNode, ValueNode } from "./tree.ts";

/** Nobody means this; it would exhaust the stack of whoever walks the tree. */
const MAX_DEPTH = 64;

/** 2^53: whole numbers are exact up to here. */
const MAX_INTEGER = 9007199254740992n;

/**
 * Reads TOML. What is wrong goes to `problems`; of a file that is no TOML nothing comes back.
 *
 * @param environment Variables for `${VAR}` in texts.
 */
export function readTree(
  source: SourceText,
  environment: Readonly<Record<string, string | undefined>>,
  problems: Problems,
): TableNode | undefined {
  try {
    const { program, repeats } = parseWithRepeats(source.text);
    return new Builder(source, environment, problems, repeats).build(program);
  } catch (error) {
    if (error instanceof ParseError) {
      reportSyntaxError(error, source, problems);
    } else if (error instanceof RangeError) { // the parser's stack is exhausted
      reportExhausted(source, problems);
    } else {
      throw error;
    }
    return undefined;
  }
}

/** The parser takes so many characters of a text onto its stack, on every engine. */
const LONG = 30_000;

/** Tells what was too much for the parser: a very long text, or depth. */
function reportExhausted(source: SourceText, problems: Problems): void {
  let at = 0;
  let longest = { at: 0, length: 0 };
  for (const { length } of source.text.split("\n")) {
    if (length > longest.length) longest = { at, length };
    at += length + 1;
  }
  if (longest.length > LONG && /["'][^"']{30000}/.test(source.text)) {
    problems.error(
      source.place(longest.at, longest.at + 1),
      "a text is too long to be read",
      `put it into a file: [dict.NAME] with file = "….txt", and { dict = "NAME" }`,
    );
    return;
  }
  problems.error(undefined, "the file is nested too deeply");
}

class Builder {
  readonly #source: SourceText;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #problems: Problems;
  readonly #repeats: ReadonlyMap<number, string>;

  constructor(
    source: SourceText,
    environment: Readonly<Record<string, string | undefined>>,
    problems: Problems,
    repeats: ReadonlyMap<number, string>,
  ) {
    this.#source = source;
    this.#environment = environment;
    this.#problems = problems;
    this.#repeats = repeats;
  }

  build(program: AST.TOMLProgram): TableNode {
    const root: TableNode = {
      kind: "table",
      entries: new Map(),
      place: this.#source.place(0, 0),
    };
    for (const statement of program.body[0].body) {
      if (statement.type === "TOMLKeyValue") {
        this.#assign(root, statement, 0);
        continue;
      }
      const table = this.#open(root, statement);
      if (table === undefined) continue;
      for (const pair of statement.body) this.#assign(table, pair, 0);
    }
    return root;
  }

  /** The table that `[a.b]` or `[[a.b]]` begins or goes on with. */
  #open(root: TableNode, header: AST.TOMLTable): TableNode | undefined {
    const { keys } = header.key;
    const parent = this.#walk(root, keys);
    if (parent === undefined) return undefined;
    const last = keys[keys.length - 1];
    if (this.#isRepeat(parent, last, keys)) return undefined;
    const place = this.#source.place(...header.key.range);
    if (header.kind === "standard") return this.#subtable(parent, last, place);
    const entry = this.#entry(parent, last, () => ({
      kind: "list",
      items: [],
      place,
    }));
    if (entry.value.kind !== "list") return undefined;
    const table: TableNode = { kind: "table", entries: new Map(), place };
    entry.value.items.push(table);
    return table;
  }

  #assign(table: TableNode, pair: AST.TOMLKeyValue, depth: number): void {
    const { keys } = pair.key;
    const parent = this.#walk(table, keys);
    const last = keys[keys.length - 1];
    if (parent === undefined || this.#isRepeat(parent, last, keys)) return;
    this.#entry(parent, last, () => this.#content(pair.value, depth));
  }

  /** Goes down along all keys but the last. */
  #walk(from: TableNode, keys: AST.TOMLKey["keys"]): TableNode | undefined {
    let table: TableNode | undefined = from;
    for (const key of keys.slice(0, -1)) {
      if (this.#isRepeat(table, key, keys)) return undefined;
      table = this.#subtable(table, key, this.#source.place(...key.range));
      if (table === undefined) return undefined;
    }
    return table;
  }

  #subtable(
    parent: TableNode,
    key: Key,
    place: TableNode["place"],
  ): TableNode | undefined {
    const { value } = this.#entry(parent, key, () => ({
      kind: "table",
      entries: new Map(),
      place,
    }));
    const node = value.kind === "list" ? value.items.at(-1) : value;
    return node?.kind === "table" ? node : undefined;
  }

  #entry(parent: TableNode, key: Key, make: () => Node): Entry {
    const name = key.type === "TOMLBare" ? key.name : key.value;
    const there = parent.entries.get(name);
    if (there !== undefined) return there;
    const place = this.#source.place(...key.range);
    const entry: Entry = { name, place, value: make() };
    parent.entries.set(name, entry);
    return entry;
  }

  /** Reports a key that stands in the file for the second time. */
  #isRepeat(parent: TableNode, key: Key, keys: Key[]): boolean {
    const name = this.#repeats.get(key.range[0]);
    if (name === undefined) return false;
    const path = keys.slice(0, keys.indexOf(key)).map((one) =>
      one.type === "TOMLBare" ? one.name : one.value
    );
    const first = parent.entries.get(name);
    this.#problems.error(
      this.#source.place(...key.range),
      `duplicate key "${[...path, name].join(".")}"`,
      first === undefined ? undefined : `first in line ${first.place.line}`,
    );
    return true;
  }

  #content(node: AST.TOMLContentNode, depth: number): Node {
    const place = this.#source.place(...node.range);
    if (depth > MAX_DEPTH) {
      this.#problems.error(
        place,
        "the value is nested too deeply",
        `there are at most ${MAX_DEPTH} levels`,
      );
      return { kind: "broken", place };
    }
    switch (node.type) {
      case "TOMLArray":
        return {
          kind: "list",
          items: node.elements.map((item) => this.#content(item, depth + 1)),
          place,
        };
      case "TOMLInlineTable": {
        const table: TableNode = { kind: "table", entries: new Map(), place };
        for (const pair of node.body) this.#assign(table, pair, depth + 1);
        return table;
      }
      case "TOMLValue":
        return this.#value(node, place);
    }
  }

  #value(node: AST.TOMLValue, place: ValueNode["place"]): Node {
    const plain = (literal: Literal): ValueNode => ({
      kind: "value",
      literal,
      place,
      fromEnvironment: false,
    });
    const broken = (message: string, hint?: string): Node => {
      this.#problems.error(place, message, hint);
      return { kind: "broken", place };
    };
    switch (node.kind) {
      case "boolean":
        return plain({ kind: "bool", value: node.value });
      case "integer": {
        const { bigint } = node;
        if (bigint > MAX_INTEGER || bigint < -MAX_INTEGER) {
          return broken(
            `${bigint} is beyond 2^53`,
            "whole numbers are exact up to 9007199254740992",
          );
        }
        return plain({
          kind: "int",
          value: Number(bigint),
          text: String(bigint),
        });
      }
      case "float":
        if (!Number.isFinite(node.value)) {
          return broken(
            `${node.number} is no number that can be written`,
            "a text stands in quotes",
          );
        }
        return plain({ kind: "float", value: node.value, text: node.number });
      case "string":
        return this.#text(node, place);
      default: {
        const literal = timeLiteral(node.datetime);
        return literal === undefined
          ? broken(
            `no such date or time: ${node.datetime}`,
            "years go from 0001 to 9999, seconds to 59",
          )
          : plain(literal);
      }
    }
  }

  #text(node: AST.TOMLStringValue, place: ValueNode["place"]): Node {
    const filled = fillIn(node.value, this.#environment);
    const stretch = (start: number, length: number) =>
      placeInText(this.#source, node.range, start, length) ?? place;
    if ("message" in filled) {
      const { start, length, message, hint } = filled;
      this.#problems.error(stretch(start, length), message, hint);
      return { kind: "broken", place };
    }
    return {
      kind: "value",
      literal: { kind: "text", value: filled.text },
      place,
      fromEnvironment: filled.whole,
      ...(!filled.changed && { stretch }),
    };
  }
}

type Key = AST.TOMLBare | AST.TOMLQuoted;

/** A day, a time or a timestamp as TOML or ISO 8601 writes them. */
export function timeLiteral(text: string): Literal | undefined {
  const date = parseDate(text);
  if (date !== undefined) return { kind: "date", value: date, text };
  const time = parseTime(text);
  if (time !== undefined) return { kind: "time", ...time, text };
  const timestamp = parseTimestamp(text);
  return timestamp === undefined
    ? undefined
    : { kind: "timestamp", ...timestamp, text };
}
