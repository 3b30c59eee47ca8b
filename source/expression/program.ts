// An expression made ready: a list of steps, each of which fills a vector for the whole chunk.
import type {
  ExpressionNode,
  ExpressionType,
} from "../../core/expression/expression.ts";
import type { ColumnReader, PartialRecord } from "../../core/generator.ts";
import { Strings } from "../../core/values/strings.ts";
import { ARITHMETIC } from "./arithmetic.ts";
import { LOGIC } from "./logic.ts";
import type { Stretches } from "../context/reference/children.ts";
import type { Family } from "../context/reference/family.ts";
import type { Running } from "../context/reference/running.ts";
import { REDUCTIONS } from "./aggregates.ts";
import type { Operation } from "./operation.ts";
import { BEYOND, NULL, Slot } from "./slot.ts";
import { TEXT_ORDER } from "./text_order.ts";
import { TEXTS } from "./texts.ts";
import { TIMES } from "./times.ts";
import { WRITE } from "./write.ts";

const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  [ARITHMETIC, LOGIC, TEXTS, TEXT_ORDER, TIMES, WRITE].flatMap((one) =>
    Object.entries(one)
  ),
);

/** Fills its slot for the rows of a record. */
type Step = (record: PartialRecord, count: number) => void;

/** What an expression stands in: for messages. */
export interface Standing {
  reader(column: string): ColumnReader;
  /** Ends the run: the value of a row cannot be kept. */
  beyond(row: number): never;
  /** Rows that belong to the row: what aggregates are over. */
  related(): Related;
}

/** See `Standing.related`. */
export interface Related {
  /** The descendants of a record's rows in another table. */
  children(record: PartialRecord, table: string): Stretches;
  /** What the expressions over those stand in. */
  standing(table: string): Standing;
  siblings(record: PartialRecord): Family;
  running(): Running;
}

export class Program {
  readonly type: ExpressionType;
  readonly #standing: Standing;
  readonly #readers: ColumnReader[] = [];
  readonly #steps: Step[] = [];
  /** Slots that have arrays of their own, and what constants do when these are new. */
  readonly #slots: { slot: Slot; refill?: () => void }[] = [];
  readonly #columns = new Map<string, Slot>();
  readonly #result: Slot;
  #capacity = 0;

  constructor(root: ExpressionNode, standing: Standing) {
    this.type = root.type;
    this.#standing = standing;
    this.#result = this.#compile(root);
  }

