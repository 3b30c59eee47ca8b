// Functions of texts.
import { expressionType } from "../expression.ts";
import { parseFormat } from "../format.ts";
import { written } from "../convert.ts";
import { ExpressionProblem } from "../problem.ts";
import {
  type FunctionEntry,
  intAt,
  refuse,
  step,
  textAt,
  writtenInt,
  writtenText,
} from "./entry.ts";

const MOST_PADDED = 1000;

export const texts: FunctionEntry[] = [
  changed("lower", "The text in lower case"),
  changed("upper", "The text in upper case"),
  changed(
    "title",
    "The first letter of each word in upper case, the rest in lower case",
  ),
  changed("trim", "The text without white space at its ends"),
  changed("slug", "The text as part of an address: jose-da-silva"),
  {
    name: "len",
    form: "len(text)",
    summary: "The number of characters",
    count: [1, 1],
    type: (call) => step("len", [textAt(call, 0)], { kind: "int", min: 0 }),
  },
  {
    name: "substr",
    form: "substr(text, start, length)",
    summary:
      "Characters from `start` on (the first is 0; below 0 counts from the end), all or `length` of them",
    count: [2, 3],
    type: (call) =>
      step(
        "substr",
        [
          textAt(call, 0),
          intAt(call, 1),
          ...(call.args.length > 2 ? [intAt(call, 2)] : []),
        ],
        { kind: "text" },
      ),
  },
  {
    name: "replace",
    form: "replace(text, what, by)",
    summary: "The text with every occurrence of a part replaced",
    count: [3, 3],
    type: (call) =>
      step("replace", [0, 1, 2].map((i) => textAt(call, i)), { kind: "text" }),
  },
  {
    name: "concat",
    form: "concat(a, b, …)",
    summary: "All values as one text, written as in a template",
    count: [1, Infinity],
    type: ({ args }) => step("concat", args.map(anyText), { kind: "text" }),
  },
  {
    name: "join",
    form: "join(separator, a, b, …)",
    summary:
      "All values that are not NULL as one text, with the separator between",
    count: [2, Infinity],
    type(call) {
      const separator = textAt(call, 0);
      const rest = call.args.slice(1).map(anyText);
      return step("join", [separator, ...rest], {
        kind: "text",
        nullable: separator.type.nullable,
      });
    },
  },
  {
    name: "pad",
    form: "pad(x, width, fill)",
    summary:
      "The value as a text of at least so many characters, filled up in front with zeros or with another character",
    count: [2, 3],
    type(call) {
      const text = anyText(call.args[0]);
      const width = writtenInt(call, 1, 1, MOST_PADDED);
      const fill = call.args.length > 2
        ? writtenText(call, 2, "a character in quotes")
        : "0";
      if ([...fill].length !== 1) refuse(call, 2, "one character in quotes");
      return step("pad", [text], { kind: "text" }, {
        value: `${width} ${fill}`,
      });
    },
  },
  found("starts_with", "start", "Whether the text begins with the other"),
  found("ends_with", "end", "Whether the text ends with the other"),
  found("contains", "part", "Whether the other stands in the text"),
  {
    name: "format",
    form: `format("%05d: %s", a, b)`,
    summary:
      "The pattern with the values in it: `%s` any value, `%d` a whole number, `%05d` with zeros in front, `%.2f` a number with so many digits, `%%` the sign",
    count: [1, Infinity],
    type(call) {
      const pattern = writtenText(call, 0, "a pattern in quotes");
      const { pieces, problem } = parseFormat(pattern);
      if (problem !== undefined) {
        throw new ExpressionProblem(problem, call.form, call.stretches[0]);
      }
      const wanted = pieces.filter((piece) => piece.kind !== "text").length;
      const given = call.args.length - 1;
      if (wanted !== given) {
        throw new ExpressionProblem(
          `the pattern has room for ${wanted}, and ${given} ${
            given === 1 ? "is" : "are"
          } given`,
          call.form,
          call.at,
        );
      }
      let i = 0;
      const parts = pieces.map((piece) => {
        if (piece.kind === "text") {
          return {
            op: "constant",
            type: expressionType("text"),
            args: [],
            value: piece.text,
          };
        }
        return piece.make(call, ++i);
      });
      return step("concat", parts, { kind: "text" });
    },
  },
];

function anyText(
  node: Parameters<typeof written>[0],
): ReturnType<typeof written> {
  return node.type.kind === "null"
    ? { ...node, type: expressionType("text", { nullable: true }) }
    : written(node);
}

function changed(name: string, summary: string): FunctionEntry {
  return {
    name,
    form: `${name}(text)`,
    summary,
    count: [1, 1],
    type: (call) => step(name, [textAt(call, 0)], { kind: "text" }),
  };
}

function found(name: string, part: string, summary: string): FunctionEntry {
  return {
    name,
    form: `${name}(text, ${part})`,
    summary,
    count: [2, 2],
    type: (call) =>
      step(name, [textAt(call, 0), textAt(call, 1)], { kind: "bool" }),
  };
}
