import { assertEquals } from "@std/assert";
import { isSqlType, sqlType } from "../../../core/sql/types.ts";
import { type Kind, valueType } from "../../../core/value_type.ts";

Deno.test("an integer is as wide as its bounds, and bigint without them", () => {
  const bounded = (min: number, max: number) =>
    sqlType(valueType("int", { min, max }), "postgres");
  assertEquals(bounded(0, 2147483647), "integer");
  assertEquals(bounded(0, 2147483648), "bigint");
  assertEquals(bounded(-2147483648, 0), "integer");
  assertEquals(bounded(-2147483649, 0), "bigint");
  assertEquals(sqlType(valueType("int"), "postgres"), "bigint");
  assertEquals(sqlType(valueType("int", { min: 1 }), "postgres"), "bigint");
});

Deno.test("a decimal has the digits of its larger bound", () => {
  const bounded = (min: number, max: number, scale: number) =>
    sqlType(valueType("decimal", { min, max, scale }), "postgres");
  assertEquals(bounded(100, 500_000, 2), "numeric(6,2)");
  assertEquals(bounded(-1_000_000, 9, 2), "numeric(7,2)");
  assertEquals(bounded(0, 0, 0), "numeric(1,0)");
  assertEquals(bounded(0, 5, 4), "numeric(4,4)");
  assertEquals(
    sqlType(valueType("decimal", { scale: 2 }), "postgres"),
    "numeric(16,2)",
  );
});

Deno.test("a decimal in SQLite is a real as long as that keeps its digits", () => {
  const bounded = (max: number, scale: number) =>
    sqlType(valueType("decimal", { min: 0, max, scale }), "sqlite");
  assertEquals(bounded(999_999_999_999_999, 2), "real");
  assertEquals(bounded(1_000_000_000_000_000, 2), "text");
  assertEquals(bounded(1_000_000_000_000_000, 0), "integer");
  assertEquals(sqlType(valueType("decimal", { scale: 2 }), "sqlite"), "real");
});

Deno.test("every kind has a type in every dialect", () => {
  const table: [Kind, string, string, string][] = [
    ["int", "bigint", "integer", "bigint"],
    ["float", "double precision", "real", "double"],
    ["bool", "boolean", "boolean", "boolean"],
    ["date", "date", "text", "date"],
    ["time", "time", "text", "time"],
    ["timestamp", "timestamptz", "text", "datetime"],
    ["uuid", "uuid", "text", "char(36)"],
    ["text", "text", "text", "text"],
  ];
  for (const [kind, postgres, sqlite, mysql] of table) {
    assertEquals(sqlType(valueType(kind), "postgres"), postgres);
    assertEquals(sqlType(valueType(kind), "sqlite"), sqlite);
    assertEquals(sqlType(valueType(kind), "mysql"), mysql);
  }
});

Deno.test("MySQL keeps fractions of seconds, and limits texts that are keys", () => {
  const fine = valueType("timestamp", { scale: 3 });
  assertEquals(sqlType(fine, "mysql"), "datetime(3)");
  assertEquals(
    sqlType({ ...fine, kind: "time", scale: 9 }, "mysql"),
    "time(6)",
  );
  assertEquals(sqlType(valueType("text"), "mysql", true), "varchar(255)");
  assertEquals(sqlType(valueType("text"), "postgres", true), "text");
});

Deno.test("what the Genfile says wins", () => {
  assertEquals(sqlType(valueType("text", { sql: "inet" }), "postgres"), "inet");
});

Deno.test("types that only PostgreSQL has are texts elsewhere", () => {
  const inet = valueType("text", { sql: "inet" });
  assertEquals(sqlType(inet, "sqlite"), "text");
  assertEquals(sqlType(inet, "mysql"), "varchar(43)");
  assertEquals(sqlType({ ...inet, sql: "macaddr" }, "mysql"), "char(17)");
  assertEquals(sqlType({ ...inet, sql: "citext" }, "sqlite"), "citext");
});

Deno.test("a type of the Genfile's stands in a statement and does nothing else there", () => {
  const types = [
    "int",
    "numeric(12, 2)",
    "varchar(40)",
    "text[]",
    "int[3][]",
    "double precision",
    'app."my, (type"',
    '"a""b"',
    "geometry(Point,4326)",
    "timestamp(3) with time zone",
    "straße",
  ];
  assertEquals(types.filter((type) => !isSqlType(type)), []);
  const others = [
    "",
    "1",
    "numeric(5",
    "numeric 5)",
    "numeric)5(",
    "int[",
    "int]",
    "a(1]",
    "a[1,2]",
    "int, b int",
    "int; drop table t",
    "int -- ",
    "int /* */",
    "'int'",
    '"a',
    '"a"b"',
    '""',
    "int\n",
  ];
  assertEquals(others.filter(isSqlType), []);
});
