// Reads bounds of ranges, which may follow the row, and the steps between them.
import type { Bound, Literal } from "../../parameters.ts";
import { parseInterval } from "../../values/interval.ts";
import { didYouMean } from "../../values/nearest.ts";
import { plainName, readExpression } from "../expressions.ts";
import type { Problems } from "../problems.ts";
import { literalOf, unexpected } from "../scalars.ts";
import { timeLiteral } from "../toml/syntax.ts";
import type { Node } from "../toml/tree.ts";

export function readStep(
  problems: Problems,
  name: string,
  node: Node,
): Literal | undefined {
  const literal = literalOf(node);
  if (literal?.kind === "int" || literal?.kind === "float") return literal;
  const text = literal?.kind === "text" ? literal.value : undefined;
  const interval = text === undefined ? undefined : parseInterval(text);
  if (interval !== undefined) {
    return { kind: "interval", ...interval, text: text! };
  }
  return unexpected(
    problems,
    name,
    node,
    `a number or a length of time such as "10s"`,
  );
}

export function readBound(
  problems: Problems,
  name: string,
  node: Node,
  columns: ReadonlySet<string>,
): Bound | undefined {
  const literal = literalOf(node);
  if (literal === undefined || literal.kind === "bool") {
    return unexpected(problems, name, node, "a number, a date or a column");
  }
  if (literal.kind !== "text") return { literal };
  const text = literal.value.trim();
  if (text === "now" || text === "run.now") return { now: true };
  const time = timeLiteral(text);
  if (time !== undefined) return { literal: time };
  if (columns.has(text)) return { column: text };
  const interval = parseInterval(text);
  if (interval !== undefined) {
    return { literal: { kind: "interval", ...interval, text } };
  }
  if (
    /^(?:\d{4}-\d\d(?:-\d\d(?:[T ][\d:.]*)?)?|\d{1,2}:\d\d[\d:.]*)$/.test(text)
  ) {
    problems.error(
      node.place,
      `no such date or time: ${text}`,
      "expected one such as 2026-02-28, 23:59:59 or 2026-02-28T23:59:59Z",
    );
    return undefined;
  }
  if (
    /^\d{1,4}([/.])\d{1,2}\1\d{1,4}$|^\d{4,6}-\d{1,2}-\d{1,2}$/.test(text)
  ) {
    problems.error(
      node.place,
      `${name} is "${text}"`,
      "dates are written year-month-day: 2026-01-31",
    );
    return undefined;
  }
  const expression = readExpression(problems, name, node, true);
  if (expression === undefined) return undefined;
  const unknown = plainName(expression);
  if (unknown === undefined || unknown === "row") return { expression };
  problems.error(
    node.place,
    `unknown column "${unknown}"`,
    didYouMean(unknown, columns),
  );
  return undefined;
}
