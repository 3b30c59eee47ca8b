// thrust inside a program: a generator of one's own, rows as objects, and a target of one's own.
//
//   deno run --allow-all examples/embed.ts
//   bun examples/embed.ts
import {
  checkGenfile,
  defaulted,
  openTables,
  type OwnGenerator,
  renderDiagnostics,
  writeTo,
} from "../mod.ts";

const GENFILE = `
version = 1

[table.players]
rows = 2000
[table.players.columns]
id     = { gen = "sequence", primary = true }
name   = "person.full_name"
rating = { gen = "elo", spread = 300 }

[table.games]
rows = 5000
[table.games.columns]
id        = { gen = "sequence", primary = true }
player_id = { ref = "players.id" }
rating    = { ref = "players.rating", of = "player_id" }
played_at = { gen = "timestamp", from = 2025-01-01, to = 2025-12-31 }
`;

/** A rating around 1500: the sum of some draws. */
const elo: OwnGenerator = {
  name: "elo",
  summary: "A player's rating",
  kind: "int",
  params: {
    spread: defaulted("number", 200, "How far from the middle it may be", {
      minimum: 0,
    }),
  },
  value(address, { spread }) {
    let sum = 0;
    for (let draw = 0; draw < 4; draw++) sum += address.random(draw) - 0.5;
    return Math.round(1500 + sum / 2 * spread);
  },
};

const { plan, diagnostics } = await checkGenfile(GENFILE, {
  generators: [elo],
  overrides: { seed: "embed" },
});
if (plan === undefined) {
  throw new Error(renderDiagnostics(diagnostics, "the Genfile", GENFILE));
}

// Rows as objects, made where they are asked for.
const tables = await openTables(plan);
const [first] = tables.rows<{ id: number; rating: number }>("games");
const player = tables.row(
  "players",
  Number(tables.row("games", 0).player_id) - 1,
);
console.log(`the first game is of ${player.name}, rated ${first.rating}`);
if (player.rating !== first.rating) throw new Error("they are one player");

// A target that is slower than thrust: each batch is awaited before the next is made.
const best = new Map<string, number>();
let batches = 0;
const { outcome, rows } = await writeTo(plan, {
  async rows({ name }, batch) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    batches++;
    for (const { rating } of batch) {
      best.set(name, Math.max(best.get(name) ?? 0, Number(rating)));
    }
  },
}, {
  onProgress({ table, rows, total }) {
    if (rows === total) console.log(`${table}: ${rows} rows`);
  },
});
console.log(
  `${outcome}: ${batches} batches, the best player has ${best.get("players")}`,
);
if (rows.get("games") !== 5000) throw new Error("some rows are missing");
