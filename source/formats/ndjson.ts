// NDJSON: a JSON object a line.
import type { Format } from "../../core/format.ts";
import { bytesOf } from "./cells.ts";
import { memberCells } from "./json_object.ts";

export const ndjson: Format = {
  name: "ndjson",
  extension: "ndjson",
  summary: "A JSON object a line",
  options: {},
  manyTables: false,
  frame() {
    const nothing = new Uint8Array(0);
    return {
      prologue: nothing,
      epilogue: nothing,
      resume: { cut: nothing, join: nothing },
    };
  },
  layout(_table, columns) {
    const begin = bytesOf("{");
    const end = bytesOf("}\n");
    return {
      group: Infinity,
      first: begin,
      next: begin,
      end,
      close: end,
      cells: memberCells(columns),
    };
  },
};
