// Genfiles that several end-to-end tests use.

export const PEOPLE = `version = 1

[target]
to = "out"

[table.people]
rows = 3000

[table.people.columns]
id    = { gen = "sequence", primary = true }
name  = "person.full_name"
born  = { gen = "date", from = 1960-01-01, to = 2005-12-31 }
score = { gen = "decimal", min = 0, max = 100, scale = 1, null = 0.2 }

[table.visits]
rows = 5000

[table.visits.columns]
person_id = { ref = "people.id" }
name      = { ref = "people.name", of = "person_id" }
_at       = { gen = "timestamp", from = 2025-01-01, to = 2025-12-31, hidden = true }
`;

/** One table, for what takes no more than one. */
export const NUMBERS = `version = 1

[table.numbers]
rows = 100_000

[table.numbers.columns]
n = "sequence"
word = { gen = "string", length = 20 }
`;

/** So large that no run ends by itself. */
export const ENDLESS = `version = 1

[table.numbers]
rows = 1_000_000_000_000

[table.numbers.columns]
n = "sequence"
`;

export const WRONG = `version = 1

[table.people]
rows = 10

[table.people.columns]
id   = { gen = "sequense" }
name = { ref = "peple.id" }
`;

export const CYCLE = `version = 1

[table.people]
rows = 10

[table.people.columns]
a = { template = "{b}" }
b = { template = "{a}" }
`;
