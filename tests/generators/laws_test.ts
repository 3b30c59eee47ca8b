// Every registered generator obeys the laws, with its own example and with columns that make it work harder.
import { assert } from "@std/assert";
import { generators } from "../../generators/registry.ts";
import { type Law, testLaws } from "./_laws.ts";

const CITIES = `
[dict.cities]
file = "cities.csv"
`;
const CUSTOMERS = `
[table.customers]
rows = 90
[table.customers.columns]
id = { gen = "sequence", start = 1000 }
name = { gen = "person.full_name", null = 0.2 }
`;
const NULLABLE = `n = { gen = "int", min = 1, max = 20, null = 0.3 }`;

/** What an example needs to stand in a Genfile, and what it does not depend on. */
const EXAMPLES: Record<string, Omit<Law, "column">> = {
  template: { seedless: true },
  sequence: { seedless: true },
  counter: { seedless: true },
  value: { seedless: true },
  cycle: { seedless: true },
  hash: { beside: `id = "sequence"`, seedless: true },
  dict: { before: CITIES, nameless: true },
  expr: { seedless: true, nameless: true },
  ref: { before: CUSTOMERS },
  "person.first_name": { nameless: true },
  "person.middle_name": { nameless: true },
  "person.last_name": { nameless: true },
  "person.full_name": { nameless: true },
  "person.gender": { nameless: true },
  "person.prefix": { nameless: true },
  "person.birth_date": { nameless: true },
  "person.age": { nameless: true },
  email: { nameless: true },
  username: { nameless: true },
  phone: { nameless: true },
  "address.street": { nameless: true },
  "address.city": { nameless: true },
  "address.state": { nameless: true },
  "address.state_code": { nameless: true },
  "address.postcode": { nameless: true },
  "address.latitude": { nameless: true },
  "address.longitude": { nameless: true },
  "address.country": { nameless: true, seedless: true },
  "address.country_code": { nameless: true, seedless: true },
};

