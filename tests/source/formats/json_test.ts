// JSON byte by byte.
import { assertEquals } from "@std/assert";
import { valueType } from "../../../core/value_type.ts";
import { json } from "../../../source/formats/json.ts";
import { ndjson } from "../../../source/formats/ndjson.ts";
import { fileOf, textOf } from "./_written.ts";
import { type Sample, textSample } from "./_sample.ts";

Deno.test("json of one table is an array, of several an object of arrays", () => {
  const one = textSample(["a", null]);
  const none = { ...textSample([]), name: "empty" };
  assertEquals(
    textOf(fileOf(json, [one])),
    '[\n{"note":"a"},\n{"note":null}\n]\n',
  );
  assertEquals(textOf(fileOf(json, [none])), "[\n]\n");
  assertEquals(
    textOf(fileOf(json, [one, none])),
    '{\n"t": [\n{"note":"a"},\n{"note":null}\n],\n"empty": [\n]\n}\n',
  );
});

Deno.test("json spells control characters, quotes and backslashes, and nothing else", () => {
  const text = '\0\b\f\n\r\t\x1f "\\/\x7f\u2028é🙂';
  assertEquals(
    textOf(fileOf(ndjson, [textSample([text])])),
    '{"note":"\\u0000\\b\\f\\n\\r\\t\\u001f \\"\\\\/\x7f\u2028é🙂"}\n',
  );
});

Deno.test("json writes decimals with all their digits and integers exactly", () => {
  const sample: Sample = {
    name: "t",
    rows: 1,
    columns: [
      {
        shape: {
          name: "n",
          type: valueType("int"),
          storage: "numbers",
          plain: false,
        },
        texts: [""],
        numbers: [-9007199254740991],
      },
      {
        shape: {
          name: "d",
          type: valueType("decimal", { scale: 3 }),
          storage: "numbers",
          plain: false,
        },
        texts: [""],
        numbers: [-12500],
      },
    ],
  };
  assertEquals(
    textOf(fileOf(ndjson, [sample])),
    '{"n":-9007199254740991,"d":-12.500}\n',
  );
});