  /** Columns come first: one that reads itself in an earlier row runs this very program in between. */
  touch(record: PartialRecord): void {
    for (const reader of this.#readers) reader.read(record);
  }

  /** The values for the rows of a record; overwritten by the next call. Flags are 0 or NULL. */
  run(record: PartialRecord): Slot {
    this.touch(record);
    const { count } = record.rows;
    if (count > this.#capacity) this.#grow(count);
    for (const step of this.#steps) step(record, count);
    const result = this.#result;
    if (result.flagged) this.#check(result, record);
    return result;
  }

  #check({ flags }: Slot, { rows }: PartialRecord): void {
    let seen = 0;
    for (let i = 0; i < rows.count; i++) seen |= flags[i];
    if (!(seen & BEYOND)) return;
    const missing = rows.nulls;
    for (let i = 0; i < rows.count; i++) {
      if (flags[i] === BEYOND && !(missing !== undefined && missing[i] === 1)) {
        this.#standing.beyond(rows.numbers[i]);
      }
    }
    // All of them are NULL. The flags may be those of a column, which have no such mark.
    for (let i = 0; i < rows.count; i++) if (flags[i] !== 0) flags[i] = NULL;
  }

  #grow(capacity: number): void {
    this.#capacity = capacity;
    for (const { slot, refill } of this.#slots) {
      slot.grow(capacity);
      refill?.();
    }
  }

  #compile(node: ExpressionNode): Slot {
    switch (node.op) {
      case "constant":
        return this.#constant(node);
      case "column":
        return this.#column(node);
      case "row":
        return this.#row(node);
      case "aggregate":
        return this.#aggregate(node);
      case "running":
        return this.#running(node);
    }
    const operation = OPERATIONS.get(node.op);
    if (operation === undefined) {
      throw new TypeError(
        `Cannot compute "${node.op}": there is no such operation`,
      );
    }
    const args = node.args.map((arg) => this.#compile(arg));
    const slot = this.#slot(node.type);
    const run = operation.compile(args, slot, node);
    if (!operation.ownsFlags) {
      this.#flag(slot, args, operation.flags || node.checked === true);
    }
    this.#steps.push((_, count) => run(count));
    return slot;
  }

  /** A result is NULL where an operand is. */
  #flag(slot: Slot, args: readonly Slot[], own: boolean): void {
    const flagged = args.filter((one) => one.flagged);
    slot.flagged = own || flagged.length > 0;
    if (!slot.flagged) return;
    if (!own && flagged.length === 1) {
      this.#steps.push(() => {
        slot.flags = flagged[0].flags;
      });
      return;
    }
    this.#steps.push((_, count) => {
      const flags = slot.clearFlags(count);
      for (const { flags: more } of flagged) {
        for (let i = 0; i < count; i++) flags[i] |= more[i];
      }
    });
  }

  #slot(type: ExpressionType, refill?: (slot: Slot) => void): Slot {
    const slot = new Slot(type);
    this.#slots.push({ slot, ...(refill && { refill: () => refill(slot) }) });
    return slot;
  }

  #constant({ type, value = null }: ExpressionNode): Slot {
    const text = typeof value === "string" ? Strings.from([value]) : undefined;
    const slot = this.#slot(type, (slot) => {
      if (value === null) slot.flags.fill(NULL);
      if (typeof value === "number") slot.numbers.fill(value);
      if (text === undefined) return;
      slot.bytes = text.bytes;
      slot.ends.fill(text.bytes.length);
    });
    slot.flagged = value === null;
    return slot;
  }

  #aggregate({ type, value, aggregate, checked }: ExpressionNode): Slot {
    const { table, of, where } = aggregate!;
    const related = this.#standing.related();
    const standing = related.standing(table!);
    const values = of && new Program(of, standing);
    const keep = where && new Program(where, standing);
    const name = value === "sum" && type.kind === "float" ? "sumFloat" : value;
    const reduction = REDUCTIONS[name as string];
    const slot = this.#slot(type);
    slot.flagged = true;
    this.#steps.push((record, count) => {
      reduction.begin(slot, count);
      related.children(record, table!).each((piece) => {
        if (piece.count === 0) return;
        reduction.add(
          slot,
          piece,
          values?.run(piece.record),
          keep?.run(piece.record),
        );
      });
      reduction.end(slot, count, checked === true);
    });
    return slot;
  }

  #running({ type, aggregate }: ExpressionNode): Slot {
    const related = this.#standing.related();
    const values = new Program(aggregate!.of!, this.#standing);
    const running = related.running();
    const slot = this.#slot(type);
    slot.flagged = true;
    let numbers = new Float64Array(0);
    this.#steps.push((record, count) => {
      const flags = slot.clearFlags(count);
      running.sum(record.rows, related.siblings(record), ({ record }) => {
        const { count } = record.rows;
        const { numbers: from, flags, flagged } = values.run(record);
        if (!flagged) return from;
        if (numbers.length < count) numbers = new Float64Array(count);
        for (let k = 0; k < count; k++) {
          numbers[k] = flags[k] !== 0 ? NaN : from[k];
        }
        return numbers;
      }, slot.numbers);
      REDUCTIONS[type.kind === "float" ? "sumFloat" : "sum"]
        .end(slot, count, true);
      // Rows that there are not have no siblings either.
      const missing = record.rows.nulls;
      if (missing === undefined) return;
      for (let i = 0; i < count; i++) if (missing[i] === 1) flags[i] = NULL;
    });
    return slot;
  }

  #row({ type }: ExpressionNode): Slot {
    const slot = new Slot(type);
    this.#steps.push(({ rows }) => {
      slot.numbers = rows.numbers;
    });
    return slot;
  }

  #column({ value, type }: ExpressionNode): Slot {
    const name = value as string;
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    const reader = this.#standing.reader(name);
    this.#readers.push(reader);
    const isText = type.kind === "text";
    const slot = isText ? this.#slot(type) : new Slot(type);
    this.#columns.set(name, slot);
    slot.flagged = reader.type.nullable;
    this.#steps.push(
      isText ? readText(reader, slot) : (record) => {
        const vector = reader.read(record);
        slot.numbers = vector.numbers;
        slot.words = vector.words;
        slot.flags = vector.nulls;
      },
    );
    return slot;
  }
}

/** What stands where a text is NULL means nothing: here it is empty. */
function readText(reader: ColumnReader, slot: Slot): Step {
  return (record, count) => {
    const vector = reader.read(record);
    const { nulls } = vector;
    const { nullable } = reader.type;
    slot.flags = nulls;
    const { starts, ends } = slot;
    if (reader.prepared.storage === "entries") {
      const { indexes } = vector;
      const { bytes, offsets } = vector.strings;
      slot.bytes = bytes;
      for (let i = 0; i < count; i++) {
        if (nullable && nulls[i] === 1) {
          starts[i] = ends[i] = 0;
          continue;
        }
        starts[i] = offsets[indexes[i]];
        ends[i] = offsets[indexes[i] + 1];
      }
      return;
    }
    slot.bytes = vector.bytes;
    for (let i = 0; i < count; i++) {
      const isNull = nullable && nulls[i] === 1;
      starts[i] = isNull ? 0 : vector.starts[i];
      ends[i] = isNull ? 0 : vector.ends[i];
    }
  };
}
