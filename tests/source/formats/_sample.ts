// Tables of random columns with hostile texts, their bytes in any format, and what a reader must find in them.
import fc from "fast-check";
import type { ColumnShape } from "../../../core/format.ts";
import { type ValueType, valueType } from "../../../core/value_type.ts";
import {
  FIRST_DAY,
  formatDate,
  formatTime,
  formatTimestamp,
  LAST_DAY,
} from "../../../core/values/calendar.ts";
import { formatInterval } from "../../../core/values/interval.ts";
import { isPlainText } from "../../../core/values/plain.ts";
import { Strings } from "../../../core/values/strings.ts";
import { encoder, joined } from "./_written.ts";

export interface SampleColumn {
  shape: ColumnShape;
  /** What a person reads: `12.50`, `true`, `2022-01-01T12:34:56Z`; null where it is NULL. */
  texts: (string | null)[];
  /** The values where they are kept as numbers or words, four a UUID. */
  numbers: number[];
}

export interface Sample {
  name: string;
  rows: number;
  columns: SampleColumn[];
}

/** A value as its vector keeps it, and as text. */
interface Value {
  numbers: number[];
  text: string;
}

/** What texts may be made of. */
export interface Hostility {
  nul: boolean;
}

const NASTY = [
  "",
  " ",
  " a ",
  '"',
  '""',
  "'",
  "\\",
  "\\'",
  "\\N",
  "\\.",
  "\\n",
  ",",
  ";",
  "\t",
  "\n",
  "\r",
  "\r\n",
  "a\rb",
  "NULL",
  "null",
  "-- x",
  "'); DROP TABLE t; --",
  "\u2028\u2029",
  "👩‍👩‍👧‍👦",
  "שלום, עולם",
  "مرحبا",
  "\u0001\u001a\u001f\u007f",
  "\ufeff",
  "=1+1",
];

function anyText({ nul }: Hostility): fc.Arbitrary<string> {
  const nasty = fc.oneof(
    fc.constantFrom(...NASTY, "\0", "a\0b"),
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.string({ unit: "binary-ascii", maxLength: 12 }),
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.array(fc.constantFrom(...NASTY), { maxLength: 4 }).map((parts) =>
      parts.join("x")
    ),
  );
  return nul ? nasty : nasty.map((text) => text.replaceAll("\0", "0"));
}

export function texts(
  text: fc.Arbitrary<string>,
): fc.Arbitrary<[ValueType, fc.Arbitrary<Value>]> {
  const value = text.map((text) => ({ numbers: [], text }));
  return fc.constant([valueType("text"), value]);
}

function decimalText(value: number, scale: number): string {
  if (scale === 0) return String(value === 0 ? 0 : value);
  const digits = String(Math.abs(value)).padStart(scale + 1, "0");
  return `${value < 0 ? "-" : ""}${digits.slice(0, -scale)}.${
    digits.slice(-scale)
  }`;
}

const scale = fc.integer({ min: 0, max: 6 });

/** A type, and values of it. */
const scalars: fc.Arbitrary<[ValueType, fc.Arbitrary<Value>]>[] = [
  fc.constant([
    valueType("int"),
    fc.maxSafeInteger().map((n) => one(n, String(n))),
  ]),
  fc.constant([
    valueType("int", { min: -2147483648, max: 2147483647 }),
    fc.integer().map((n) => one(n, String(n))),
  ]),
  fc.constant([
    valueType("float"),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) =>
      one(n, String(n))
    ),
  ]),
  fc.constant([
    valueType("bool"),
    fc.boolean().map((yes) => one(yes ? 1 : 0, String(yes))),
  ]),
  fc.tuple(scale, fc.integer({ min: 1, max: 10 ** 15 })).map((
    [scale, max],
  ) => [
    valueType("decimal", { scale, min: -max, max }),
    fc.integer({ min: -max, max }).map((n) => one(n, decimalText(n, scale))),
  ]),
  fc.constant([
    valueType("date"),
    fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map((day) =>
      one(day, formatDate(day))
    ),
  ]),
  scale.map((scale) => [
    valueType("time", { scale }),
    fc.integer({ min: 0, max: 86400 * 10 ** scale - 1 }).map((n) =>
      one(n, formatTime(n, scale))
    ),
  ]),
  scale.map((scale) => {
    const furthest = Math.min(
      Number.MAX_SAFE_INTEGER,
      -FIRST_DAY * 86400 * 10 ** scale,
    );
    return [
      valueType("timestamp", { scale }),
      fc.integer({ min: -furthest, max: furthest }).map((n) =>
        one(n, formatTimestamp(n, scale))
      ),
    ];
  }),
  scale.map((scale) => {
    const furthest = Math.min(Number.MAX_SAFE_INTEGER, 10 ** (14 + scale));
    return [
      valueType("interval", { scale }),
      fc.oneof(
        fc.integer({ min: -furthest, max: furthest }),
        fc.integer({ min: -100_000, max: 100_000 }),
      ).map((n) => one(n, formatInterval(n, scale))),
    ];
  }),
  fc.constant([
    valueType("uuid"),
    fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => {
      const view = new DataView(bytes.slice().buffer);
      const hex = Array.from(
        bytes,
        (byte) => byte.toString(16).padStart(2, "0"),
      )
        .join("");
      return {
        numbers: [0, 4, 8, 12].map((at) => view.getUint32(at)),
        text: hex.replace(
          /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
          "$1-$2-$3-$4-$5",
        ),
      };
    }),
  ]),
];

