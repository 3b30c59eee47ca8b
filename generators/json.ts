// JSON objects of columns that see the row.
import { generator } from "../core/generator.ts";
import { required } from "../core/parameters.ts";
import { valueType } from "../core/value_type.ts";
import { showTexts } from "./_json.ts";

export const json = generator({
  name: "json",
  group: "structured",
  summary: "JSON objects, which may hold others and arrays",
  example:
    `{ gen = "json", columns = { id = "uuid", name = "person.full_name" } }`,
  params: {
    columns: required(
      "inners",
      "The members by their keys: each a column, which sees the row's",
    ),
  },
  type: () => valueType("json"),
  prepare({ columns }, site) {
    const members = columns.map(({ key, column }, i) => ({
      before: `${i === 0 ? "{" : ","}${JSON.stringify(key)}:`,
      column: site.reader(column),
    }));
    const texts = site.json(members, members.length === 0 ? "{}" : "}");
    return {
      storage: "slices",
      fill: (record, out) => showTexts(texts, record, out),
    };
  },
});
