// What a server says against rows, told with their places.
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { databaseTests } from "../fixtures/postgres.ts";
import { failure, ROWS, run } from "./postgres.ts";

const onDatabase = databaseTests();

onDatabase("rows are written, and the summary says so", async (database) => {
  const { status, stderr } = await run(database.url);
  assertEquals(status, 0);
  assertMatch(stderr, /^t +20,000 /m);
  assertEquals(await database.count("t"), 20_000);
  assertEquals(await database.server.connectionsLeft(), []);
});

onDatabase(
  "what a batch breaks is told with its row, column and value",
  async (database) => {
    const cases: [table: string, said: RegExp][] = [
      [
        "id int, name varchar(3), n int",
        /^error: Cannot write row \d+, column "name", value "[a-z]{5}" of table "t" in \S+: value too long for type character varying\(3\) \(22001\)/,
      ],
      [
        "id int, name text, n smallint",
        /^error: Cannot write column "n" of table "t" to PostgreSQL: \d+ is out of range for smallint in row \d+/,
      ],
      [
        "id int, name date, n int",
        /^error: Cannot write row \d+, column "name", value "[a-z]{5}" of table "t" in \S+: invalid input syntax for type date/,
      ],
      [
        "id int UNIQUE CHECK (id <> 5), name text, n int",
        /^error: Cannot write row 4 of table "t" in \S+: new row for relation "t" violates check constraint/,
      ],
      [
        "id int, name text, n int PRIMARY KEY",
        /^error: Cannot write row \d+ of table "t" in \S+: duplicate key value violates unique constraint "t_pkey" \(23505\); Key \(n\)=\(\d+\) already exists/,
      ],
    ];
    for (const [columns, said] of cases) {
      await database.run(`DROP TABLE IF EXISTS t; CREATE TABLE t (${columns})`);
      const message = await failure(database.url, ["--connections", "1"]);
      assertMatch(message, said);
      assertEquals(await database.count("t"), 0);
      assertEquals(await database.server.connectionsLeft(), []);
    }
  },
);

onDatabase(
  "NULL where the table wants a value is told with its row",
  async (database) => {
    await database.run("CREATE TABLE t (id int, name text, n int NOT NULL)");
    const genfile = ROWS.replace("max = 40_000", "max = 40_000, null = 0.001");
    const said = await failure(database.url, [], { genfile });
    assertMatch(
      said,
      /^error: Cannot write row \d+, column "n" of table "t" in \S+: null value in column "n" of relation "t" violates not-null constraint \(23502\)/,
    );
    const row = Number(/row (\d+)/.exec(said)![1]);
    // The row is the one that the Genfile has NULL in.
    const shown = await inCsv(genfile);
    assertEquals(shown[row + 1].split(",")[2], "");
  },
);

async function inCsv(genfile: string): Promise<string[]> {
  const { stdout } = await run("null", ["--to", "-"], { genfile });
  return stdout.split("\n");
}

onDatabase(
  "the row is right with several lanes, and earlier batches stay",
  async (database) => {
    await database.run(
      "CREATE TABLE t (id int CHECK (id <> 15432), name text, n int)",
    );
    for (
      const [workers, connections, batch] of [[1, 1, 1000], [3, 1, 999], [
        3,
        2,
        1000,
      ]]
    ) {
      const said = await failure(database.url, [
        ...["--workers", String(workers), "--connections", String(connections)],
        ...["--batch", String(batch), "--mode", "truncate"],
      ]);
      assertStringIncludes(said, 'Cannot write row 15431 of table "t"');
      const kept = await database.count("t");
      assert(kept >= batch);
      const shown = kept.toLocaleString("en-US");
      assertStringIncludes(
        said,
        `; rows that were committed before stay: ${shown} of table "t"\n`,
      );
    }
  },
);

onDatabase(
  "append breaks off at a foreign key that does not hold",
  async (database) => {
    await database.run(`
    CREATE TABLE kinds (n int PRIMARY KEY);
    INSERT INTO kinds SELECT generate_series(0, 20000);
    CREATE TABLE t (id int, name text, n int REFERENCES kinds)`);
    const said = await failure(database.url, ["--mode", "append"]);
    assertMatch(
      said,
      /^error: Cannot write table "t" in \S+: insert or update on table "t" violates foreign key constraint "t_n_fkey" \(23503\); Key \(n\)=\(\d+\) is not present in table "kinds"/,
    );
    assertEquals(await database.count("t"), 0);
  },
);

onDatabase(
  "keys that the rows do not have are told when they are added",
  async (database) => {
    const genfile = `version = 1
[target]
to = "\${DATABASE_URL}"
[table.a]
rows = 10
[table.a.columns]
id = { gen = "sequence", primary = true }
[table.b]
rows = 10
[table.b.columns]
a = { ref = "a.id" }
`;
    await database.run("CREATE TABLE a (id bigint PRIMARY KEY)");
    const said = await failure(database.url, ["--only", "b"], { genfile });
    assertMatch(
      said,
      /^error: Cannot add the foreign key \(a\) of table "b" in \S+: .*\(23503\).*; rows that were committed before stay: 10 of table "b"/,
    );
  },
);
