// JSON: an array of objects, or, for several tables in a file, an object of such arrays by the tables' names.
import type { Format } from "../../core/format.ts";
import { bytesOf } from "./cells.ts";
import { memberCells } from "./json_object.ts";

export const json: Format = {
  name: "json",
  extension: "json",
  summary: "An array of JSON objects; several tables are an object of arrays",
  options: {},
  manyTables: true,
  frame({ name, index, count }) {
    if (count === 1) {
      return {
        prologue: bytesOf("["),
        epilogue: bytesOf("\n]\n"),
        resume: { cut: bytesOf("\n]\n"), join: bytesOf(",") },
      };
    }
    const isLast = index === count - 1;
    return {
      prologue: bytesOf(
        `${index === 0 ? "{\n" : ""}${JSON.stringify(name)}: [`,
      ),
      epilogue: bytesOf(isLast ? "\n]\n}\n" : "\n],\n"),
    };
  },
  layout(_table, columns) {
    const end = bytesOf("}");
    return {
      group: Infinity,
      first: bytesOf("\n{"),
      next: bytesOf(",\n{"),
      end,
      close: end,
      cells: memberCells(columns),
    };
  },
};