/** What a JSON value may be: numbers of all engines alike, hostile texts, a depth of some. */
function anyJson(hostility: Hostility): fc.Arbitrary<unknown> {
  const text = anyText(hostility);
  return fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(text.filter((key) => key !== "__proto__"), tie("value"), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
    ),
  })).value;
}

function jsonText(value: fc.Arbitrary<unknown>): fc.Arbitrary<Value> {
  return value.map((one) => ({ numbers: [], text: JSON.stringify(one) }));
}

function arraysOf(
  item: ValueType,
  value: fc.Arbitrary<unknown>,
): [ValueType, fc.Arbitrary<Value>] {
  const items = fc.array(fc.option(value, { freq: 5 }), { maxLength: 4 });
  return [valueType("array", { item }), jsonText(items)];
}

/** Values kept as bytes that are no texts. Arrays and JSON are told as JSON, bytes as `\\x00ff`. */
function structured(
  hostility: Hostility,
): fc.Arbitrary<[ValueType, fc.Arbitrary<Value>]> {
  const bytes = fc.uint8Array({ maxLength: 40 });
  // JSON's own null would be NULL in a JSON file.
  const json = anyJson(hostility).filter((one) => one !== null);
  return fc.constantFrom(
    [
      valueType("bytes"),
      bytes.map((one) => ({ numbers: [], text: `\\x${one.toHex()}` })),
    ],
    [valueType("json"), jsonText(json)],
    arraysOf(valueType("int"), fc.integer()),
    arraysOf(valueType("bool"), fc.boolean()),
    arraysOf(valueType("text"), anyText(hostility)),
    arraysOf(valueType("bytes"), bytes.map((one) => one.toBase64())),
    arraysOf(valueType("json"), json),
  );
}

/** A text as the bytes that vectors keep of it. */
export function bytesOf({ kind }: ValueType, text: string): Uint8Array {
  return kind === "bytes"
    ? Uint8Array.fromHex(text.slice(2))
    : encoder.encode(text);
}

/** Texts as a dictionary's entries. */
export function entriesOf(type: ValueType, texts: string[]): Strings {
  const parts = texts.map((text) => bytesOf(type, text));
  const offsets = new Uint32Array(parts.length + 1);
  for (const [i, { length }] of parts.entries()) {
    offsets[i + 1] = offsets[i] + length;
  }
  return new Strings(joined(parts), offsets);
}

function one(number: number, text: string): Value {
  return { numbers: [number], text };
}

const plainText = fc.oneof(
  fc.constantFrom("a", "São Paulo", "🙂", "x=1", "-", "jo.se@example.com"),
  fc.string({ unit: "grapheme", maxLength: 40 }),
).map((text) => isPlainText(text) ? text : "plain");

function columnOf(
  index: number,
  rows: number,
  hostility: Hostility,
): fc.Arbitrary<SampleColumn> {
  const kept = fc.constantFrom(
    ...["entries", "slices", "plain", "scalar"],
    ...["structured entries", "structured slices"],
  );
  return kept.chain((kept) => {
    const typed = kept === "scalar"
      ? fc.oneof(...scalars)
      : kept.startsWith("structured")
      ? structured(hostility)
      : texts(kept === "plain" ? plainText : anyText(hostility));
    return fc.tuple(
      typed,
      fc.boolean(),
      anyText({ nul: false }).map((text) => [...text].slice(0, 10).join("")),
    ).chain(([[type, value], nullable, name]) =>
      fc.tuple(
        fc.array(value, { minLength: rows, maxLength: rows }),
        fc.array(fc.boolean(), { minLength: rows, maxLength: rows }),
      ).map(([values, nulls]) => ({
        shape: {
          // No two are the same, whatever a database thinks of case.
          name: `${name}${index}`,
          type: { ...type, nullable },
          storage: kept === "scalar"
            ? (type.kind === "uuid" ? "words" : "numbers")
            : kept.endsWith("entries")
            ? "entries"
            : "slices",
          strings: kept.endsWith("entries")
            ? entriesOf(type, values.map(({ text }) => text))
            : undefined,
          plain: kept === "plain",
        } as ColumnShape,
        texts: values.map(({ text }, i) => nullable && nulls[i] ? null : text),
        numbers: values.flatMap(({ numbers }) => numbers),
      }))
    );
  });
}

/** A table of two to six columns and up to nine rows. */
export function sample(
  hostility: Hostility,
  name = "t",
): fc.Arbitrary<Sample> {
  return fc.tuple(fc.integer({ min: 2, max: 6 }), fc.nat(9)).chain((
    [columns, rows],
  ) =>
    fc.tuple(
      ...Array.from(
        { length: columns },
        (_, i) => columnOf(i, rows, hostility),
      ),
    ).map((columns) => ({ name, rows, columns }))
  );
}

/** A table of one column of texts, kept as slices. */
export function textSample(
  texts: (string | null)[],
  rest: { name?: string; entries?: boolean } = {},
): Sample {
  const { name = "note", entries = false } = rest;
  return {
    name: "t",
    rows: texts.length,
    columns: [{
      shape: {
        name,
        type: valueType("text", { nullable: texts.includes(null) }),
        storage: entries ? "entries" : "slices",
        strings: entries
          ? Strings.from(texts.map((text) => text ?? ""))
          : undefined,
        plain: false,
      },
      texts,
      numbers: [],
    }],
  };
}
