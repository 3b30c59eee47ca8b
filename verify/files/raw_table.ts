// A table in a file whose records are not taken apart (SQL, JSON): its bytes are compared with the expected ones.
import type { OutputTable, Plan, TablePlan } from "../../core/plan.ts";
import type { Source } from "../../source/source.ts";
import type { FoundTable, Visitor } from "../place.ts";
import { fieldsOf } from "./file_table.ts";
import { KnownRows } from "./known_rows.ts";
import { Window } from "./window.ts";

interface Place {
  isLast: boolean;
  format: string;
  /** Which of the table's files it is. */
  index: number;
}

export class RawTable implements FoundTable {
  readonly plan: TablePlan;
  readonly name: string;
  readonly columns: string[];
  readonly flaws: string[] = [];
  readonly ordered = true;
  unread?: string;
  readonly #source: Source;
  readonly #path: string;
  readonly #frame: OutputTable;
  /** Where the table begins in the file: where the one before it ends. */
  readonly #before: RawTable | undefined;
  readonly #isLast: boolean;
  readonly #index: number;
  #end: number | undefined;

  static of(
    source: Source,
    { output }: Plan,
    path: string,
    plans: readonly TablePlan[],
    frames: readonly OutputTable[],
    index: number,
  ): RawTable[] {
    const tables: RawTable[] = [];
    plans.forEach((plan, i) =>
      tables.push(
        new RawTable(source, plan, path, frames[i], tables.at(-1), {
          isLast: i === plans.length - 1,
          format: frames[i].own?.format ?? output.format,
          index,
        }),
      )
    );
    return tables;
  }

  private constructor(
    source: Source,
    plan: TablePlan,
    path: string,
    frame: OutputTable,
    before: RawTable | undefined,
    { isLast, format, index }: Place,
  ) {
    this.plan = plan;
    this.name = `${JSON.stringify(path)} (${format})`;
    this.columns = fieldsOf(plan, frame).map(({ name }) => name);
    this.#index = index;
    this.#source = source;
    this.#path = path;
    this.#frame = frame;
    this.#before = before;
    this.#isLast = isLast;
  }

  scan(visitor: Visitor): Promise<void> {
    Window.through(this.#path, (window) => this.#scan(window, visitor));
    return Promise.resolve();
  }

  #scan(window: Window, visitor: Visitor): void {
    this.unread = undefined;
    if (this.#before !== undefined) {
      if (this.#before.#end === undefined) {
        this.unread = `what stands before it in the file differs`;
        return;
      }
      window.skip(this.#before.#end);
    }
    const { prologue, epilogue } = this.#frame;
    if (!window.take(prologue)) {
      this.unread = "what stands before its rows differs";
      return;
    }
    const { plan } = this;
    const known = new KnownRows(this.#source, plan);
    this.#source.encode(
      plan,
      0,
      plan.rows,
      (sent, ends, count, row, output) => {
        const bytes = sent!; // nothing is lent
        if (this.unread !== undefined || output !== this.#index) return;
        for (let i = 0, from = 0; i < count; from = ends[i++]) {
          if (window.take(bytes.subarray(from, ends[i]))) continue;
          this.unread = `the file differs in row ${
            row + i
          }, at byte ${window.offset}`;
          return;
        }
        visitor.same(row, count, (names) => known.last(names, count));
      },
    );
    if (this.unread !== undefined) return;
    if (!window.take(epilogue)) {
      this.unread =
        `what stands after its rows differs, at byte ${window.offset}`;
    } else if (this.#isLast && !window.done) {
      this.unread =
        `there is more after the last row, at byte ${window.offset}`;
    } else this.#end = window.offset;
  }
}
