// Cells for eyes.
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { cellText } from "../../../source/formats/text.ts";
import { expectedRows, vectorOf } from "./_written.ts";
import { sample } from "./_sample.ts";

Deno.test("a cell's text is its value without quotes and escapes, and null where it is NULL", () => {
  fc.assert(fc.property(sample({ nul: true }), (sample) => {
    const texts = Array.from(
      { length: sample.rows },
      (_, row) =>
        sample.columns.map((column) =>
          cellText(column.shape, vectorOf(column, row, row + 1), 0)
        ),
    );
    assertEquals(texts, expectedRows(sample));
  }));
});
