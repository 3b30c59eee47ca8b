// Any schema, as a Genfile and as claims: statements about the loaded tables that must give no rows.
import { aggregate, running } from "./_aggregates.ts";
import type { ColumnDraft, Draft, TableDraft } from "./_draft.ts";
import { circle } from "./_circles.ts";
import { MIXED_LOCALES, people } from "./_people.ts";
import type { Made, Writer } from "./_made.ts";
import { nationLines, NATIONS, nations } from "./_nations.ts";
import { hop, keyReference, reference } from "./_references.ts";
import { ancestor, history, own, tree } from "./_relatives.ts";
import { computed, follows, nested, ordered, plain } from "./_values.ts";

/** A line of the Genfile; a column's may be taken out again. */
interface Line {
  text: string;
  /** `t1.c2`; `t1 unique` and the like for what is no column. */
  name?: string;
}

/** What the tables must not have: a statement that gives no rows. */
export interface Claim {
  sql: string;
  needs: string[];
}

/** What a column can be; what stands here twice is so twice as often. */
const MAKERS = [
  plain,
  plain,
  reference,
  reference,
  reference,
  hop,
  keyReference,
  aggregate,
  aggregate,
  running,
  tree,
  own,
  ancestor,
  history,
  ordered,
  follows,
  computed,
  nested,
];

export class Schema implements Writer {
  readonly #seed: number;
  readonly tables: Made[] = [];
  readonly #lines: Line[] = [];
  readonly #claims: Claim[] = [];

