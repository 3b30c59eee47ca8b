// Texts put together from literal text and the row's other columns.
import { generator, type Scope } from "../core/generator.ts";
import { required } from "../core/parameters.ts";
import { type ValueType, valueType } from "../core/value_type.ts";
import { didYouMean } from "../core/values/nearest.ts";
import {
  isTold,
  literalPiece,
  type Piece,
  valuePiece,
} from "../core/values/pieces.ts";
import { compileParts } from "./template/_compile.ts";
import {
  FILTERS,
  parseTemplate,
  type TemplatePart,
  WORDS,
} from "./template/_parse.ts";

const SLUG: Piece = {
  alphabet: new Set("abcdefghijklmnopqrstuvwxyz0123456789-"),
};

export const template = generator({
  name: "template",
  group: "text",
  summary: "Texts put together from other columns of the row",
  example: `{ template = "ROW-{row|pad:6}" }`,
  main: "template",
  params: {
    template: required(
      "text",
      `The text: {column}, {column|filter|filter}, {${WORDS.join("}, {")}}, ` +
        `{{ and }} for braces; filters: ${FILTERS.join(", ")} (pad:6)`,
    ),
  },
  readsClock: ({ template }) =>
    parseTemplate(template).parts.some((part) =>
      part.kind === "word" &&
      (part.word === "run.now" || part.word === "run.epoch")
    ),
  type: ({ template }, scope) =>
    valueType("text", {
      nullable: columnsOf(template).some((column) =>
        scope.column(column)?.nullable ?? false
      ),
    }),
  check({ template }, scope, report) {
    const { parts, problems } = parseTemplate(template);
    for (const { message, hint, at } of problems) {
      report("template", message, hint, at);
    }
    for (const part of parts) {
      if (part.kind !== "column" || isKnown(part.column, scope)) continue;
      report(
        "template",
        `unknown column "${part.column}"`,
        didYouMean(part.column, [...scope.columns(), ...WORDS]) ??
          `table "${scope.table}" has none of that name`,
        part.at,
      );
    }
  },
  reads: ({ template }) => columnsOf(template),
  unique: ({ template }, scope) =>
    isTold(parseTemplate(template).parts.map((part) => pieceOf(part, scope))),
  prepare({ template }, site) {
    const { parts: partsOf, plain, written } = compileParts(
      parseTemplate(template).parts,
      site,
    );
    return {
      storage: "slices",
      plain,
      parts: written,
      fill(record, out) {
        const parts = partsOf();
        const { count } = record.rows;
        const { starts, ends, nulls } = out;
        for (const { source } of parts) {
          if (source === undefined) continue;
          const read = source.read(record);
          if (!source.type.nullable) continue;
          for (let i = 0; i < count; i++) nulls[i] |= read.nulls[i];
        }
        // Each text gets all the room that it may need, so that parts can be written one after another.
        let fixed = 0;
        for (const part of parts) fixed += part.maxBytes;
        ends.fill(fixed, 0, count);
        for (const part of parts) part.addRoom?.(record, nulls, ends);
        let total = 0;
        for (let i = 0; i < count; i++) {
          const room = ends[i];
          starts[i] = ends[i] = total;
          total += room;
        }
        const bytes = out.reserve(total);
        for (const part of parts) part.write(record, nulls, bytes, ends);
      },
    };
  },
});

function isKnown(column: string, scope: Scope): boolean {
  return scope.columns().includes(column);
}

function columnsOf(template: string): string[] {
  return parseTemplate(template).parts.flatMap((part) =>
    part.kind === "column" ? [part.column] : []
  );
}

/** A part as what can be told of its text. */
function pieceOf(part: TemplatePart, scope: Scope): Piece {
  if (part.kind === "literal") return literalPiece(part.text);
  // The same in all rows of a run.
  if (part.kind === "word" && part.word !== "row") return { width: 0 };
  const [filter, ...more] = part.filters;
  if (filter?.name === "slug" && more.length === 0) return SLUG;
  const type = part.kind === "column"
    ? endedType(part.column, scope)
    : valueType("int", { min: 0, max: (scope.rows(scope.table) ?? 1) - 1 });
  if (type === undefined || more.length > 0) return {};
  const unique = part.kind === "column" ? scope.isUnique(part.column) : true;
  if (filter === undefined) return valuePiece(type, unique);
  // Zeros before a number say nothing; before other texts they might.
  return filter.name === "pad" && type.kind === "int"
    ? valuePiece(type, unique, filter.width)
    : {};
}

/** A column's type with the ends that its values have in this table. */
function endedType(name: string, scope: Scope): ValueType | undefined {
  const type = scope.column(name);
  if (type === undefined) return undefined;
  const { min, max } = scope.ends(name);
  return { ...type, min: type.min ?? min, max: type.max ?? max };
}
