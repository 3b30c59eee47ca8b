// What most programs do: insert one row after another, in one transaction. The rows are in memory before the clock
// starts; prints the seconds from opening the database to closing it.
//
//   bun bench/sqlite_loop.ts prepared|text people.csv people.db
import { readFileSync, rmSync } from "node:fs";
import process from "node:process";
import { DatabaseSync } from "node:sqlite";

const [how, csv, file] = process.argv.slice(2);

type Row = (number | string)[];

/** Columns that are numbers: id, age and balance. No value of people has a comma or a quote in it. */
const NUMBERS = [0, 5, 6];

const rows = readFileSync(csv, "utf8").trimEnd().split("\n").slice(1)
  .map((line): Row =>
    line.split(",").map((cell, i) => NUMBERS.includes(i) ? Number(cell) : cell)
  );

rmSync(file, { force: true });
const from = performance.now();
const db = new DatabaseSync(file);
db.exec(
  `CREATE TABLE people (id integer NOT NULL PRIMARY KEY, uid text NOT NULL, first_name text NOT NULL,
   last_name text NOT NULL, email text NOT NULL, age integer NOT NULL, balance real NOT NULL, created_at text NOT NULL)`,
);
db.exec("BEGIN");
if (how === "prepared") {
  const insert = db.prepare("INSERT INTO people VALUES (?,?,?,?,?,?,?,?)");
  for (const row of rows) insert.run(...row);
} else {
  for (const row of rows) {
    db.exec(`INSERT INTO people VALUES (${row.map(literal).join()})`);
  }
}
db.exec("COMMIT");
db.close();
console.log((performance.now() - from) / 1000);

function literal(value: number | string): string {
  return typeof value === "number"
    ? String(value)
    : `'${value.replaceAll("'", "''")}'`;
}
