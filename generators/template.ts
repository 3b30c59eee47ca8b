// Texts put together from literal text and the row's other columns.
import { generator, type Scope } from "../core/generator.ts";
import { required } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { didYouMean } from "../core/values/nearest.ts";
import { compileParts } from "./template/_compile.ts";
import { FILTERS, parseTemplate, WORDS } from "./template/_parse.ts";

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
  prepare({ template }, site) {
    const { parts, plain, written } = compileParts(
      parseTemplate(template).parts,
      site,
    );
    return {
      storage: "slices",
      plain,
      parts: written,
      fill(record, out) {
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
