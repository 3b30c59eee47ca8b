// Any schema, as a Genfile and as claims: statements about the loaded tables that must give no rows.
import fc from "fast-check";

/** A column to be, as numbers that say which of the choices at hand. */
export interface ColumnDraft {
  what: number;
  a: number;
  b: number;
  c: number;
  extra: number;
}

export interface TableDraft {
  rows: number;
  /** Even: a table with rows. */
  per: number;
  least: number;
  more: number;
  key: number;
  columns: ColumnDraft[];
  pinned: number;
  unique: number;
}

export interface Draft {
  seed: number;
  tables: TableDraft[];
}

const column: fc.Arbitrary<ColumnDraft> = fc.record({
  what: fc.nat({ max: 999 }),
  a: fc.nat({ max: 59 }),
  b: fc.nat({ max: 59 }),
  c: fc.nat({ max: 59 }),
  extra: fc.nat({ max: 59 }),
});

const table: fc.Arbitrary<TableDraft> = fc.record({
  rows: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 60 }) },
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1000, max: 3000 }) },
  ),
  per: fc.nat({ max: 19 }),
  least: fc.nat({ max: 2 }),
  more: fc.nat({ max: 4 }),
  key: fc.nat({ max: 59 }),
  columns: fc.array(column, { minLength: 1, maxLength: 9 }),
  pinned: fc.nat({ max: 11 }),
  unique: fc.nat({ max: 11 }),
});

export const draft: fc.Arbitrary<Draft> = fc.record({
  seed: fc.nat({ max: 99 }),
  tables: fc.array(table, { minLength: 1, maxLength: 6 }),
});

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

interface Made {
  name: string;
  columns: Column[];
  parent?: Made;
  /** Columns of the primary key. */
  key: string[];
  rows?: number;
  /** `c0` is NULL in a row where nobody expects it. */
  pinned?: boolean;
}

interface Column {
  name: string;
  kind: "int" | "decimal" | "date" | "text" | "ref" | "other";
  hidden: boolean;
  nullable: boolean;
  /** Of a reference: the table whose `n` it shows. */
  to?: Made;
  /** It is read by several others only if it can be pinned without them noticing. */
  followed?: boolean;
}

export class Schema {
  readonly #seed: number;
  readonly #tables: Made[] = [];
  readonly #lines: Line[] = [];
  readonly #claims: Claim[] = [];

