// Checks one reference: that it leads somewhere, and that what says which row is picked can hold.
import {
  hasShape,
  PICK_PARAMS,
  type ReferenceColumn,
  type Step,
} from "../../reference_ways.ts";
import type { ColumnSpec } from "../spec.ts";
import type { Problems } from "../problems.ts";
import type { References } from "../references.ts";

export function checkReference(
  problems: Problems,
  references: References,
  column: ColumnSpec,
): void {
  new Rules(problems, references, column).check();
}

class Rules {
  readonly #problems: Problems;
  readonly #references: References;
  readonly #column: ColumnSpec;
  readonly #reference: ReferenceColumn;

  constructor(problems: Problems, references: References, column: ColumnSpec) {
    this.#problems = problems;
    this.#references = references;
    this.#column = column;
    this.#reference = references.reference(column)!;
  }

  check(): void {
    const { of } = this.#reference.params;
    if (of === this.#column.name) {
      this.#error(
        "of",
        `of is "${of}", which is this column itself`,
        "choose another name for the row",
      );
    }
    if (this.#references.start(this.#column) !== undefined) {
      this.#checkWay();
      this.#checkNoPick();
      return;
    }
    const before = this.#problems.errors;
    this.#checkTargetRows();
    this.#checkWithin();
    this.#checkExcept();
    this.#checkShape();
    this.#checkAt();
    if (this.#problems.errors === before) this.#checkEnough();
  }

