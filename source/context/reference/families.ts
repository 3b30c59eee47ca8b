// Who is whose child: families of rows made per another table, and the rows that descend from one.
import {
  type ChildCounts,
  childCounts,
} from "../../../core/values/child_counts.ts";
import type { ChunkRecord } from "../../record.ts";
import type { SourceTable } from "../../table.ts";
import { Children, type Stretches } from "./children.ts";
import { parentOf } from "./columns.ts";
import { Family } from "./family.ts";

export class Families {
  readonly #seed: string;
  readonly #table: (name: string) => SourceTable;
  readonly #counts = new Map<string, ChildCounts>();

  constructor(seed: string, table: (name: string) => SourceTable) {
    this.#seed = seed;
    this.#table = table;
  }

  /** The parents of a record's rows; undefined where its table is not made per another. */
  of(record: ChunkRecord): Family | undefined {
    const parent = parentOf(record.table.plan);
    return parent === undefined
      ? undefined
      : this.under(record, this.#table(parent));
  }

  /** The rows of the parent's table that a record's rows are children of. */
  under(record: ChunkRecord, parent: SourceTable): Family {
    return record.keep(
      "family",
      () => new Family(parent, this.#countsOf(record.table)),
      (family) => family.gather(record.rows),
    );
  }

  /** The rows of a table that descend from a record's rows. */
  children(record: ChunkRecord, name: string): Stretches {
    return record.keep(
      `children/${name}`,
      () => {
        const child = this.#table(name);
        return new Children(child, this.generations(record.table, child));
      },
      (children) => children.gather(record.rows),
    ).stretches;
  }

  /** The child counts from an ancestor down to a table, the eldest first. */
  generations(ancestor: SourceTable, table: SourceTable): ChildCounts[] {
    const generations: ChildCounts[] = [];
    for (let step = table; step !== ancestor;) {
      generations.unshift(this.#countsOf(step));
      step = this.#table(parentOf(step.plan)!);
    }
    return generations;
  }

  #countsOf({ name, plan }: SourceTable): ChildCounts {
    let counts = this.#counts.get(name);
    if (counts === undefined) {
      const { per } = plan;
      if (per === undefined || "dictionary" in per) {
        throw new TypeError(
          `Cannot count the children in table "${name}": it is not made per another`,
        );
      }
      counts = childCounts(this.#seed, name, per);
      this.#counts.set(name, counts);
    }
    return counts;
  }
}
