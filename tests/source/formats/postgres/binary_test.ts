// Binary rows against PostgreSQL itself: what it reads from them is what it reads from text.
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { ThrustError } from "../../../../core/errors.ts";
import type { Format, FormatOptions } from "../../../../core/format.ts";
import {
  type Encoding,
  encodingOf,
} from "../../../../core/wire/postgres_encoding.ts";
import { quoteName } from "../../../../core/sql/names.ts";
import { sqlType } from "../../../../core/sql/types.ts";
import { type ValueType, valueType } from "../../../../core/value_type.ts";
import {
  FIRST_DAY,
  formatDate,
  formatTime,
  formatTimestamp,
  LAST_DAY,
} from "../../../../core/values/calendar.ts";
import { Strings } from "../../../../core/values/strings.ts";
import { postgresBinary } from "../../../../source/formats/postgres/binary.ts";
import { tsv } from "../../../../source/formats/tsv.ts";
import {
  ON_SERVER,
  type Server,
  sharedServer,
} from "../../../fixtures/postgres.ts";
import { joined, rowsOf, tableOf } from "../_written.ts";
import { type Sample, sample } from "../_sample.ts";

const server = sharedServer();

const HEAD = new Uint8Array([
  ...[80, 71, 67, 79, 80, 89, 10, 255, 13, 10, 0],
  ...[0, 0, 0, 0, 0, 0, 0, 0],
]);
const END = new Uint8Array([255, 255]);

/** The functions that receive what the tests' types are. */
const RECEIVE: Record<string, string> = {
  smallint: "int2recv",
  integer: "int4recv",
  bigint: "int8recv",
  real: "float4recv",
  "double precision": "float8recv",
  numeric: "numeric_recv",
  boolean: "boolrecv",
  date: "date_recv",
  time: "time_recv",
  timestamp: "timestamp_recv",
  timestamptz: "timestamptz_recv",
  interval: "interval_recv",
  uuid: "uuid_recv",
  text: "textrecv",
  "varchar(200)": "varcharrecv",
  jsonb: "jsonb_recv",
  bytea: "bytearecv",
  inet: "inet_recv",
  macaddr: "macaddr_recv",
};