  constructor({ seed, tables }: Draft) {
    this.#seed = seed;
    // All tables first, for references may go forward.
    tables.forEach((one, i) => {
      const parent = one.per % 2 === 1 && i > 0
        ? this.#tables[(one.per >> 1) % i]
        : undefined;
      this.#tables.push({
        name: `t${i}`,
        columns: [],
        parent,
        key: [],
        ...(parent === undefined && { rows: one.rows }),
      });
    });
    tables.forEach((one, i) => this.#table(one, this.#tables[i]));
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
      ...this.#lines,
    ].filter(({ name }) => name === undefined || !without.has(name));
    return {
      text: lines.map(({ text }) => `${text}\n`).join(""),
      names: lines.map(({ name }) => name),
    };
  }

  #add(table: Made, name: string, text: string): void {
    this.#lines.push({ text, name: `${table.name}.${name}` });
  }

  /** @param needs Columns as `t1.c2`, or of `table` by their bare names. */
  #claim(table: Made, needs: string[], sql: string): void {
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
    if (parent === undefined && draft.pinned > 8 && draft.rows > 2) {
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
      this.#add(table, "u1", `u1 = { gen = "int", min = 1, max = 70 }`);
      this.#add(
        table,
        "u2",
        `u2 = { values = [${
          Array.from({ length: 50 }, (_, i) => `"v${i}"`).join(", ")
        }] }`,
      );
    }
    if (draft.pinned > 8) {
      this.#add(
        table,
        "pin",
        `pin = { gen = "int", min = 0, max = 4000, unique = true }`,
      );
    }
    draft.columns.forEach((one, i) => this.#column(one, table, `c${i}`));
  }

  #count(draft: TableDraft, table: Made): string {
    const { parent, name } = table;
    if (parent === undefined) return `rows = ${draft.rows}`;
    const { least, more } = draft;
    const kind = draft.rows % 4;
    const [min, max] = kind === 0 ? [least, least] : [least, least + more];
    this.#claim(
      table,
      [],
      `SELECT 1 FROM ${parent.name} p LEFT JOIN ${name} c ON c.up = p.n GROUP BY p.n
        HAVING count(c.n) NOT BETWEEN ${min} AND ${max}`,
    );
    this.#claim(
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
          this.#add(
            table,
            "born",
            `born = { gen = "timestamp", from = 2020-01-01, to = 2024-01-01 }`,
          );
        }
        this.#add(table, "id", `id = ${single[choice]}`);
      };
    }
    const others = this.#tables.filter((one) => one !== table);
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
        return () => this.#add(table, "id", `id = "counter"`);
      case 1:
        if (parent === undefined || other === undefined) break;
        line(["up", "id"]);
        return () =>
          this.#add(
            table,
            "id",
            `id = { ref = "${other.name}.n", distinct = true }`,
          );
      case 2:
        if (parent === undefined || other === undefined) break;
        line(["up", "id"]);
        return () => this.#add(table, "id", `id = { ref = "${other.name}.n" }`);
      case 3:
        line(["id", "idb"]);
        return () => {
          this.#add(table, "id", `id = { gen = "int", min = 1, max = 80 }`);
          this.#add(
            table,
            "idb",
            `idb = { gen = "date", from = 2024-01-01, to = 2024-03-31 }`,
          );
        };
    }
    return () => {};
  }

  #column(draft: ColumnDraft, table: Made, name: string): void {
    const makers = [
      this.#plain,
      this.#plain,
      this.#reference,
      this.#reference,
      this.#reference,
      this.#hop,
      this.#keyReference,
      this.#aggregate,
      this.#aggregate,
      this.#running,
      this.#tree,
      this.#own,
      this.#ancestor,
      this.#history,
      this.#ordered,
      this.#follows,
      this.#computed,
      this.#nested,
    ];
    makers[draft.what % makers.length].call(this, draft, table, name);
  }

  #plain({ a, b, extra }: ColumnDraft, table: Made, name: string): void {
    const [kind, text] = ([
      ["int", `gen = "int", min = -9, max = 90`],
      ["int", `gen = "int", min = 0, max = 4000, unique = true`],
      ["decimal", `gen = "decimal", min = 0, max = 99, scale = 2`],
      [
        "decimal",
        `gen = "decimal", min = 0, max = 9, scale = 1, dist = "normal"`,
      ],
      ["date", `gen = "date", from = 2010-01-01, to = 2020-12-31`],
      ["text", `pattern = '[A-Z]{2}\\d{4}', unique = true`],
      ["text", `gen = "string", length = 5`],
      ["text", `values = ["a", "b", "ç", "it's"], weights = [3, 2, 1, 1]`],
      ["other", `gen = "bool", p = 0.3`],
      ["other", `gen = "uuid"`],
      ["text", `gen = "person.first_name"`],
      ["int", `gen = "int", min = 1, max = 40, distinct = true`],
      [
        "date",
        `gen = "date", from = 2010-01-01, to = 2030-12-31, unique = true`,
      ],
      ["other", `gen = "float", min = 0, max = 1`],
      ["text", `values = ["x", "y", "z"], distinct = true`],
    ] as [Column["kind"], string][])[a % 15];
    const more = [
      "",
      "",
      ", null = 0.3",
      `, when = "n % 3 == 1"`,
      ", hidden = true",
    ][b % 5];
    this.#add(table, name, `${name} = { ${text}${more} }`);
    table.columns.push({
      name,
      kind,
      hidden: b % 5 === 4,
      nullable: b % 5 === 2 || b % 5 === 3,
    });
    if (b % 5 === 3) {
      this.#claim(
        table,
        [name],
        `SELECT 1 FROM ${table.name} WHERE (${name} IS NULL) <> (n % 3 <> 1)`,
      );
    }
    if (text.includes("distinct")) this.#isDistinct(table, name);
    void extra;
  }

  /** No value twice among siblings, NULL apart. */
  #isDistinct(table: Made, name: string): void {
    const group = table.parent === undefined ? name : `up, ${name}`;
    this.#claim(
      table,
      [name],
      `SELECT 1 FROM ${table.name} WHERE ${name} IS NOT NULL GROUP BY ${group} HAVING count(*) > 1`,
    );
  }

  /** References of a table that show a row's `n`. */
  #references(table: Made): Column[] {
    return table.columns.filter(({ to, hidden }) =>
      to !== undefined && !hidden
    );
  }

  #reference({ a, b, c, extra }: ColumnDraft, table: Made, name: string): void {
    const to = this.#tables[a % this.#tables.length];
    const params = [`ref = "${to.name}.n"`];
    const references = this.#references(table);
    const other = references[c % Math.max(1, references.length)];
    let isOwn = false;
    const isNull = extra % 6 === 0;
    if (isNull) params.push("null = 0.25");
    if (extra % 6 === 1) params.push(`when = "n % 2 == 0"`);
    const isHidden = extra % 12 === 2;
    if (isHidden) params.push("hidden = true");
    const ways = b % 12;
    const isDist = [1, 7, 9].includes(ways);
    if (isDist) {
      params.push(
        c % 2 === 0
          ? `dist = "zipf"`
          : `dist = { type = "exponential", mean = 3 }`,
      );
    }
    if ([2, 7, 8].includes(ways)) {
      params.push("distinct = true");
      this.#isDistinct(table, name);
    }
    if ([3, 8, 9, 6].includes(ways) && other !== undefined) {
      params.push(`within = "${other.name}"`);
      this.#isWithin(table, name, to, other);
    }
    if ([4, 6, 7].includes(ways) && other !== undefined) {
      params.push(`except = "${other.name}"`);
      this.#claim(
        table,
        [name, other.name],
        `SELECT 1 FROM ${table.name} WHERE ${name} = ${other.name}`,
      );
    }
    if (ways === 5) {
      params.push(`at = "n % 7"`);
      this.#claim(
        table,
        [name],
        `SELECT 1 FROM ${table.name} WHERE ${name} <> n % 7`,
      );
    }
    if (ways === 10) params.push("unique = true");
    if (ways === 11) params.push(`of = "h${c % 3}"`);
    if (to === table) isOwn = true;
    this.#add(table, name, `${name} = { ${params.join(", ")} }`);
    table.columns.push({
      name,
      kind: "ref",
      hidden: isHidden,
      nullable: extra % 6 < 2 || isOwn ||
        [3, 4, 5, 6, 7, 8, 9].includes(ways),
      to,
    });
    // Of one handle: the same row wherever it is read.
    if (ways === 11 && !isHidden) {
      const twin = references.find((one) =>
        one.to === to && one.name.endsWith(`h${c % 3}`)
      );
      void twin;
    }
  }

  /** The row referred to descends from the one that the other reference shows. */
  #isWithin(table: Made, name: string, to: Made, other: Column): void {
    const joins: string[] = [];
    let at = to;
    let alias = "x0";
    for (let i = 1; at !== other.to; i++) {
      if (at.parent === undefined) return; // refused
      joins.push(`JOIN ${at.parent.name} x${i} ON x${i}.n = ${alias}.up`);
      alias = `x${i}`;
      at = at.parent;
    }
    if (joins.length === 0) return;
    this.#claim(
      table,
      [name, other.name],
      `SELECT 1 FROM ${table.name} r JOIN ${to.name} x0 ON x0.n = r.${name} ${
        joins.join(" ")
      } WHERE ${alias}.n IS DISTINCT FROM r.${other.name}`,
    );
  }

  /** What the row referred to says of itself. */
  #hop({ a, b, extra }: ColumnDraft, table: Made, name: string): void {
    const references = table.columns.filter(({ to }) => to !== undefined);
    const start = references[a % Math.max(1, references.length)];
    if (start === undefined) return;
    const to = start.to!;
    const candidates = to.columns.filter(({ name: one, hidden }) =>
      one !== name && !hidden
    );
    const seen = candidates[b % Math.max(1, candidates.length)];
    if (seen === undefined) return;
    this.#add(
      table,
      name,
      `${name} = { ref = "${to.name}.${seen.name}", of = "${start.name}"${
        extra % 5 === 0 ? ", null = 0.2" : ""
      } }`,
    );
    if (extra % 5 !== 0 && !start.hidden) {
      this.#claim(
        table,
        [name, start.name, `${to.name}.${seen.name}`],
        `SELECT 1 FROM ${table.name} r LEFT JOIN ${to.name} x ON x.n = r.${start.name}
          WHERE x.${seen.name}::text IS DISTINCT FROM r.${name}::text`,
      );
    }
    table.columns.push({
      name,
      kind: seen.kind === "ref" ? "int" : seen.kind,
      hidden: false,
      nullable: true,
    });
  }

  /** All columns of the key of some row, which make a foreign key. */
  #keyReference({ a, b, c }: ColumnDraft, table: Made, name: string): void {
    const to = this.#tables[a % this.#tables.length];
    const references = this.#references(table).filter((one) => one.to === to);
    const start = references[b % Math.max(1, references.length)];
    const of = start !== undefined && c % 2 === 0
      ? start.name
      : `row_of_${name}`;
    for (const [i, column] of to.key.entries()) {
      this.#add(
        table,
        `${name}_${i}`,
        `${name}_${i} = { ref = "${to.name}.${column}", of = "${of}" }`,
      );
      if (of === start?.name) {
        this.#claim(
          table,
          [`${name}_${i}`, of, `${to.name}.${column}`],
          `SELECT 1 FROM ${table.name} r JOIN ${to.name} x ON x.n = r.${of}
            WHERE x.${column} IS DISTINCT FROM r.${name}_${i}`,
        );
      }
    }
  }

  #aggregate({ a, b, c, extra }: ColumnDraft, table: Made, name: string): void {
    const families = this.#tables.flatMap((below) => {
      const joins: string[] = [];
      let at = below;
      for (let i = 1; at !== table; i++) {
        if (at.parent === undefined) return [];
        joins.push(`x${i - 1}.up = x${i}.n`);
        at = at.parent;
      }
      return joins.length === 0 ? [] : [{ below, joins }];
    });
    const family = families[a % Math.max(1, families.length)];
    if (family === undefined) return;
    const { below, joins } = family;
    // Columns of a table below are made later in the file: only what every table has, and what drafts promise.
    const seen = ["n", "up", ...below.columns.map((one) => one.name)][
      b % (2 + below.columns.length)
    ];
    const kind = below.columns.find((one) => one.name === seen)?.kind ?? "int";
    const isNumber = ["int", "decimal", "ref"].includes(kind);
    const functions = isNumber
      ? ["sum", "min", "max", "first", "last", "count", "any", "all"]
      : ["first", "last", "count"];
    const fn = functions[c % functions.length];
    const condition = extra % 3 === 0;
    const where = condition ? `, ${below.name}.n % 2 == 0` : "";
    const read = `${below.name}.${seen}`;
    const inside = fn === "count"
      ? `count(${below.name}${where})`
      : fn === "any" || fn === "all"
      ? `${fn}(${read} > 20${where})`
      : `${fn}(${read}${where})`;
    this.#add(table, name, `${name} = { expr = "${inside}" }`);
    const froms = [`${below.name} x0`];
    let at = below;
    for (let i = 1; i < joins.length; i++) {
      at = at.parent!;
      froms.push(`${at.name} x${i}`);
    }
    const ons = joins.map((join, i) =>
      i === joins.length - 1 ? join.replace(`x${i + 1}.n`, "p.n") : join
    );
    if (condition) ons.push("x0.n % 2 = 0");
    const column = `x0.${seen}`;
    const selected = {
      sum: `coalesce(sum(${column}), 0)::numeric`,
      min: `min(${column})`,
      max: `max(${column})`,
      count: "count(*)",
      any: `bool_or(${column} > 20)`,
      all: `bool_and(${column} > 20)`,
      first: `(array_agg(${column} ORDER BY x0.n))[1]`,
      last: `(array_agg(${column} ORDER BY x0.n DESC))[1]`,
    }[fn];
    this.#claim(
      table,
      [name, `${below.name}.${seen}`],
      `SELECT 1 FROM ${table.name} p WHERE p.${name} IS DISTINCT FROM
        (SELECT ${selected} FROM ${froms.join(", ")} WHERE ${
        ons.join(" AND ")
      })`,
    );
    table.columns.push({
      name,
      kind: fn === "count"
        ? "int"
        : fn === "any" || fn === "all"
        ? "other"
        : kind === "ref"
        ? "int"
        : kind,
      hidden: false,
      nullable: true,
    });
  }

  #running({ a }: ColumnDraft, table: Made, name: string): void {
    const numbers = table.columns.filter(({ kind, hidden }) =>
      !hidden && (kind === "int" || kind === "decimal")
    );
    const seen = numbers[a % Math.max(1, numbers.length)];
    if (seen === undefined || table.parent === undefined) return;
    this.#add(table, name, `${name} = { expr = "running(${seen.name})" }`);
    this.#claim(
      table,
      [name, seen.name],
      `SELECT 1 FROM (SELECT ${name} AS had, coalesce(sum(${seen.name}) OVER (PARTITION BY up ORDER BY n), 0) AS is FROM ${table.name}) x
        WHERE had IS DISTINCT FROM x.is`,
    );
    table.columns.push({
      name,
      kind: seen.kind,
      hidden: false,
      nullable: seen.nullable,
    });
  }

  /** A tree of its own rows, and a level that reads itself above. */
  #tree({ a, b, c }: ColumnDraft, table: Made, name: string): void {
    const shapes = [
      "",
      ", branching = 3",
      ", depth = 4",
      ", roots = 2",
      ", branching = 2, roots = 3",
      table.parent === undefined ? "" : `, within = "up"`,
      table.parent === undefined ? "" : `, within = "up", branching = 2`,
    ];
    const shape = shapes[a % shapes.length];
    this.#add(
      table,
      name,
      `${name} = { ref = "${table.name}.n"${shape} }`,
    );
    table.columns.push({
      name,
      kind: "ref",
      hidden: false,
      nullable: true,
      to: table,
    });
    const t = table.name;
    this.#claim(table, [name], `SELECT 1 FROM ${t} WHERE ${name} >= n`);
    const roots = /roots = (\d)/.exec(shape)?.[1] ?? "1";
    if (!shape.includes("within")) {
      this.#claim(
        table,
        [name],
        `SELECT 1 FROM ${t} WHERE (${name} IS NULL) <> (n < ${roots})`,
      );
    } else {
      this.#claim(
        table,
        [name],
        `SELECT 1 FROM ${t} r JOIN ${t} x ON x.n = r.${name} WHERE x.up <> r.up`,
      );
    }
    const branching = /branching = (\d)/.exec(shape)?.[1];
    if (branching !== undefined) {
      this.#claim(
        table,
        [name],
        `SELECT 1 FROM ${t} WHERE ${name} IS NOT NULL GROUP BY ${name} HAVING count(*) > ${branching}`,
      );
    }
    if (b % 2 === 0) return;
    const [above, level] = [`${name}_above`, `${name}_level`];
    this.#add(
      table,
      above,
      `${above} = { ref = "${t}.${level}", of = "${name}"${
        c % 2 === 0 ? ", hidden = true" : ""
      } }`,
    );
    this.#add(
      table,
      level,
      `${level} = { expr = "coalesce(${above} + 1, 0)" }`,
    );
    table.columns.push({
      name: level,
      kind: "int",
      hidden: false,
      nullable: false,
    });
    this.#claim(
      table,
      [name, above, level],
      `SELECT 1 FROM ${t} r LEFT JOIN ${t} x ON x.n = r.${name} WHERE r.${level} <> coalesce(x.${level} + 1, 0)`,
    );
    if (/depth = 4/.test(shape)) {
      this.#claim(
        table,
        [name, above, level],
        `SELECT 1 FROM ${t} WHERE ${level} > 3`,
      );
    }
  }

  /** Any row of the own table but the row itself. */
  #own({ b, extra }: ColumnDraft, table: Made, name: string): void {
    const within = b % 3 === 0 && table.parent !== undefined;
    const params = [
      `ref = "${table.name}.n"`,
      "earlier = false",
      ...(within ? [`within = "up"`] : []),
      ...(extra % 3 === 0 ? ["null = 0.2"] : []),
      ...(extra % 7 === 1 ? ["distinct = true"] : []),
    ];
    this.#add(table, name, `${name} = { ${params.join(", ")} }`);
    table.columns.push({
      name,
      kind: "ref",
      hidden: false,
      nullable: true,
      to: table,
    });
    this.#claim(
      table,
      [name],
      `SELECT 1 FROM ${table.name} WHERE ${name} = n`,
    );
    if (extra % 7 === 1) this.#isDistinct(table, name);
    if (within) {
      this.#claim(
        table,
        [name],
        `SELECT 1 FROM ${table.name} r JOIN ${table.name} x ON x.n = r.${name} WHERE x.up <> r.up`,
      );
    }
  }

  #ancestor({ a, b }: ColumnDraft, table: Made, name: string): void {
    const above: Made[] = [];
    for (let at = table.parent; at !== undefined; at = at.parent) {
      above.push(at);
    }
    const depth = a % Math.max(1, above.length);
    const to = above[depth];
    if (to === undefined) return;
    const candidates = [
      "n",
      ...to.columns.filter((one) => !one.hidden).map(
        (one) => one.name,
      ),
    ];
    const seen = candidates[b % candidates.length];
    this.#add(table, name, `${name} = { ref = "${to.name}.${seen}" }`);
    const joins = above.slice(0, depth + 1).map((one, i) =>
      `JOIN ${one.name} x${i} ON x${i}.n = ${i === 0 ? "r" : `x${i - 1}`}.up`
    );
    this.#claim(
      table,
      [name, `${to.name}.${seen}`],
      `SELECT 1 FROM ${table.name} r ${
        joins.join(" ")
      } WHERE x${depth}.${seen}::text IS DISTINCT FROM r.${name}::text`,
    );
    table.columns.push({
      name,
      kind: seen === "n"
        ? "ref"
        : to.columns.find((one) => one.name === seen)!.kind === "ref"
        ? "int"
        : to.columns.find((one) => one.name === seen)!.kind,
      hidden: false,
      nullable: seen !== "n",
      ...(seen === "n" && { to }),
    });
  }

  /** Days that follow one another, each ending where the next begins. */
  #history({ a }: ColumnDraft, table: Made, name: string): void {
    if (table.parent === undefined) return;
    const [from, until, k] = [`${name}_from`, `${name}_to`, `${name}_k`];
    this.#add(table, k, `${k} = { gen = "counter", start = 0, hidden = true }`);
    this.#add(
      table,
      from,
      `${from} = { gen = "date", from = 2015-01-01, to = 2025-12-31, order = "${
        a % 2 === 0 ? "asc" : "desc"
      }" }`,
    );
    this.#add(
      table,
      until,
      `${until} = { ref = "${table.name}.${from}", within = "up", at = "${k} + 1" }`,
    );
    for (const one of [from, until]) {
      table.columns.push({
        name: one,
        kind: "date",
        hidden: false,
        nullable: one === until,
      });
    }
    this.#claim(
      table,
      [k, from, until],
      `SELECT 1 FROM (SELECT ${until} AS had, lead(${from}) OVER (PARTITION BY up ORDER BY n) AS is FROM ${table.name}) x
        WHERE had IS DISTINCT FROM x.is`,
    );
    this.#claim(
      table,
      [k, from, until],
      `SELECT 1 FROM ${table.name} WHERE ${until} ${
        a % 2 === 0 ? "<=" : ">="
      } ${from}`,
    );
  }

  #ordered({ a, b }: ColumnDraft, table: Made, name: string): void {
    const [kind, text] = ([
      ["int", `gen = "int", min = 0, max = 100000`],
      ["date", `gen = "date", from = 1900-01-01, to = 2025-12-31`],
      ["decimal", `gen = "decimal", min = 0, max = 9000, scale = 2`],
      ["other", `gen = "timestamp", from = 2020-01-01, step = "90s"`],
    ] as [Column["kind"], string][])[a % 4];
    const order = b % 3 === 0 ? "desc" : "asc";
    this.#add(table, name, `${name} = { ${text}, order = "${order}" }`);
    table.columns.push({ name, kind, hidden: false, nullable: false });
    this.#claim(
      table,
      [name],
      `SELECT 1 FROM (SELECT ${name} AS is, lag(${name}) OVER (${
        table.parent === undefined ? "" : "PARTITION BY up "
      }ORDER BY n) AS was FROM ${table.name}) x WHERE x.is ${
        order === "asc" ? "<=" : ">="
      } was`,
    );
  }

  /** A limit that is another column of the row. */
  #follows({ a, b }: ColumnDraft, table: Made, name: string): void {
    const seen = table.columns.filter(({ kind, hidden }) =>
      !hidden && (kind === "int" || kind === "date")
    );
    const start = seen[a % Math.max(1, seen.length)];
    if (start === undefined) return;
    this.#add(
      table,
      name,
      start.kind === "int"
        ? `${name} = { gen = "int", min = "${start.name}", max = "${start.name} + ${b}" }`
        : `${name} = { gen = "date", from = "${start.name}", to = "${start.name} + days(${b})" }`,
    );
    table.columns.push({
      name,
      kind: start.kind,
      hidden: false,
      nullable: true,
    });
    this.#claim(
      table,
      [name, start.name],
      `SELECT 1 FROM ${table.name} WHERE ${name} < ${start.name} OR ${name} > ${start.name} + ${b}
        OR (${name} IS NULL) <> (${start.name} IS NULL)`,
    );
  }

  #computed({ a, b }: ColumnDraft, table: Made, name: string): void {
    const seen = table.columns[b % Math.max(1, table.columns.length)];
    if (seen === undefined) return;
    const isNumber = ["int", "decimal", "ref"].includes(seen.kind);
    const choice = a % 5;
    const text = choice === 0 && isNumber
      ? `{ expr = "${seen.name} * 2 + n" }`
      : choice === 1 && isNumber
      ? `{ expr = "coalesce(${seen.name}, 0) - 5", null = 0.1 }`
      : choice === 2
      ? `[ { when = "n % 2 == 0", value = "even" }, { when = "${seen.name} != null", template = "{${seen.name}}!" } ]`
      : choice === 3
      ? `{ expr = "if(${seen.name} == null, 'none', 'some')" }`
      : `{ template = "<{${seen.name}}> {n|pad:4}" }`;
    this.#add(table, name, `${name} = ${text}`);
    table.columns.push({
      name,
      kind: choice < 2 && isNumber
        ? seen.kind === "decimal" ? "decimal" : "int"
        : "text",
      hidden: false,
      nullable: true,
    });
    if (choice === 3 && !seen.hidden) {
      this.#claim(
        table,
        [name, seen.name],
        `SELECT 1 FROM ${table.name} WHERE (${seen.name} IS NULL) <> (${name} = 'none')`,
      );
    }
  }

  #nested({ a, b }: ColumnDraft, table: Made, name: string): void {
    const seen = table.columns[b % Math.max(1, table.columns.length)];
    const inner = seen === undefined ? "n" : seen.name;
    const text = a % 2 === 0
      ? `{ gen = "json", columns = { seen = { expr = "coalesce(${inner}, ${inner})" }, row = { template = "{n}" }, tags = { gen = "array", item = ["p", "q"], max = 3 } } }`
      : `{ gen = "array", item = { gen = "int", min = "n", max = "n + 9" }, max = 4, null = 0.2 }`;
    this.#add(table, name, `${name} = ${text}`);
    table.columns.push({ name, kind: "other", hidden: false, nullable: true });
  }
}
