// The file of a SQLite database: a new one is written aside and gets its name when it is complete, one that is there is
// changed where it is, with all the care that SQLite takes.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { ThrustError } from "../../core/errors.ts";
import { attempt, statOf } from "../output.ts";
import type { Temporary } from "../target.ts";
import { attemptSql } from "./failure.ts";

/** Milliseconds to wait where another program holds the file. */
const BUSY_TIMEOUT = 4000;
/** Of a long file name, so much stands in its temporary one: names have at most 255 bytes. */
const NAME_PART = 50;

/** Of every database: keys are checked when all is there, and 64 MiB of pages stay in memory. */
const ALWAYS = `
PRAGMA foreign_keys = OFF;
PRAGMA busy_timeout = ${BUSY_TIMEOUT};
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -16384;`;

/** Of a file that nobody else knows of and that is thrown away after any failure. */
const ASIDE = `
PRAGMA journal_mode = MEMORY;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;`;

/** An open database, in a transaction from the beginning on. */
export class Database {
  /** As messages say it. */
  readonly name: string;
  /** Written aside: nothing stays of it unless it is finished. */
  readonly isNew: boolean;
  readonly #path: string;
  readonly #written: string;
  #db: DatabaseSync;

  private constructor(path: string, written: string) {
    this.name = JSON.stringify(path);
    this.#path = resolve(path);
    this.#written = written;
    this.isNew = written !== this.#path;
    this.#db = attemptSql("open", this.name, () => new DatabaseSync(written));
  }

  /** Opens a file, or makes a new one aside, which `announce` hears of before. */
  static open(path: string, announce: (made: Temporary) => void): Database {
    const name = JSON.stringify(path);
    const isThere = exists(path, name);
    const written = isThere ? resolve(path) : temporaryPath(resolve(path));
    if (!isThere) {
      announce({ files: [written, `${written}-journal`], directories: [] });
      // Made here, because the system says more clearly than SQLite why it cannot be.
      attempt("create", name, () => closeSync(openSync(written, "wx")));
    }
    const database = new Database(path, written);
    try {
      database.#begin();
    } catch (thrown) {
      database.#db.close();
      throw thrown;
    }
    return database;
  }

  #begin(): void {
    const pragmas = this.isNew ? ALWAYS + ASIDE : ALWAYS;
    attemptSql("open", this.name, () => this.#db.exec(pragmas));
    this.begin();
  }

  /** Lets go of a new file, so that its pages may be written, all that SQLite has done standing in it. */
  suspend(): string {
    if (this.#db.isOpen) {
      this.commit();
      attemptSql("close", this.name, () => this.#db.close());
    }
    return this.#written;
  }

  /** Takes a file back that has been let go of. */
  resume(): void {
    if (this.#db.isOpen) return;
    this.#db = attemptSql(
      "open",
      this.name,
      () => new DatabaseSync(this.#written),
    );
    this.#begin();
  }

  /** Begins a transaction, and with it keeps others from writing. */
  begin(): void {
    attemptSql("write to", this.name, () => this.#db.exec("BEGIN IMMEDIATE"));
  }

  commit(): void {
    attemptSql("write to", this.name, () => this.#db.exec("COMMIT"));
  }

  /** Executes a statement; `doing` is what that is to the reader of a message: `create table "t" in`. */
  execute(doing: string, sql: string): void {
    attemptSql(doing, this.name, () => this.#db.exec(sql));
  }

  prepare(doing: string, sql: string): StatementSync {
    return attemptSql(doing, this.name, () => this.#db.prepare(sql));
  }

  rows<Row>(
    doing: string,
    sql: string,
    ...values: (string | number)[]
  ): Row[] {
    return attemptSql(
      doing,
      this.name,
      () => this.#db.prepare(sql).all(...values) as Row[],
    );
  }

  /** Closes it after the last commit; a new one gets its name. */
  finish(): void {
    attemptSql("close", this.name, () => this.#db.close());
    if (!this.isNew) return;
    attempt("create", this.name, () => {
      const fd = openSync(this.#written, "r+");
      fsyncSync(fd);
      closeSync(fd);
    });
    if (existsSync(this.#path)) {
      throw new ThrustError(
        "TARGET_REFUSED",
        `Cannot create ${this.name}: another program has made it meanwhile`,
      );
    }
    attempt(
      "create",
      this.name,
      () => renameSync(this.#written, this.#path),
    );
  }

  /** Gives up what has not been committed, and closes it. */
  abandon(): void {
    if (!this.#db.isOpen) return;
    try {
      this.#db.exec("ROLLBACK");
    } catch {
      // After some failures SQLite has done so by itself.
    }
    this.#db.close();
  }
}

/** Whether there is a file; what is none is refused. */
function exists(path: string, name: string): boolean {
  const stats = attempt("open", name, () => statOf(path));
  if (stats === undefined || stats.isFile()) return stats !== undefined;
  const state = stats.isDirectory()
    ? "it is a directory; name a file in it"
    : "it is no file";
  throw new ThrustError("TARGET_REFUSED", `Cannot open ${name}: ${state}`);
}

function temporaryPath(path: string): string {
  const part = basename(path).slice(0, NAME_PART);
  const unique = crypto.randomUUID().slice(0, 8);
  return join(dirname(path), `.${part}.${unique}.part`);
}
