// Templates and expressions that are unique because a unique column can be told from them, and those that may not be.
import { assertEquals } from "@std/assert";
import { reports, Tables } from "./_tables.ts";

function tableWith(column: string): string {
  return `
[table.t]
rows = 1200
[table.t.columns]
id = "sequence"
n = { gen = "int", min = -700, max = 700, unique = true }
m = { gen = "int", min = 1000, max = 9999, unique = true }
d = { gen = "decimal", max = 9999, unique = true }
u = "uuid"
day = { gen = "date", from = 2000-01-01, to = 2003-12-31, unique = true }
word = { gen = "string", length = 4, unique = true }
k = { gen = "int", min = 1, max = 99 }
name = "person.last_name"
first = "person.first_name"
c = ${column.replace(/\}$/, ", unique = true }")}
`;
}

const TOLD = [
  `{ template = "{id}" }`,
  `{ template = "{first|slug}.{name|slug}.{id}@example.com" }`,
  `{ template = "{name} {u}" }`,
  `{ template = "{u}{name}" }`,
  `{ template = "{name}{m}" }`,
  `{ template = "{id|pad:6}{name}" }`,
  `{ template = "{id}-{name}" }`,
  `{ template = "{name|slug}#{n}" }`,
  `{ template = "{name}/{id}/x" }`,
  `{ template = "{name}{row|pad:4}" }`,
  `{ template = "{day}{name}" }`,
  `{ template = "{run.seed}-{word}" }`,
  `{ template = "<{word}>" }`,
  `{ template = "{d}€ {name}" }`,
  `{ template = "{name|slug}.{id}.{first}" }`,
  `{ expr = "row" }`,
  `{ expr = "3 * row - 7" }`,
  `{ expr = "1000 - n * 2" }`,
  `{ expr = "d * 1.5 + 1" }`,
  `{ expr = "-id" }`,
  `{ expr = "day + days(3)" }`,
  `{ expr = "concat(name, '-', id)" }`,
  `{ expr = "concat('A', pad(row, 5), name)" }`,
];

for (const column of TOLD) {
  Deno.test(`unique ${column} is proved, and holds`, () => {
    const text = tableWith(column);
    assertEquals(reports(text), []);
    const values = new Tables(text).values("c", 1200, { step: 600 });
    assertEquals(new Set(values).size, 1200);
  });
}

const UNTOLD = [
  `{ template = "{name}" }`,
  `{ template = "{k}{id}" }`,
  `{ template = "{id}{k}" }`,
  `{ template = "{id}{name}" }`,
  `{ template = "{name}-{n}" }`,
  `{ template = "{k}-{id}-{name}" }`.replace("{k}", "{first}"),
  `{ template = "{id|pad:3}{k}" }`,
  `{ template = "{word|lower}" }`,
  `{ template = "{word}{name}" }`.replace("{word}", "{word|pad:5}"),
  `{ template = "{name|slug}-{n}" }`,
  `{ expr = "row % 100" }`,
  `{ expr = "row * 0" }`,
  `{ expr = "row / 3" }`,
  `{ expr = "id + k" }`,
  `{ expr = "id * id" }`,
  `{ expr = "abs(n)" }`,
  `{ expr = "d * 1.5", type = "numeric(9,1)" }`,
  `{ expr = "lower(word)" }`,
  `{ expr = "k > 3 ? id : 0" }`,
  `{ expr = "concat(k, id)" }`,
];

for (const column of UNTOLD) {
  Deno.test(`unique ${column} is refused`, () => {
    const [{ message, hint }, ...more] = reports(tableWith(column));
    assertEquals(more, []);
    assertEquals(
      message,
      column.includes("expr")
        ? "this expression may give a value twice"
        : "this template may give a value twice",
    );
    assertEquals(typeof hint, "string");
  });
}
