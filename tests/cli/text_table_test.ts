import { assertEquals } from "@std/assert";
import { textTable } from "../../cli/text_table.ts";

const COLUMNS = [{ title: "id", right: true }, { title: "name", right: false }];

Deno.test("columns are as wide as their widest cell, numbers at the right", () => {
  assertEquals(textTable(COLUMNS, [["1", "Ana"], ["100", "B"]]), [
    " id  name",
    "───  ────",
    "  1  Ana",
    "100  B",
  ]);
});

Deno.test("wide characters take two columns", () => {
  const columns = [COLUMNS[1], COLUMNS[0]];
  assertEquals(textTable(columns, [["日本", "1"], ["é", "22"]]), [
    "name  id",
    "────  ──",
    "日本   1",
    "é     22",
  ]);
});

Deno.test("control characters and direction marks are spelled out", () => {
  const lines = textTable([COLUMNS[1]], [["a\nb\t\x1b[31m\u202ex\0"]]);
  assertEquals(lines[2], "a\\nb\\t\\u{1b}[31m\\u{202e}x\\u{0}");
});

Deno.test("long cells are cut", () => {
  const lines = textTable([COLUMNS[1]], [["x".repeat(61)], ["日".repeat(31)]]);
  assertEquals(lines[2], "x".repeat(59) + "…");
  assertEquals(lines[3], "日".repeat(29) + "…");
});

Deno.test("paint is given padded cells", () => {
  const lines = textTable(
    COLUMNS,
    [["1", "Ana"]],
    {
      paint: (cell, column, row) =>
        row === 0 && column === 0 ? `<${cell}>` : cell,
    },
  );
  assertEquals(lines[2], "< 1>  Ana");
});

Deno.test("a table wider than the terminal is broken, the first column repeated", () => {
  const columns = ["row", "aaaa", "bbbb", "cccc"].map((title) => ({
    title,
    right: false,
  }));
  assertEquals(textTable(columns, [["1", "2", "3", "4"]], { width: 15 }), [
    "row  aaaa  bbbb",
    "───  ────  ────",
    "1    2     3",
    "",
    "row  cccc",
    "───  ────",
    "1    4",
  ]);
  assertEquals(
    textTable(columns, [["1", "2", "3", "4"]], { width: 1 }).length,
    11,
  );
});
