// Fields of PostgreSQL's binary COPY as values in the units of the plan's columns.
import { POWERS_OF_TEN } from "../../core/values/digits.ts";
import { bareZone, type ValueType } from "../../core/value_type.ts";
import { instantReader, type Zone } from "../../core/values/zone.ts";
import type { Cells } from "../cells.ts";
import { setFromDouble, setFromText } from "../text_values.ts";

/** Reads a field of `length` bytes at `at` into cell `i`. */
export type Decode = (
  view: DataView,
  bytes: Uint8Array,
  at: number,
  length: number,
  cells: Cells,
  i: number,
) => void;

const EPOCH_DAYS = 10957;
const DAY_MICROSECONDS = 86_400_000_000;
const EPOCH_MICROSECONDS = EPOCH_DAYS * DAY_MICROSECONDS;
const NEGATIVE = 0x4000;
const NOT_A_NUMBER = 0xc000;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * How fields of a type that the server receives by a function are read; undefined where they must be asked for as text.
 */
export function decoderOf(
  receive: string,
  type: ValueType,
): Decode | undefined {
  const { kind } = type;
  switch (receive) {
    case "int2recv":
      return kind === "int" ? readInt2 : undefined;
    case "int4recv":
      return kind === "int" ? readInt4 : undefined;
    case "int8recv":
      return kind === "int" ? readInt8 : undefined;
    case "numeric_recv":
      return kind === "decimal" || kind === "int" ? numeric(type) : undefined;
    case "float4recv":
      return kind === "float" ? readFloat4 : undefined;
    case "float8recv":
      return kind === "float" || kind === "decimal" || kind === "int"
        ? (view, _bytes, at, _length, cells, i) =>
          setFromDouble(cells, i, view.getFloat64(at), type)
        : undefined;
    case "boolrecv":
      return kind === "bool" ? readBool : undefined;
    case "date_recv":
      return kind === "date" ? readDate : undefined;
    case "time_recv":
      return kind === "time" ? time(type) : undefined;
    case "timestamp_recv":
    case "timestamptz_recv":
      return kind === "timestamp" || kind === "date"
        ? timestamp(type, bareZone(type))
        : undefined;
    case "interval_recv":
      return kind === "interval" ? interval(type) : undefined;
    case "uuid_recv":
      return kind === "uuid" ? readUuid : undefined;
  }
  return undefined;
}

/** Fields that are asked for as text. */
export function textDecoder(type: ValueType): Decode {
  return (_view, bytes, at, length, cells, i) => {
    if (cells.storage === "texts") cells.setText(i, bytes, at, at + length);
    else {
      const text = decoder.decode(bytes.slice(at, at + length));
      setFromText(cells, i, text, type);
    }
  };
}

const readInt2: Decode = (view, _bytes, at, _length, cells, i) =>
  cells.setNumber(i, view.getInt16(at));
const readInt4: Decode = (view, _bytes, at, _length, cells, i) =>
  cells.setNumber(i, view.getInt32(at));
const readBool: Decode = (view, _bytes, at, _length, cells, i) =>
  cells.setNumber(i, view.getUint8(at));
const readFloat4: Decode = (view, _bytes, at, _length, cells, i) =>
  cells.setNumber(i, view.getFloat32(at));

const readInt8: Decode = (view, _bytes, at, _length, cells, i) => {
  const value = int8(view, at);
  if (Number.isSafeInteger(value)) cells.setNumber(i, value);
  else cells.setOdd(i, String(view.getBigInt64(at)));
};

function int8(view: DataView, at: number): number {
  return view.getInt32(at) * 4294967296 + view.getUint32(at + 4);
}

const readDate: Decode = (view, _bytes, at, _length, cells, i) => {
  const days = view.getInt32(at);
  if (days === 0x7fffffff) cells.setOdd(i, "infinity");
  else if (days === -0x80000000) cells.setOdd(i, "-infinity");
  else cells.setNumber(i, days + EPOCH_DAYS);
};

const readUuid: Decode = (view, _bytes, at, _length, cells, i) => {
  for (let k = 0; k < 4; k++) cells.setWord(i, k, view.getUint32(at + 4 * k));
};

/** Microseconds since midnight. */
function time(type: ValueType): Decode {
  const set = microseconds(type);
  return (view, _bytes, at, _length, cells, i) => {
    const value = int8(view, at);
    set(
      cells,
      i,
      Math.floor(value / 1e6),
      value - Math.floor(value / 1e6) * 1e6,
    );
  };
}

