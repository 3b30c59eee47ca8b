// SQL as text: what each dialect gets.
import { assertEquals, assertStringIncludes } from "@std/assert";
import type { FormatOptions } from "../../../core/format.ts";
import { type ValueType, valueType } from "../../../core/value_type.ts";
import { sql } from "../../../source/formats/sql.ts";
import { fileOf, textOf } from "./_written.ts";
import type { Sample, SampleColumn } from "./_sample.ts";

function column(
  name: string,
  type: ValueType,
  numbers: number[],
  primary = false,
): SampleColumn {
  const storage = type.kind === "uuid" ? "words" as const : "numbers" as const;
  const shape = { name, type, storage, plain: false, primary };
  return { shape, texts: numbers.map(String), numbers };
}

function texts(name: string, texts: (string | null)[]): SampleColumn {
  const type = valueType("text", { nullable: texts.includes(null) });
  const shape = { name, type, storage: "slices" as const, plain: false };
  return { shape, texts, numbers: [] };
}

const accounts: Sample = {
  name: "app.accounts",
  rows: 3,
  columns: [
    column("id", valueType("int"), [1, 2, 3], true),
    column("open", valueType("bool"), [1, 0, 1]),
    column("rate", valueType("decimal", { scale: 2, min: 0, max: 999 }), [
      5,
      250,
      999,
    ]),
    column("since", valueType("timestamp"), [0, 1640995200, -1]),
    texts('no"te`', ["it's", "back\\slash", null]),
  ],
};

function file(options: FormatOptions, samples = [accounts]): string {
  return textOf(fileOf(sql, samples, options));
}

Deno.test("sql for postgres", () => {
  assertEquals(
    file({ rows_per_insert: 2 }),
    `BEGIN;
CREATE SCHEMA IF NOT EXISTS "app";
CREATE TABLE IF NOT EXISTS "app"."accounts" (
  "id" bigint NOT NULL,
  "open" boolean NOT NULL,
  "rate" numeric(3,2) NOT NULL,
  "since" timestamptz NOT NULL,
  "no""te\`" text,
  PRIMARY KEY ("id")
);
INSERT INTO "app"."accounts" ("id", "open", "rate", "since", "no""te\`") VALUES
(1, TRUE, 0.05, '1970-01-01T00:00:00Z', 'it''s'),
(2, FALSE, 2.50, '2022-01-01T00:00:00Z', 'back\\slash');
INSERT INTO "app"."accounts" ("id", "open", "rate", "since", "no""te\`") VALUES
(3, TRUE, 9.99, '1969-12-31T23:59:59Z', NULL);
COMMIT;
`,
  );
});

Deno.test("sql for sqlite", () => {
  assertEquals(
    file({ dialect: "sqlite" }),
    `BEGIN;
CREATE TABLE IF NOT EXISTS "app.accounts" (
  "id" integer NOT NULL,
  "open" boolean NOT NULL,
  "rate" real NOT NULL,
  "since" text NOT NULL,
  "no""te\`" text,
  PRIMARY KEY ("id")
);
INSERT INTO "app.accounts" ("id", "open", "rate", "since", "no""te\`") VALUES
(1, TRUE, 0.05, '1970-01-01T00:00:00Z', 'it''s'),
(2, FALSE, 2.50, '2022-01-01T00:00:00Z', 'back\\slash'),
(3, TRUE, 9.99, '1969-12-31T23:59:59Z', NULL);
COMMIT;
`,
  );
});

Deno.test("sql for sqlite has no carriage return in it, which SQLite's shell would drop", () => {
  const one: Sample = {
    name: "t",
    rows: 1,
    columns: [texts("a", ["it's\r\n\r"])],
  };
  assertStringIncludes(
    file({ dialect: "sqlite" }, [one]),
    "\n('it''s'||char(13)||'\n'||char(13)||'');\n",
  );
  assertStringIncludes(file({}, [one]), "\n('it''s\r\n\r');\n");
});

Deno.test("sql for mysql", () => {
  assertEquals(
    file({ dialect: "mysql" }),
    `SET NAMES utf8mb4;
CREATE SCHEMA IF NOT EXISTS \`app\`;
CREATE TABLE IF NOT EXISTS \`app\`.\`accounts\` (
  \`id\` bigint NOT NULL,
  \`open\` boolean NOT NULL,
  \`rate\` numeric(3,2) NOT NULL,
  \`since\` datetime NOT NULL,
  \`no"te\`\`\` text,
  PRIMARY KEY (\`id\`)
);
START TRANSACTION;
INSERT INTO \`app\`.\`accounts\` (\`id\`, \`open\`, \`rate\`, \`since\`, \`no"te\`\`\`) VALUES
(1, TRUE, 0.05, '1970-01-01 00:00:00', 'it''s'),
(2, FALSE, 2.50, '2022-01-01 00:00:00', 'back\\\\slash'),
(3, TRUE, 9.99, '1969-12-31 23:59:59', NULL);
COMMIT;
`,
  );
});

Deno.test("sql without create_table, of several tables, is one transaction", () => {
  const ids = (name: string, rows: number): Sample => ({
    name,
    rows,
    columns: [
      column("id", valueType("int"), Array.from({ length: rows }, (_, i) => i)),
    ],
  });
  assertEquals(
    file({ create_table: false }, [ids("a", 1), ids("b", 0), ids("c", 2)]),
    `BEGIN;
INSERT INTO "a" ("id") VALUES
(0);
INSERT INTO "c" ("id") VALUES
(0),
(1);
COMMIT;
`,
  );
});
