// The target that writes files: each beside its place, under its own name only when the whole run has succeeded.
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { OutputFile, OutputTable, Plan, TablePlan } from "../core/plan.ts";
import type { Run } from "../core/ring/ring_buffer.ts";
import { type Beginning, beginningOf } from "./existing_file.ts";
import { OrderedTarget } from "./ordered.ts";
import { attempt, Output } from "./output.ts";
import type { Sink, Target, Temporary } from "./target.ts";

/** Of a long file name, so much stands in its temporary one: names have at most 255 bytes. */
const NAME_PART = 50;

const NEWLINE = new Uint8Array([10]);

export function filesTarget(plan: Plan): Target {
  return new OrderedTarget(plan, new FilesSink(plan));
}

/** A file of the run and how it is made. */
interface Making {
  file: OutputFile;
  name: string;
  beginning: Beginning;
  /** Where it is written; the path itself for devices and pipes. */
  written: string;
  /** While it is open. */
  output?: Output;
}

/** A table in a file. */
interface Place {
  making: Making;
  frame: OutputTable;
}

class FilesSink implements Sink {
  readonly #plan: Plan;
  readonly #makings: Making[] = [];
  /** By table, in the order of the files. */
  readonly #places = new Map<string, Place[]>();
  /** Of the table at hand. */
  #now: Place[] = [];

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  open(announce: (made: Temporary) => void): void {
    const { files, mode } = this.#plan.output;
    const filled = new Set(
      this.#plan.tables.filter((table) => table.rows > 0)
        .map((table) => table.name),
    );
    for (const file of files) {
      const beginning = beginningOf(file, mode);
      // Nothing to append: the file stays as it is.
      const { keep } = beginning;
      if (keep && !file.tables.some(({ table }) => filled.has(table))) continue;
      const written = beginning.direct
        ? beginning.path
        : temporaryPath(beginning.path);
      const name = JSON.stringify(file.path);
      this.#makings.push({ file, name, beginning, written });
    }
    const aside = this.#makings.filter((one) => !one.beginning.direct);
    announce({
      files: aside.map((one) => one.written),
      directories: missingDirectories(aside.map((one) => one.written)),
    });
    for (const making of this.#makings) {
      for (const frame of making.file.tables) {
        const places = this.#places.get(frame.table) ?? [];
        this.#places.set(frame.table, [...places, { making, frame }]);
      }
    }
    // Made now, so that a place that cannot be written to is known before the first row is.
    for (const making of aside) create(making);
  }

  begin(table: TablePlan): number {
    this.#now = this.#places.get(table.name) ?? [];
    return this.#now.reduce((bytes, place) => bytes + beginPlace(place), 0);
  }

  write(records: Run, output: number): void {
    this.#now[output].making.output!.writeRun(records);
  }

  end(): number {
    return this.#now.reduce((bytes, place) => bytes + endPlace(place), 0);
  }

  commit(): void {
    for (const { beginning, written, name } of this.#makings) {
      if (beginning.direct) continue;
      attempt("create", name, () => renameSync(written, beginning.path));
    }
  }

  rollback(): void {
    for (const making of this.#makings) close(making);
  }
}

/** Opens the file at its first table, and writes what stands before the rows; says how many bytes that took. */
function beginPlace({ making, frame }: Place): number {
  const { file, beginning: { direct, keep }, written, name } = making;
  const isFirst = frame === file.tables[0];
  if (isFirst) making.output = Output.open(written, direct ? "w" : "a", name);
  if (keep === undefined) return write(making, frame.prologue);
  const newline = isFirst && keep.newline ? write(making, NEWLINE) : 0;
  return newline + write(making, frame.resume!.join);
}

/** Writes what stands after the rows, and closes the file at its last table. */
function endPlace({ making, frame }: Place): number {
  const bytes = write(making, frame.epilogue);
  if (frame === making.file.tables.at(-1)) close(making);
  return bytes;
}

function write({ output }: Making, bytes: Uint8Array): number {
  output!.write(bytes);
  return bytes.length;
}

function close(making: Making): void {
  const { output } = making;
  making.output = undefined;
  // Some file systems report only here that the bytes did not fit.
  if (output) attempt("write", output.name, () => closeSync(output.fd));
}

/** Makes a file under its temporary name, with what stays of the old one. */
function create({ name, beginning, written }: Making): void {
  attempt("create", name, () => {
    mkdirSync(dirname(written), { recursive: true });
    if (beginning.keep === undefined) {
      closeSync(openSync(written, "wx"));
    } else {
      copyFileSync(
        beginning.path,
        written,
        constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE,
      );
      const fd = openSync(written, "r+");
      ftruncateSync(fd, beginning.keep.bytes);
      closeSync(fd);
    }
    if (beginning.permissions !== undefined) {
      chmodSync(written, beginning.permissions);
    }
  });
}

function temporaryPath(path: string): string {
  const part = basename(path).slice(0, NAME_PART);
  const unique = crypto.randomUUID().slice(0, 8);
  return join(dirname(path), `.${part}.${unique}.part`);
}

/** The directories that have to be made for these files. */
function missingDirectories(files: string[]): string[] {
  const missing = new Set<string>();
  for (const file of files) {
    let directory = dirname(file);
    while (!missing.has(directory) && !existsSync(directory)) {
      missing.add(directory);
      directory = dirname(directory);
    }
  }
  return [...missing];
}
