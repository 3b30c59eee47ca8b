// What workers count while they work, in shared memory, so that the main thread can look without asking.
// Every number has one writer; a reader may see it a moment late.

/** What is counted where: plain data, for the start message of a worker. */
export interface CountersPlan {
  buffer: SharedArrayBuffer;
  tables: number;
  sources: number;
  targets: number;
}

/** What a target has persisted of a table. */
export interface Written {
  rows: number;
  /** Everything that went out for the table, what stands around its rows included. */
  bytes: number;
  /** Milliseconds since 1970; 0: not yet. */
  began: number;
  ended: number;
}

/** float64 values in a line; each worker writes to lines of its own. */
const LINE = 16;
/** Fields of a source's table. */
const MADE = 2;
/** Fields of a target's table. */
const WRITTEN = 4;

export function allocateCounters(
  tables: number,
  sources: number,
  targets: number,
): CountersPlan {
  const values = LINE * (1 + sources * linesOf(MADE * tables) +
    targets * linesOf(WRITTEN * tables) + linesOf(sources + targets));
  const buffer = new SharedArrayBuffer(8 * values);
  return { buffer, tables, sources, targets };
}

function linesOf(values: number): number {
  return Math.ceil(values / LINE);
}

/** The counters of a run, by table (in load order) and worker. */
export class Counters {
  readonly #values: Float64Array<SharedArrayBuffer>;
  readonly #tables: number;
  readonly #sources: number;
  /** Where the targets' tables and the marks of ended workers begin. */
  readonly #written: number;
  readonly #gone: Int32Array<SharedArrayBuffer>;

  constructor(plan: CountersPlan) {
    const { buffer, tables, sources, targets } = plan;
    this.#values = new Float64Array(buffer);
    this.#tables = tables;
    this.#sources = sources;
    this.#written = LINE * sources * linesOf(MADE * tables);
    const gone = this.#written + LINE * targets * linesOf(WRITTEN * tables);
    this.#gone = new Int32Array(buffer, 8 * gone, sources + targets);
  }

  /** A source has handed over rows. */
  made(source: number, table: number, rows: number, bytes: number): void {
    const at = this.#madeAt(source, table);
    this.#values[at] += rows;
    this.#values[at + 1] += bytes;
  }

  /** What a source has handed over does not count. */
  forget(source: number): void {
    const from = this.#madeAt(source, 0);
    this.#values.fill(0, from, from + MADE * this.#tables);
  }

  /** Rows of a table that a source has handed over. */
  rowsMade(source: number, table: number): number {
    return this.#values[this.#madeAt(source, table)];
  }

  /** Rows that a source has handed over, of all tables. */
  rowsMadeBy(source: number): number {
    let rows = 0;
    for (let i = 0; i < this.#tables; i++) rows += this.rowsMade(source, i);
    return rows;
  }

  begin(target: number, table: number): void {
    this.#values[this.#writtenAt(target, table) + 2] = now();
  }

  wrote(target: number, table: number, rows: number, bytes: number): void {
    const at = this.#writtenAt(target, table);
    this.#values[at] += rows;
    this.#values[at + 1] += bytes;
  }

  end(target: number, table: number): void {
    this.#values[this.#writtenAt(target, table) + 3] = now();
  }

  written(target: number, table: number): Written {
    const at = this.#writtenAt(target, table);
    const [rows, bytes, began, ended] = this.#values.subarray(at, at + WRITTEN);
    return { rows, bytes, began, ended };
  }

  /** Marks a worker (sources first, then targets) that will say no more, whatever the reason. */
  leave(worker: number): void {
    Atomics.store(this.#gone, worker, 1);
  }

  hasLeft(worker: number): boolean {
    return Atomics.load(this.#gone, worker) === 1;
  }

  /** The number by which `leave` and `hasLeft` know a target. */
  targetWorker(target: number): number {
    return this.#sources + target;
  }

  #madeAt(source: number, table: number): number {
    return LINE * source * linesOf(MADE * this.#tables) + MADE * table;
  }

  #writtenAt(target: number, table: number): number {
    return this.#written + LINE * target * linesOf(WRITTEN * this.#tables) +
      WRITTEN * table;
  }
}

/** The time of day, comparable between threads. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}