/** Columns that make a generator work harder than its example does. */
const MORE: Law[] = [
  { column: `{ gen = "int", order = "asc" }` },
  {
    column: `{ gen = "int", min = 5, step = 3, order = "desc" }`,
    seedless: true,
  },
  { column: `{ gen = "int", max = 9000, step = 7, dist = "normal" }` },
  {
    column: `{ gen = "int", max = "n", order = "asc", step = 2 }`,
    beside: NULLABLE,
    nameless: true,
  },
  { column: `{ gen = "float", order = "desc", dist = "normal" }` },
  { column: `{ gen = "float", max = 50, step = 0.1 }` },
  { column: `{ gen = "decimal", order = "asc", step = 0.25 }`, seedless: true },
  { column: `{ gen = "timestamp", order = "asc", dist = "triangular" }` },
  {
    column:
      `{ gen = "date", order = "desc", dist = { type = "poisson", mean = "3000 days" } }`,
  },
  {
    column:
      `{ gen = "int", min = 1, max = 90, dist = { type = "lognormal", mean = 3, stddev = 1 } }`,
  },
  {
    column:
      `{ gen = "float", max = 90, dist = { type = "beta", alpha = 0.5, beta = 2 } }`,
  },
  {
    column:
      `{ gen = "time", dist = { type = "histogram", bins = [[08:00:00, 12:00:00, 3], [13:00:00, 17:00:00, 2]] } }`,
  },
  {
    column:
      `{ gen = "int", max = "n", dist = { type = "binomial", trials = 30, p = 0.3 } }`,
    beside: NULLABLE,
  },
  { column: `{ gen = "int", min = 0, max = "n" }`, beside: NULLABLE },
  { column: `{ gen = "int", min = 0, max = 99, dist = "normal" }` },
  { column: `{ gen = "int", min = 0, max = 99, dist = "zipf", null = 0.5 }` },
  { column: `{ gen = "float", min = "n", max = 9 }`, beside: NULLABLE },
  {
    column: `{ gen = "bool", p = "q" }`,
    beside: `q = { gen = "float", null = 0.1 }`,
  },
  {
    column: `{ gen = "date", from = "day", to = "now" }`,
    beside: `day = { gen = "date", to = 2030-01-01, null = 0.1 }`,
  },
  {
    column: `{ gen = "timestamp", from = "at", to = "now", precision = 3 }`,
    beside: `at = { gen = "timestamp", to = 2030-01-01, null = 0.1 }`,
  },
  {
    column: `{ gen = "string", length = "n", alphabet = "aé🙂" }`,
    beside: NULLABLE,
  },
  { column: `{ pattern = '(a|bc|[d-f]{2,4})*x?' }` },
  {
    column: `{ template = "{n} {first|upper}, {name|title}" }`,
    beside:
      `${NULLABLE}\nfirst = "person.first_name"\nname = "person.full_name"`,
    nameless: true,
  },
  { column: `{ gen = "uuid", version = 7 }` },
  {
    column: `{ gen = "ulid", time = "at" }`,
    beside: `at = { gen = "timestamp", null = 0.2 }`,
  },
  { column: `{ gen = "nanoid", length = 9, alphabet = "aé🙂" }` },
  { column: `{ gen = "cycle", values = [1, 2.5, 3] }`, seedless: true },
  {
    column: `{ gen = "hash", of = ["n", "first", "u"] }`,
    beside: `${NULLABLE}\nfirst = "person.first_name"\nu = "uuid"`,
    nameless: true,
  },
  {
    column: `{ gen = "hash", of = "n", algorithm = "sha1" }`,
    beside: NULLABLE,
    nameless: true,
  },
  { column: `{ gen = "words", min = 1, max = "n" }`, beside: NULLABLE },
  { column: `{ gen = "sentence", locale = { id_ID = 1, pt_BR = 2 } }` },
  {
    column:
      `{ gen = "commerce.product_name", locale = { id_ID = 1, pt_BR = 2 } }`,
  },
  {
    column: `{ gen = "commerce.material", locale = { id_ID = 1, en_US = 2 } }`,
  },
  { column: `{ gen = "ipv4" }` },
  { column: `{ gen = "ipv6", cidr = "fe80::/10" }` },
  { column: `{ gen = "mac", prefix = "00:1A:2b" }` },
  { column: `{ gen = "url", locale = "ru" }` },
  {
    column: `{ gen = "uuid", version = 7, time = "at" }`,
    beside: `at = { gen = "timestamp", null = 0.2 }`,
  },
  { column: `{ values = [1, 2.5, 3] }` },
  {
    column: `{ gen = "int", min = "n - 3", max = "n * 2", when = "n != 7" }`,
    beside: NULLABLE,
  },
  {
    column:
      `{ gen = "timestamp", from = "at + days(n)", to = "at + days(30)" }`,
    beside: `${NULLABLE}\nat = { gen = "timestamp" }`,
  },
  {
    column:
      `[{ when = "n < 5", gen = "cpf" }, { when = "n < 9", values = ["a", "b"] }, { ref = "customers.name" }]`,
    beside: NULLABLE,
    before: CUSTOMERS,
  },
  {
    column: `{ expr = "join('-', upper(name), n, row) + '!'" }`,
    beside: `${NULLABLE}\nname = "person.full_name"`,
    nameless: true,
  },
  {
    column: `{ expr = "price * n / 7", type = "numeric(12,3)" }`,
    beside: `${NULLABLE}\nprice = { gen = "decimal", scale = 2 }`,
    nameless: true,
  },
  { column: `{ values = [2020-01-01, 2021-01-01], dist = "zipf" }` },
  { column: `{ value = 07:30:00 }`, seedless: true },
  { column: `{ ref = "customers.name", null = 0.3 }`, before: CUSTOMERS },
  {
    column: `{ ref = "customers.name", of = "customer" }`,
    beside: `customer = { ref = "customers.id", null = 0.3 }`,
    before: CUSTOMERS,
    nameless: true,
  },
  {
    column: `{ gen = "person.first_name", gender = "sex" }`,
    beside: `sex = { values = ["M", "F", "x"], null = 0.2 }`,
    nameless: true,
  },
  {
    column: `{ gen = "person.full_name", of = "buyer", locale = "pt_BR" }`,
    nameless: true,
  },
  { column: `{ gen = "email", locale = "id_ID" }`, nameless: true },
];

const LAWS: Law[] = [
  ...[...generators.values()].map(({ name, example }) => ({
    column: example,
    ...EXAMPLES[name],
  })),
  ...MORE,
];

for (const law of LAWS) testLaws(law);

Deno.test("every registered generator has tests of its own", async () => {
  for (const name of generators.keys()) {
    const path = `./${name.replace(".", "/")}_test.ts`;
    const { isFile } = await Deno.stat(new URL(path, import.meta.url));
    assert(isFile, path);
  }
});
