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
import type { Run } from "../core/ring_buffer.ts";
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
}

class FilesSink implements Sink {
  readonly #plan: Plan;
  readonly #makings: Making[] = [];
  /** By table. */
  readonly #places = new Map<string, { making: Making; frame: OutputTable }>();
  #output: Output | undefined;

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
        this.#places.set(frame.table, { making, frame });
      }
    }
    // Made now, so that a place that cannot be written to is known before the first row is.
    for (const making of aside) create(making);
  }

  begin(table: TablePlan): number {
    const place = this.#places.get(table.name);
    if (place === undefined) return 0;
    const { making, frame } = place;
    const isFirst = frame === making.file.tables[0];
    if (isFirst) {
      const flags = making.beginning.direct ? "w" : "a";
      this.#output = Output.open(making.written, flags, making.name);
    }
    const { keep } = making.beginning;
    if (keep === undefined) return this.#write(frame.prologue);
    const newline = isFirst && keep.newline ? this.#write(NEWLINE) : 0;
    return newline + this.#write(frame.resume!.join);
  }

  write(records: Run): void {
    this.#output!.writeRun(records);
  }

  end(table: TablePlan): number {
    const place = this.#places.get(table.name);
    if (place === undefined) return 0;
    const { making, frame } = place;
    const bytes = this.#write(frame.epilogue);
    if (frame === making.file.tables.at(-1)) this.#close();
    return bytes;
  }

  commit(): void {
    for (const { beginning, written, name } of this.#makings) {
      if (beginning.direct) continue;
      attempt("create", name, () => renameSync(written, beginning.path));
    }
  }

  rollback(): void {
    this.#close();
  }

  #write(bytes: Uint8Array): number {
    this.#output!.write(bytes);
    return bytes.length;
  }

  #close(): void {
    const output = this.#output;
    this.#output = undefined;
    // Some file systems report only here that the bytes did not fit.
    if (output) attempt("write", output.name, () => closeSync(output.fd));
  }
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