  constructor({ seed, tables }: Draft) {
    this.#seed = seed;
    // All tables first, for references may go forward.
    tables.forEach((one, i) => {
      const parent = one.per % 2 === 1 && i > 0
        ? this.tables[(one.per >> 1) % i]
        : undefined;
      this.tables.push({
        name: `t${i}`,
        columns: [],
        parent,
        key: [],
        ...(parent === undefined &&
          (one.per % 8 === 2
            ? { rows: NATIONS.length, ofNations: true }
            : { rows: one.rows })),
      });
    });
    if (this.tables.some(({ ofNations }) => ofNations)) {
      this.#lines.push(...nationLines().map((text) => ({ text })));
    }
    tables.forEach((one, i) => this.#table(one, this.tables[i]));
  }

  /** What holds when these lines are left out. */
  claims(without: ReadonlySet<string>): string[] {
    const hidden = this.#lines.filter(({ text }) =>
      text.includes("hidden = true")
    ).map(({ name }) => name!);
    return this.#claims.filter(({ needs, sql }) =>
      needs.every((one) =>
        !without.has(one) &&
        !(hidden.includes(one) &&
          new RegExp(`\\b${one.split(".")[1]}\\b`).test(sql))
      )
    ).map(({ sql }) => sql);
  }

  /** The Genfile, and the name of each of its lines. */
  genfile(without: ReadonlySet<string>): {
    text: string;
    names: (string | undefined)[];
  } {
    const lines: Line[] = [
      { text: "version = 1" },
      { text: "[run]" },
      { text: `seed = ${this.#seed}` },
      { text: "now = 2026-01-01T00:00:00Z" },
      ...(this.#seed % 4 === 1 ? [{ text: MIXED_LOCALES }] : []),
      ...this.#lines,
    ].filter(({ name }) => name === undefined || !without.has(name));
    return {
      text: lines.map(({ text }) => `${text}\n`).join(""),
      names: lines.map(({ name }) => name),
    };
  }

  add(table: Made, name: string, text: string): void {
    this.#lines.push({ text, name: `${table.name}.${name}` });
  }

  /** @param needs Columns as `t1.c2`, or of `table` by their bare names. */
  claim(table: Made, needs: string[], sql: string): void {
    if (table.pinned && needs.includes("c0")) return;
    this.#claims.push({
      sql,
      needs: needs.map((one) =>
        one.includes(".") ? one : `${table.name}.${one}`
      ),
    });
  }

  #table(draft: TableDraft, table: Made): void {
    const { name, parent } = table;
    const isCounted = parent === undefined && !table.ofNations;
    if (isCounted && draft.pinned > 8 && draft.rows > 2) {
      table.pinned = true;
      this.#lines.push({ text: `[[table.${name}.row]]`, name: `${name} row` });
      this.#lines.push({ text: `pin = 17`, name: `${name} row` });
      this.#lines.push({ text: `[[table.${name}.row]]`, name: `${name} row` });
      this.#lines.push({ text: `pin = 4`, name: `${name} row` });
      this.#lines.push({
        text: `c0 = { expr = "null" }`,
        name: `${name} row`,
      });
    }
    this.#lines.push({ text: `[table.${name}]` });
    this.#lines.push({ text: this.#count(draft, table) });
    const key = this.#key(draft, table);
    if (draft.unique === 11) {
      this.#lines.push({
        text: `unique = [["u1", "u2"]]`,
        name: `${name} unique`,
      });
    } else if (draft.unique === 10 && parent !== undefined) {
      this.#lines.push({
        text: `unique = [["up", "u1"]]`,
        name: `${name} unique`,
      });
    }
    this.#lines.push({ text: `[table.${name}.columns]` });
    this.#lines.push({
      text: `n = { gen = "sequence", start = 0, unique = true }`,
    });
    if (parent !== undefined) {
      this.#lines.push({ text: `up = { ref = "${parent.name}.n" }` });
      table.columns.push({
        name: "up",
        kind: "ref",
        hidden: false,
        nullable: false,
        to: parent,
      });
    }
    key();
    if (draft.unique >= 10) {
      this.add(table, "u1", `u1 = { gen = "int", min = 1, max = 70 }`);
      this.add(
        table,
        "u2",
        `u2 = { values = [${
          Array.from({ length: 50 }, (_, i) => `"v${i}"`).join(", ")
        }] }`,
      );
    }
    if (draft.pinned > 8) {
      this.add(
        table,
        "pin",
        `pin = { gen = "int", min = 0, max = 4000, unique = true }`,
      );
    }
    if (table.ofNations) nations(this, table);
    if (draft.unique === 9) people(this, table);
    // While the tables have few references, so that one way only leads on.
    if (this.#seed % 2 === 0) circle(this, table);
    draft.columns.forEach((one, i) => this.#column(one, table, `c${i}`));
  }

  #count(draft: TableDraft, table: Made): string {
    const { parent, name } = table;
    if (table.ofNations) return `per = { dict = "nations" }`;
    if (parent === undefined) return `rows = ${draft.rows}`;
    const { least, more } = draft;
    const kind = draft.rows % 4;
    const [min, max] = kind === 0 ? [least, least] : [least, least + more];
    this.claim(
      table,
      [],
      `SELECT 1 FROM ${parent.name} p LEFT JOIN ${name} c ON c.up = p.n GROUP BY p.n
        HAVING count(c.n) NOT BETWEEN ${min} AND ${max}`,
    );
    this.claim(
      table,
      [],
      `SELECT 1 FROM (SELECT up, lag(up) OVER (ORDER BY n) AS before FROM ${name}) x WHERE before > up`,
    );
    if (kind === 0) {
      return `per = { table = "${parent.name}", count = ${least} }`;
    }
    const dist = ["", "", `, dist = { type = "poisson", mean = 2 }`, ""][kind];
    return `per = { table = "${parent.name}", min = ${min}, max = ${max}${
      max > 0 ? dist : ""
    } }`;
  }

  /** Writes the table's part of the key; what it gives writes the columns. */
  #key({ key, rows }: TableDraft, table: Made): () => void {
    const { name, parent } = table;
    const single = [
      `{ gen = "sequence", start = 100, step = 3, primary = true }`,
      `{ gen = "uuid", primary = true }`,
      `{ gen = "uuid", version = 7, time = "born", primary = true }`,
      `{ pattern = '[A-C]{3}-\\d{4}', primary = true }`,
      `{ gen = "string", length = 7, primary = true }`,
      `{ gen = "decimal", min = -50, max = 50, scale = 2, primary = true }`,
      `{ template = "K{n|pad:6}/{n}", primary = true }`,
      `{ gen = "int", min = 1, max = 5000, primary = true }`,
      `{ gen = "date", from = 2000-01-01, to = 2020-12-31, primary = true }`,
      `{ expr = "n * 2 + 7", primary = true }`,
      `{ gen = "ulid", primary = true }`,
      `{ gen = "cpf", primary = true }`,
      `{ gen = "email", primary = true }`,
    ];
    const choice = key % (single.length + 5);
    if (choice < single.length) {
      table.key = ["id"];
      return () => {
        if (choice === 2) {
          this.add(
            table,
            "born",
            `born = { gen = "timestamp", from = 2020-01-01, to = 2024-01-01 }`,
          );
        }
        this.add(table, "id", `id = ${single[choice]}`);
      };
    }
    const others = this.tables.filter((one) => one !== table);
    const other = others[rows % Math.max(1, others.length)];
    const line = (columns: string[]) => {
      table.key = columns;
      this.#lines.push({
        text: `primary_key = [${columns.map((one) => `"${one}"`).join(", ")}]`,
        name: `${name} key`,
      });
    };
    switch (choice - single.length) {
      case 0:
        if (parent === undefined) break;
        line(["up", "id"]);
        return () => this.add(table, "id", `id = "counter"`);
      case 1:
        if (parent === undefined || other === undefined) break;
        line(["up", "id"]);
        return () =>
          this.add(
            table,
            "id",
            `id = { ref = "${other.name}.n", distinct = true }`,
          );
      case 2:
        if (parent === undefined || other === undefined) break;
        line(["up", "id"]);
        return () => this.add(table, "id", `id = { ref = "${other.name}.n" }`);
      case 3:
        line(["id", "idb"]);
        return () => {
          this.add(table, "id", `id = { gen = "int", min = 1, max = 80 }`);
          this.add(
            table,
            "idb",
            `idb = { gen = "date", from = 2024-01-01, to = 2024-03-31 }`,
          );
        };
    }
    return () => {};
  }

  #column(draft: ColumnDraft, table: Made, name: string): void {
    const maker = MAKERS[draft.what % MAKERS.length];
    maker(this, draft, table, name);
  }
}