function encodingFor(type: ValueType, sql: string): Encoding {
  const base = sql.replace(/^numeric\(.*/, "numeric");
  const encoding = encodingOf(type, RECEIVE[base]);
  if (encoding === undefined) throw new TypeError(`${type.kind} as ${sql}`);
  return encoding;
}

/** Loads a sample in binary and as text into tables of these types, and compares what the server shows of each. */
async function assertSame(
  server: Server,
  sample: Sample,
  types: string[],
): Promise<void> {
  const columns = sample.columns.map(({ shape }, i) => ({
    name: quoteName(shape.name, "postgres"),
    type: types[i],
  }));
  const encodings = sample.columns.map(({ shape }, i) =>
    encodingFor(shape.type, types[i])
  );
  const shown: unknown[] = [];
  const rows = (format: Format, options: FormatOptions) =>
    rowsOf(format, sample, tableOf(sample), options);
  const files: [string, Uint8Array][] = [
    ["text", rows(tsv, { header: false })],
    ["binary", joined([HEAD, rows(postgresBinary, { encodings }), END])],
  ];
  for (const [format, bytes] of files) {
    const path = `${server.folder}/rows`;
    await Deno.writeFile(path, bytes);
    await server.run(`
      DROP TABLE IF EXISTS t;
      CREATE TABLE t (${
      columns.map(({ name, type }) => `${name} ${type}`).join(", ")
    });
      COPY t FROM '${path}' (FORMAT ${format})`);
    shown.push(
      await server.run(
        `SELECT ARRAY[${
          columns.map(({ name }) => `${name}::text`).join(", ")
        }] AS row FROM t`,
      ),
    );
  }
  assertEquals(shown[1], shown[0]);
  assertEquals((shown[1] as unknown[]).length, sample.rows);
}

Deno.test({
  name: "PostgreSQL reads the same from binary rows as from text",
  ...ON_SERVER,
  async fn() {
    const samples = fc.sample(sample({ nul: false }), { seed: 3, numRuns: 60 });
    for (const { columns, ...rest } of samples) {
      // Arrays travel as text.
      const one = {
        ...rest,
        columns: columns.filter(({ shape }) => shape.type.kind !== "array"),
      };
      if (one.columns.length === 0) continue;
      await assertSame(
        await server(),
        one,
        one.columns.map(({ shape }) => sqlType(shape.type, "postgres")),
      );
    }
  },
});

/** A table of one column of numbers, with what they are as text. */
function numbers(
  type: ValueType,
  values: number[],
  text: (value: number) => string = String,
): Sample {
  return {
    name: "t",
    rows: values.length,
    columns: [{
      shape: { name: "c", type, storage: "numbers", plain: false },
      texts: values.map(text),
      numbers: values,
    }],
  };
}

function texts(values: string[], entries: boolean): Sample {
  return {
    name: "t",
    rows: values.length,
    columns: [{
      shape: {
        name: "c",
        type: valueType("text"),
        storage: entries ? "entries" : "slices",
        strings: entries ? Strings.from(values) : undefined,
        plain: false,
      },
      texts: values,
      numbers: [],
    }],
  };
}

const MOST = Number.MAX_SAFE_INTEGER;
const SMALL = [0, 1, -1, 9, 10, 99, 9999, 10000, -10000, 32767, -32768];
const MEDIUM = [...SMALL, 99999999, 100000000, 2147483647, -2147483648];
const LARGE = [...MEDIUM, 2147483648, -2147483649, 4294967296, MOST, -MOST];
const FLOATS = [...SMALL, 0.1, -0.5, 1e-30, 3.14159, 1.5e20];

function decimalText(scale: number): (value: number) => string {
  return (value) => {
    const digits = String(Math.abs(value)).padStart(scale + 1, "0");
    const at = digits.length - scale;
    const point = scale === 0 ? "" : `.${digits.slice(at)}`;
    return `${value < 0 ? "-" : ""}${digits.slice(0, at)}${point}`;
  };
}

Deno.test({
  name: "numbers go into every type of number, and into text and jsonb",
  ...ON_SERVER,
  async fn() {
    const int = valueType("int");
    const pairs: [Sample, string[]][] = [
      [numbers(int, SMALL), ["smallint"]],
      [numbers(int, MEDIUM), ["integer"]],
      [numbers(int, LARGE), ["bigint", "numeric", "double precision", "text"]],
      [numbers(int, LARGE), ["varchar(200)", "jsonb"]],
      [numbers(valueType("float"), FLOATS), ["real", "text", "jsonb"]],
      [
        numbers(valueType("float"), [...FLOATS, 5e-324, 1.7e308]),
        ["double precision"],
      ],
      [
        numbers(valueType("bool"), [0, 1], (n) => String(n === 1)),
        ["boolean", "text", "jsonb"],
      ],
    ];
    for (let scale = 0; scale <= 15; scale++) {
      pairs.push([
        numbers(valueType("decimal", { scale }), LARGE, decimalText(scale)),
        ["numeric", "numeric(40,16)", "double precision", "text", "jsonb"],
      ]);
    }
    for (const [sample, types] of pairs) {
      for (const type of types) {
        await assertSame(await server(), sample, [type]);
      }
    }
  },
});

Deno.test({
  name: "dates and times go into their types, from year 1 to 9999",
  ...ON_SERVER,
  async fn() {
    const days = [FIRST_DAY, -1, 0, 1, 10956, 10957, 20000, LAST_DAY];
    const pairs: [Sample, string[]][] = [
      [
        numbers(valueType("date"), days, formatDate),
        ["date", "timestamp", "timestamptz", "text"],
      ],
    ];
    for (const scale of [0, 1, 3, 6, 7, 9]) {
      const unit = 10 ** scale;
      const times = [0, 1, unit - 1, 3600 * unit, 86399 * unit];
      const show = (value: number) => formatTime(value, scale);
      pairs.push([
        numbers(valueType("time", { scale }), times, show),
        ["time", "text"],
      ]);
      const far = Math.min(MOST, LAST_DAY * 86400 * unit);
      const near = Math.max(-MOST, FIRST_DAY * 86400 * unit);
      const points = [near, -1, 0, 1, 946684800 * unit, 1.7e9 * unit + 1, far]
        .filter((value) => Math.abs(value) <= MOST);
      pairs.push([
        numbers(
          valueType("timestamp", { scale }),
          points,
          (value) => formatTimestamp(value, scale),
        ),
        ["timestamp", "timestamptz", "text"],
      ]);
    }
    for (const [sample, types] of pairs) {
      for (const type of types) {
        await assertSame(await server(), sample, [type]);
      }
    }
  },
});

const TEXTS: Record<string, string[]> = {
  inet: [
    "10.0.0.1",
    "192.168.0.0/24",
    "255.255.255.255/0",
    "::",
    "::1",
    "1::",
    "2001:db8::8a2e:370:7334",
    "2001:db8:0:0:1:2:3:4/64",
    "::ffff:10.0.0.1",
    "FE80::A",
  ],
  macaddr: ["08:00:2b:01:02:03", "08-00-2b-01-02-03", "08002B010203"],
  bytea: ["", "plain", "\\x", "\\x00ff10AB", "a\\\\b", "\\000\\377x", "ö"],
  jsonb: ['{"a": [1, 2.50, null, "ü"]}', "[]", '"x"', "7"],
  "varchar(200)": ["", "a\tb\n\\N", "🙂"],
};

Deno.test({
  name: "texts go into inet, macaddr, bytea, jsonb and varchar as they read",
  ...ON_SERVER,
  async fn() {
    for (const [type, values] of Object.entries(TEXTS)) {
      for (const entries of [true, false]) {
        await assertSame(await server(), texts(values, entries), [type]);
      }
    }
  },
});

function encode(sample: Sample, encoding: Encoding): void {
  rowsOf(postgresBinary, sample, tableOf(sample), { encodings: [encoding] });
}

Deno.test("what a type cannot hold is refused with its row", () => {
  const refused: [Sample, Encoding, number][] = [
    [numbers(valueType("int"), [1, 32768]), "int2", 1],
    [numbers(valueType("int"), [1, 2, -2147483649]), "int4", 2],
    [numbers(valueType("float"), [1, 1e39]), "float4", 1],
    [numbers(valueType("float"), [1, 1e-60]), "float4", 1],
    [texts(["1.2.3.4", "1.2.3"], false), "inet", 1],
    [texts(["::1", "1::2::3"], false), "inet", 1],
    [texts(["::1", "1.2.3.4/33"], false), "inet", 1],
    [texts(["::1", "1:2:3:4:5:6:7:8:9"], false), "inet", 1],
    [texts(["::1", "12345::"], false), "inet", 1],
    [texts(["08002B010203", "08002B01020"], false), "macaddr", 1],
    [texts(["\\x00", "\\x0"], false), "bytea", 1],
    [texts(["\\x00", "\\xgg"], false), "bytea", 1],
    [texts(["\\000", "\\400"], false), "bytea", 1],
    [texts(["a", "a\0b"], false), "text", 1],
    [texts(["1", "\0"], false), "jsonb", 1],
  ];
  for (const [sample, encoding, row] of refused) {
    const error = assertThrows(() => encode(sample, encoding), ThrustError);
    assertEquals(error.code, "VALUE_REFUSED");
    assertEquals(error.fields, { table: "t", field: "c", row });
  }
});

Deno.test("values that a type's text means something else for have no binary form", () => {
  assertEquals(encodingOf(valueType("text"), "numeric_recv"), undefined);
  assertEquals(encodingOf(valueType("text"), "date_recv"), undefined);
  assertEquals(encodingOf(valueType("float"), "int4recv"), undefined);
  assertEquals(encodingOf(valueType("int"), "array_recv"), undefined);
  assertEquals(encodingOf(valueType("int"), "constructor"), undefined);
  assertEquals(
    encodingOf(valueType("decimal", { scale: 2 }), "int8recv"),
    undefined,
  );
});
