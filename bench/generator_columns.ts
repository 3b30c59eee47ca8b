// The columns that generators are measured by: each one's example, and some worth a look beside it.
import { generators } from "../generators/registry.ts";

const BEFORE = `
[dict.cities]
values = ["Ulm", "Bath", "Troyes", "Recife"]
[table.customers]
rows = 100_000
[table.customers.columns]
id = "sequence"
`;

/** Columns worth a look beside each generator's example. */
const MORE: Record<string, string> = {
  "int normal": `{ gen = "int", min = 0, max = 1000, dist = "normal" }`,
  "int zipf": `{ gen = "int", min = 0, max = 1000, dist = "zipf" }`,
  "int exponential":
    `{ gen = "int", min = 0, max = 1000, dist = { type = "exponential", mean = 100 } }`,
  "uuid 7": `{ gen = "uuid", version = 7 }`,
  "string 12": `{ gen = "string" }`,
  "pattern free": `{ pattern = '(Mr|Mrs)\\. [A-Z][a-z]{2,8}( jr)?' }`,
  "ref zipf": `{ ref = "customers.id", dist = "zipf" }`,
  "template upper": `{ template = "{o|upper}" }`,
  "template slug": `{ template = "{p|slug}" }`,
  "template slug é": `{ template = "{q|slug}" }`,
  "hash md5": `{ gen = "hash", of = "id" }`,
  "hash of three":
    `{ gen = "hash", of = ["id", "p", "o"], algorithm = "sha1" }`,
  "ipv4 public": `{ gen = "ipv4" }`,
  "ulid timed": `{ gen = "ulid", time = "at" }`,
  "nanoid 12": `{ gen = "nanoid", length = 12 }`,
  "faker word": `"faker.lorem.word"`,
  "faker name": `"faker.person.fullName"`,
  "faker number": `"faker.number.int"`,
  "bound by row": `{ gen = "int", min = 0, max = "r" }`,
};

/** Columns by what they are called in the results. */
export const COLUMNS: ReadonlyMap<string, string> = new Map([
  ...[...generators.values()].map(({ name, example }) =>
    [name, example] as const
  ),
  ...Object.entries(MORE),
]);

/** A Genfile whose table `t` has the column as `c`, the only one that is written. */
export function genfileOf(column: string): string {
  return `version = 1
[run]
now = 2026-01-01T00:00:00Z
${BEFORE}
[table.t]
rows = 100_000
[table.t.columns]
id = { gen = "sequence", hidden = true }
o = { template = "Row {row} of t", hidden = true }
p = { gen = "person.full_name", hidden = true }
q = { gen = "person.full_name", locale = "pt_BR", of = "other", hidden = true }
r = { gen = "int", min = 0, max = 1000, hidden = true }
at = { gen = "timestamp", hidden = true }
c = ${column.replace(`column = "name"`, `column = "value"`)}
`;
}
