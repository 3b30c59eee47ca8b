// Laws that the values of every generator obey, whatever they are.
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { FIRST_DAY, LAST_DAY } from "../../core/values/calendar.ts";
import { isPlainText } from "../../core/values/plain.ts";
import { genfileOf, reports, Tables } from "./_tables.ts";

export interface Law {
  /** The column, as in a Genfile. */
  column: string;
  /** What the Genfile needs beside it. */
  before?: string;
  /** Other columns of the table. */
  beside?: string;
  /** Values do not depend on the seed. */
  seedless?: boolean;
  /** Values do not depend on the column's name: what they show is shared. */
  nameless?: boolean;
}

const ROWS = 700;

/** Registers a test for each law. */
export function testLaws(law: Law): void {
  const { column, before = "", beside = "" } = law;
  const name = column;
  const text = genfileOf(`c = ${column}\n${beside}`, before);
  const make = (seed = "0") => new Tables(text, seed);

  Deno.test(`${name}: the same address gives the same value`, () => {
    assertEquals(make().values("c", ROWS), make().values("c", ROWS));
  });

  Deno.test(`${name}: row by row equals chunk by chunk`, () => {
    const chunks = make().values("c", ROWS, { step: 256 });
    assertEquals(make().values("c", ROWS, { step: 1 }), chunks);
    assertEquals(make().values("c", ROWS, { step: 333 }), chunks);
  });

  Deno.test(`${name}: rows in any order, and twice, give the same values`, () => {
    const tables = make();
    const values = tables.values("c", ROWS);
    const rows = Array.from({ length: ROWS }, (_, i) => i * 263 % ROWS);
    rows.push(5, 5, 0, ROWS - 1);
    assertEquals(tables.at("c", rows), rows.map((row) => values[row]));
  });

  Deno.test(`${name}: a row far away is made alone`, () => {
    const far = [0, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 40 + 7];
    const together = make().at("c", far);
    far.forEach((row, i) => {
      assertEquals(make().at("c", [row]), [together[i]]);
    });
  });

  if (law.seedless !== true) {
    Deno.test(`${name}: another seed gives other values`, () => {
      assertNotEquals(make("1").values("c", ROWS), make().values("c", ROWS));
    });
    if (law.nameless !== true) {
      Deno.test(`${name}: another column has other values`, () => {
        const other = genfileOf(`d = ${column}\n${beside}`, before);
        assertNotEquals(
          new Tables(other).values("d", ROWS),
          make().values("c", ROWS),
        );
      });
    }
  }

  Deno.test(`${name}: no other column changes it`, () => {
    const more = genfileOf(
      `x = "person.last_name"\ny = "email"\nc = ${column}\n${beside}\nz = "int"`,
      before,
    );
    const tables = new Tables(more);
    tables.values("x", 10);
    assertEquals(tables.values("c", ROWS), make().values("c", ROWS));
  });

  Deno.test(`${name}: values are of the declared type`, () => {
    const tables = make();
    const { kind, min, max, nullable } = tables.type("c");
    for (const value of tables.values("c", ROWS)) {
      if (value === null) {
        assert(nullable, "NULL in a column that has none");
        continue;
      }
      switch (kind) {
        case "int":
        case "decimal":
          assert(Number.isSafeInteger(value), `${value}`);
          assert((value as number) >= (min ?? -Infinity), `${value}`);
          assert((value as number) <= (max ?? Infinity), `${value}`);
          break;
        case "float":
          assert(Number.isFinite(value), `${value}`);
          break;
        case "bool":
          assertEquals(typeof value, "boolean");
          break;
        case "date":
          assert(
            (value as number) >= FIRST_DAY && (value as number) <= LAST_DAY &&
              Number.isInteger(value),
            `${value}`,
          );
          break;
        case "time":
        case "timestamp":
        case "interval":
          assert(Number.isSafeInteger(value), `${value}`);
          break;
        case "json":
        case "array":
          assertEquals(
            Array.isArray(JSON.parse(String(value))),
            kind === "array",
          );
          break;
        default:
          assertEquals(typeof value, "string");
      }
    }
  });

  Deno.test(`${name}: texts that are said to be plain are`, () => {
    const tables = make();
    const { plain, strings } = tables.table("t").column("c").prepared;
    if (plain !== true || strings !== undefined) return;
    for (const value of tables.values("c", ROWS)) {
      if (value !== null) assert(isPlainText(value as string), `${value}`);
    }
  });

  Deno.test(`${name}: a reference sees the same values`, () => {
    const tables = new Tables(
      `${text}
[table.u]
rows = 300
[table.u.columns]
row = { ref = "t.position", of = "h" }
seen = { ref = "t.c", of = "h" }
`.replace(
        `c = ${column}`,
        `c = ${column}\nposition = { gen = "sequence", start = 0 }`,
      ),
    );
    const seen = tables.values("seen", 300, { table: "u" });
    const rows = tables.values("row", 300, { table: "u" }) as number[];
    assertEquals(seen, tables.at("c", rows));
  });

  Deno.test(`${name}: if it can be unique, no value comes twice`, () => {
    const unique = uniqueOf(law);
    if (unique === undefined) return;
    const { text, rows } = unique;
    const tables = new Tables(text);
    const values = tables.values("c", rows);
    const there = values.filter((value) => value !== null);
    assertEquals(new Set(there).size, there.length);
    assertEquals(tables.at("c", [rows - 1]), [values.at(-1)]);
    assertEquals(new Tables(text).values("c", rows, { step: 7 }), values);
  });

  Deno.test(`${name}: a template writes it`, () => {
    const tables = new Tables(
      text.replace(
        `c = ${column}`,
        `c = ${column}\nwritten = { template = "<{c}>" }`,
      ),
    );
    const values = tables.values("c", 50);
    tables.values("written", 50).forEach((written, i) => {
      if (values[i] === null) assertEquals(written, null);
      else if (
        typeof values[i] === "string" || typeof values[i] === "boolean"
      ) {
        assertEquals(written, `<${values[i]}>`);
      } else {assert(
          /^<-?[\d.:DHMPSTZe+-]+>$/.test(written as string),
          `${written}`,
        );}
    });
  });
}

/** The column made unique, in as many rows as it has values; undefined where it cannot be. */
function uniqueOf(
  { column, before, beside = "" }: Law,
): { text: string; rows: number } | undefined {
  const table = column.startsWith("{")
    ? column.replace(/\s*\}$/, ", unique = true }").replace(
      /, null = [\d.]+/,
      "",
    )
    : `{ gen = ${column}, unique = true }`;
  const text = genfileOf(`c = ${table}\n${beside}`, before);
  const [report, ...others] = reports(text);
  assertEquals(others, []);
  if (report === undefined) return { text, rows: ROWS };
  const found = /and there (?:are|is) ([\d,]+)$/.exec(report.message);
  if (found === null) return undefined;
  const rows = Number(found[1].replaceAll(",", ""));
  return { text: text.replace("rows = 1000", `rows = ${rows}`), rows };
}