/** Microseconds, days and months: no interval of ours has months, and a day has 24 hours. */
function interval(type: ValueType): Decode {
  const set = microseconds(type);
  return (view, _bytes, at, _length, cells, i) => {
    const value = int8(view, at);
    const days = view.getInt32(at + 8);
    const months = view.getInt32(at + 12);
    if (months !== 0) {
      const seconds = days * 86400 + Math.floor(value / 1e6);
      return cells.setOdd(i, `${months} months ${seconds} s`);
    }
    const seconds = Math.floor(value / 1e6);
    set(cells, i, days * 86400 + seconds, value - seconds * 1e6);
  };
}

/** Microseconds since 2000-01-01; with a zone, of its local time. */
function timestamp(type: ValueType, zone: Zone | undefined): Decode {
  const instantAt = zone && instantReader(zone);
  const set = microseconds(type);
  return (view, _bytes, at, _length, cells, i) => {
    const value = int8(view, at);
    if (Number.isSafeInteger(value)) {
      const seconds = Math.floor(value / 1e6);
      const rest = value - seconds * 1e6;
      const said = seconds + EPOCH_MICROSECONDS / 1e6;
      const since = instantAt === undefined ? said : instantAt(said);
      if (type.kind === "timestamp") set(cells, i, since, rest);
      else if (since % 86400 === 0 && rest === 0) {
        cells.setNumber(i, since / 86400);
      } else cells.setOdd(i, `${value} µs after 2000`);
      return;
    }
    const exact = view.getBigInt64(at);
    if (exact === 2n ** 63n - 1n) cells.setOdd(i, "infinity");
    else if (exact === -(2n ** 63n)) cells.setOdd(i, "-infinity");
    else {
      const seconds = exact / 1000000n - (exact % 1000000n < 0n ? 1n : 0n);
      set(
        cells,
        i,
        Number(seconds) + EPOCH_MICROSECONDS / 1e6,
        Number(exact - seconds * 1000000n),
      );
    }
  };
}

/** Sets seconds and microseconds in the units of a scale; what is finer than those is no value of the type. */
function microseconds({ scale }: ValueType) {
  const unit = POWERS_OF_TEN[Math.min(scale, 6)];
  const step = POWERS_OF_TEN[Math.max(0, 6 - scale)];
  const more = POWERS_OF_TEN[Math.max(0, scale - 6)];
  return (cells: Cells, i: number, seconds: number, rest: number): void => {
    if (rest % step !== 0) {
      cells.setOdd(i, `${seconds}.${String(rest).padStart(6, "0")} s`);
    } else cells.setNumber(i, (seconds * unit + rest / step) * more);
  };
}

/** Groups of four digits: see source/formats/write/binary.ts. */
function numeric({ scale }: ValueType): Decode {
  return (view, _bytes, at, _length, cells, i) => {
    const groups = view.getInt16(at);
    const weight = view.getInt16(at + 2);
    const sign = view.getUint16(at + 4);
    // The value is the groups' number times 10000^(weight - groups + 1).
    let size = 0;
    let exact = sign === 0 || sign === NEGATIVE;
    let power = scale + 4 * (weight - groups + 1);
    for (let k = 0; k < groups; k++) {
      const group = view.getInt16(at + 8 + 2 * k);
      if (k === groups - 1 && power < 0) {
        // The last group has zeros behind the scale's digits.
        const cut = POWERS_OF_TEN[Math.min(4, -power)];
        const kept = Math.floor(group / cut);
        if (kept * cut !== group || power < -4) exact = false;
        size = size * (10000 / cut) + kept;
        power = 0;
      } else size = size * 10000 + group;
    }
    if (power > 0) size *= POWERS_OF_TEN[Math.min(22, power)];
    if (exact && size <= Number.MAX_SAFE_INTEGER) {
      cells.setNumber(i, sign === NEGATIVE ? -size : size);
    } else cells.setOdd(i, numericText(view, at));
  };
}

/** A numeric as the server would show it. */
function numericText(view: DataView, at: number): string {
  const groups = view.getInt16(at);
  const weight = view.getInt16(at + 2);
  const sign = view.getUint16(at + 4);
  const digitsAfter = view.getInt16(at + 6);
  if (sign === NOT_A_NUMBER) return "NaN";
  if (sign !== 0 && sign !== NEGATIVE) return "Infinity";
  const group = (k: number) =>
    String(k >= 0 && k < groups ? view.getInt16(at + 8 + 2 * k) : 0)
      .padStart(4, "0");
  let whole = "";
  for (let k = 0; k <= weight; k++) whole += group(k);
  let after = "";
  for (let k = weight + 1; after.length < digitsAfter; k++) after += group(k);
  const text = (whole.replace(/^0+/, "") || "0") +
    (digitsAfter > 0 ? `.${after.slice(0, digitsAfter)}` : "");
  return sign === NEGATIVE ? `-${text}` : text;
}
