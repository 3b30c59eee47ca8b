// Makes the parts of a template ready: columns found, filters applied where that is needed once only.
import type {
  ColumnReader,
  Site,
  Strings,
  TextParts,
} from "../../core/generator.ts";
import { valueType } from "../../core/value_type.ts";
import { formatTimestamp } from "../../core/values/calendar.ts";
import { isPlain, isPlainText } from "../../core/values/plain.ts";
import { Vector } from "../../core/values/vector.ts";
import { hexReader } from "./_hex.ts";
import { filteredPart } from "./_filtered.ts";
import { filterEntries, surroundEntries } from "./_entries.ts";
import { compileFilters } from "./_filters.ts";
import { numberWriter, paddedWriter } from "./_numbers.ts";
import type { Filter, TemplatePart, Word } from "./_parse.ts";
import {
  entriesPart,
  literalPart,
  numbersPart,
  slicesPart,
  type TextPart,
  uuidPart,
} from "./_parts.ts";

/** Literals become part of the entries beside them, unless the dictionary is larger than this. */
const MAX_FOLDED = 65536;

/** A part on the way: literals and entries may still merge. */
type Piece =
  | { literal: string }
  | { source: ColumnReader; entries: Strings }
  | { part: TextPart; plain: boolean; digits?: boolean };

/** A template made ready. */
export interface CompiledTemplate {
  /** Made when first asked for: a format that writes parts by itself does not need them. */
  parts(): TextPart[];
  /** Whether the whole text is never empty and needs no quotes or escapes in any format. */
  plain: boolean;
  /** The same parts for a format to write, where it can. */
  written: TextParts | undefined;
}

export function compileParts(
  parts: readonly TemplatePart[],
  site: Site,
): CompiledTemplate {
  const pieces = parts.map((part) => compilePart(part, site));
  const plain = pieces.length > 0 &&
    pieces.every((piece, i) =>
      isPlainPiece(piece, i === 0, i === pieces.length - 1)
    );
  const merged = mergeLiterals(pieces);
  let made: TextPart[] | undefined;
  return {
    parts: () => made ??= merged.map(textPart),
    plain,
    written: plain && !site.type.nullable ? writtenParts(merged) : undefined,
  };
}

function textPart(piece: Piece): TextPart {
  if ("literal" in piece) return literalPart(piece.literal);
  if ("entries" in piece) return entriesPart(piece.source, piece.entries);
  return piece.part;
}

/** The pieces as a format can write them; undefined where one is more than an entry or the digits of an integer. */
function writtenParts(pieces: readonly Piece[]): TextParts | undefined {
  const parts: TextParts["parts"] = [];
  let literal = "";
  for (const piece of pieces) {
    if ("literal" in piece) {
      literal += piece.literal;
    } else if ("entries" in piece) {
      const { source, entries } = piece;
      parts.push({ before: literal, source, strings: entries });
      literal = "";
    } else if (piece.digits) {
      parts.push({ before: literal, source: piece.part.source! });
      literal = "";
    } else {
      return undefined;
    }
  }
  return parts.length === 0 ? undefined : { parts, after: literal };
}

function isPlainPiece(piece: Piece, first: boolean, last: boolean): boolean {
  if ("entries" in piece) return isPlain(piece.entries);
  if ("part" in piece) return piece.plain;
  // Spaces matter at the ends of the whole text only.
  return isPlainText(`${first ? "" : "x"}${piece.literal}${last ? "" : "x"}`);
}

function compilePart(part: TemplatePart, site: Site): Piece {
  switch (part.kind) {
    case "literal":
      return { literal: part.text };
    case "word":
      return compileWord(part.word, part.filters, site);
    case "column":
      return compileColumn(site.reader(part.column), part.filters);
  }
}

function compileWord(
  word: Word,
  filters: readonly Filter[],
  site: Site,
): Piece {
  if (word === "row") return compileColumn(rowReader(), filters);
  const change = compileFilters(filters);
  switch (word) {
    case "run.now":
      return {
        literal: change(
          site.now % 1000 === 0
            ? formatTimestamp(site.now / 1000, 0)
            : formatTimestamp(site.now, 3),
        ),
      };
    case "run.epoch":
      return { literal: change(String(Math.floor(site.now / 1000))) };
    case "run.seed":
      return { literal: change(site.seed) };
  }
}

/** The number of the row, read as if it were a column. */
function rowReader(): ColumnReader {
  const vector = new Vector();
  return {
    type: valueType("int"),
    prepared: { storage: "numbers", fill: () => {} },
    read({ rows }) {
      vector.numbers = rows.numbers;
      return vector;
    },
  };
}

function compileColumn(
  source: ColumnReader,
  filters: readonly Filter[],
): Piece {
  if (source.type.kind === "bytes") {
    return compileColumn(hexReader(source), filters);
  }
  const { storage, strings } = source.prepared;
  if (strings !== undefined) {
    const entries = filters.length === 0
      ? strings
      : filterEntries(strings, filters);
    return { source, entries };
  }
  const [filter] = filters;
  if (filters.length === 0) {
    if (storage === "slices") {
      return {
        part: slicesPart(source),
        plain: source.prepared.plain ?? false,
      };
    }
    if (storage === "words") return { part: uuidPart(source), plain: true };
    const writer = numberWriter(source.type);
    const digits = source.type.kind === "int";
    return { part: numbersPart(source, writer), plain: true, digits };
  }
  if (
    source.type.kind === "int" && filters.length === 1 && filter.name === "pad"
  ) {
    const writer = paddedWriter(filter.width);
    return { part: numbersPart(source, writer), plain: true };
  }
  return { part: filteredPart(source, filters), plain: false };
}

/** Joins literals with each other, and then with the entries before or after them: there they cost nothing. */
function mergeLiterals(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if ("literal" in piece && last !== undefined) {
      if ("literal" in last) {
        merged[merged.length - 1] = { literal: last.literal + piece.literal };
        continue;
      }
      if ("entries" in last && last.entries.size <= MAX_FOLDED) {
        merged[merged.length - 1] = append(last, piece.literal);
        continue;
      }
    }
    if (
      "entries" in piece && piece.entries.size <= MAX_FOLDED &&
      last !== undefined && "literal" in last
    ) {
      const { source, entries } = piece;
      const { literal } = last;
      merged[merged.length - 1] = {
        source,
        entries: surroundEntries(literal, entries, ""),
      };
      continue;
    }
    merged.push(piece);
  }
  return merged;
}

function append(
  piece: { source: ColumnReader; entries: Strings },
  literal: string,
): Piece {
  return {
    source: piece.source,
    entries: surroundEntries("", piece.entries, literal),
  };
}