  #error(parameter: string, message: string, hint?: string): void {
    const { given, place } = this.#column;
    this.#problems.error(given.get(parameter)?.place ?? place, message, hint);
  }

  #checkWay(): void {
    const { ref, of } = this.#reference.params;
    const way = this.#references.leads(this.#column);
    if (way === "nowhere") {
      this.#error(
        "of",
        `no reference leads from "${of}" to table "${ref.table}"`,
        "leave of out for a row of its own",
      );
    } else if (way !== "one way") {
      const [one, other] = way.map(nameOf);
      this.#error(
        "of",
        `both ${one} and ${other} lead from "${of}" to table "${ref.table}"`,
        `make { ref = "${one}", of = "${of}" } a column, and name that one here`,
      );
    }
  }

  /** What follows another reference picks nothing. */
  #checkNoPick(): void {
    const { of } = this.#reference.params;
    for (const name of PICK_PARAMS) {
      if (this.#reference.params[name] === undefined) continue;
      this.#error(
        name,
        `the row is the one that "${of}" stands on`,
        `put ${name} on "${of}"`,
      );
    }
  }

  #checkTargetRows(): void {
    const { ref } = this.#reference.params;
    const { table } = this.#column;
    if (
      this.#references.rows(ref.table) === 0 &&
      this.#references.rows(table) !== 0 &&
      this.#references.nullShare(this.#column) === 0
    ) {
      this.#error(
        "ref",
        `table "${ref.table}" has no rows to refer to`,
        "add null = 1, or give it rows",
      );
    }
  }

  #checkWithin(): void {
    const { ref, within } = this.#reference.params;
    if (within === undefined) return;
    const { ways } = this.#references;
    const from = this.#standsOn("within", within);
    if (from === undefined || ways.descends(ref.table, from)) return;
    if (from === ref.table) {
      this.#error(
        "within",
        `"${within}" stands on a row of "${from}" itself`,
        `read other columns of it by of = "${within}"`,
      );
      return;
    }
    this.#error(
      "within",
      `the rows of "${ref.table}" do not descend from those of "${from}"`,
      `give [table.${ref.table}] per = { table = "${from}", … }, or leave within out`,
    );
  }

  #checkExcept(): void {
    const { ref, except = [] } = this.#reference.params;
    for (const name of except) {
      const table = this.#standsOn("except", name);
      if (table === undefined || table === ref.table) continue;
      this.#error(
        "except",
        `"${name}" stands on a row of "${table}", not of "${ref.table}"`,
        `name columns that refer to "${ref.table}"`,
      );
    }
  }

  /** The table on whose row a named column stands; reports one that stands on none. */
  #standsOn(parameter: string, name: string): string | undefined {
    const { table } = this.#column;
    if (name === this.#column.name) {
      this.#error(parameter, `${parameter} is "${name}", which is this column`);
      return undefined;
    }
    const found = this.#references.ways.standsOn(table, name);
    if (found === undefined) {
      this.#error(
        parameter,
        `${parameter} is "${name}", which is no reference`,
        "name a reference column, or the own primary key",
      );
    }
    return found;
  }

  #checkShape(): void {
    const { params, table } = this.#reference;
    const { ref, branching, depth, earlier, within } = params;
    const shape = ["branching", "depth", "roots"].find((name) =>
      this.#column.given.has(name)
    );
    if (ref.table !== table) {
      const name = shape ?? (earlier === undefined ? undefined : "earlier");
      if (name === undefined) return;
      this.#error(
        name,
        `${name} is for references to the own table, and this one is to "${ref.table}"`,
        `leave ${name} out`,
      );
      return;
    }
    if (branching !== undefined && depth !== undefined) {
      this.#error(
        "depth",
        "branching and depth together",
        "each says how the tree looks: leave one out",
      );
    }
    if (!hasShape(params)) return;
    for (const name of ["dist", "distinct", "except"] as const) {
      if (params[name] === undefined) continue;
      this.#error(
        name,
        `${shape} and ${name} together`,
        "each says which row it is: leave one out",
      );
    }
    if (
      within !== undefined && !this.#references.ways.isShared(table, within)
    ) {
      this.#error(
        "within",
        `${shape} within "${within}", which is no ancestor of the row`,
        "a tree's rows are all of one block: name a reference to an ancestor",
      );
    }
    if (earlier === false) {
      this.#error(
        "earlier",
        `${shape} and earlier = false together`,
        "a tree's rows refer to earlier ones: leave one out",
      );
    }
  }

  /** What else would say which row it is. */
  #checkAt(): void {
    const { params } = this.#reference;
    if (params.at === undefined) return;
    const other = PICK_PARAMS.find((name) =>
      name !== "at" && name !== "within" && params[name] !== undefined
    );
    if (other === undefined) return;
    this.#error(
      other,
      `at and ${other} together`,
      "each says which row it is: leave one out",
    );
  }

  /** Whether there are enough rows for what is not to be picked twice. */
  #checkEnough(): void {
    const { params, table } = this.#reference;
    const { ref, within, distinct, except = [] } = params;
    if (distinct === true && !this.#checkDistinct()) return;
    if (
      within !== undefined || params.at !== undefined ||
      this.#references.ways.isEarlier(this.#reference)
    ) return;
    const needed = this.#references.needed(this.#reference);
    const has = this.#references.rows(ref.table);
    if (needed === 1 || has === undefined || has >= needed) return;
    if (this.#references.rows(table) === 0) return;
    if (distinct === true) {
      const siblings = this.#references.siblings(table);
      const parent = this.#references.ways.parent(table);
      const whose = parent === undefined
        ? `the ${siblings} rows of "${table}"`
        : `${siblings} rows of one "${parent.table}"`;
      const more = needed - siblings;
      this.#error(
        "distinct",
        `${whose} need ${siblings} different rows of "${ref.table}"${
          more === 0 ? "" : ` beside ${more} that they do not take`
        }, and it has ${has}`,
        `give "${ref.table}" at least ${needed} rows, or leave distinct out`,
      );
    } else if (this.#references.nullShare(this.#column) === 0) {
      this.#error(
        except.length > 0 ? "except" : "earlier",
        `table "${ref.table}" has ${has} ${has === 1 ? "row" : "rows"}, and ${
          needed - 1
        } may be left out`,
        `give it at least ${needed} rows, or add null`,
      );
    }
  }

  /** All rows of a table are told apart without siblings only by a permutation. */
  #checkDistinct(): boolean {
    const { params, table } = this.#reference;
    if (this.#references.ways.parent(table) !== undefined) return true;
    const other = (["dist", "within", "except", "earlier"] as const).find(
      (name) => params[name] !== undefined && this.#column.given.has(name),
    );
    if (other === undefined) return true;
    this.#error(
      "distinct",
      `distinct and ${other} together need the rows of one parent, and "${table}" is not made per another table`,
      `give [table.${table}] per = { table = "…", … }, or leave one of them out`,
    );
    return false;
  }
}

function nameOf({ from, to, column }: Step): string {
  return `${from}.${column?.name ?? to}`;
}
