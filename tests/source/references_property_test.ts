// Any mixture of parents, blocks, distinct picks, exceptions and trees, compared with what a brute force check says.
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { reports, Tables } from "../generators/_tables.ts";

interface Schema {
  customers: number;
  orders: { min: number; more: number; dist: boolean };
  notes: { min: number; more: number };
  products: number;
  columns: Column[];
}

interface Column {
  /** The table referred to. */
  to: "customers" | "orders" | "notes" | "products";
  within: "" | "order_id" | "customer_id" | "other_customer";
  except: number[];
  distinct: boolean;
  dist: boolean;
  earlier: boolean | undefined;
  shape:
    | ""
    | "branching = 2"
    | "depth = 3"
    | "roots = 2"
    | "depth = 4, roots = 3";
}

const column: fc.Arbitrary<Column> = fc.record({
  to: fc.constantFrom("customers", "orders", "notes", "products"),
  within: fc.constantFrom("", "order_id", "customer_id", "other_customer"),
  except: fc.uniqueArray(fc.nat({ max: 4 }), { maxLength: 2 }),
  distinct: fc.boolean(),
  dist: fc.boolean(),
  earlier: fc.constantFrom(undefined, undefined, true, false),
  shape: fc.constantFrom(
    "",
    "",
    "",
    "branching = 2",
    "depth = 3",
    "roots = 2",
    "depth = 4, roots = 3",
  ),
});

const schema: fc.Arbitrary<Schema> = fc.record({
  customers: fc.integer({ min: 1, max: 12 }),
  orders: fc.record({
    min: fc.nat({ max: 2 }),
    more: fc.nat({ max: 3 }),
    dist: fc.boolean(),
  }),
  notes: fc.record({ min: fc.nat({ max: 2 }), more: fc.nat({ max: 6 }) }),
  products: fc.integer({ min: 1, max: 20 }),
  columns: fc.array(column, { minLength: 5, maxLength: 5 }),
});

/** All ids are row numbers, so a reference's value is the row it stands on. */
function genfile({ customers, orders, notes, products, columns }: Schema) {
  const id = `id = { gen = "sequence", start = 0, primary = true }`;
  const lines = columns.map((one, i) => {
    const params = [`ref = "${one.to}.id"`];
    if (one.within !== "") params.push(`within = "${one.within}"`);
    const except = one.except.filter((other) => other < i);
    if (except.length > 0) {
      params.push(`except = [${except.map((i) => `"c${i}"`).join(", ")}]`);
    }
    if (one.distinct) params.push("distinct = true");
    if (one.dist) params.push(`dist = { type = "zipf", exponent = 0.8 }`);
    if (one.earlier !== undefined) params.push(`earlier = ${one.earlier}`);
    if (one.shape !== "") params.push(one.shape);
    return `c${i} = { ${params.join(", ")} }`;
  });
  return `
[table.customers]
rows = ${customers}
[table.customers.columns]
${id}
[table.products]
rows = ${products}
[table.products.columns]
${id}
[table.orders]
per = { table = "customers", min = ${orders.min}, max = ${
    orders.min + orders.more
  }${orders.dist ? `, dist = "normal"` : ""} }
[table.orders.columns]
${id}
customer_id = { ref = "customers.id" }
[table.notes]
per = { table = "orders", min = ${notes.min}, max = ${notes.min + notes.more} }
[table.notes.columns]
${id}
order_id = { ref = "orders.id" }
customer_id = { ref = "customers.id" }
other_customer = { ref = "customers.id", of = "other" }
${lines.join("\n")}
`;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

Deno.test("references keep their rules, whatever is put together", () => {
  let kept = 0;
  fc.assert(
    fc.property(schema, (schema) => {
      const text = genfile(schema);
      const wrong = new Set(
        reports(text).map(({ marked }) => marked),
      );
      if (wrong.size > 0) {
        // Take the columns out that are refused, and those that name them.
        schema.columns.forEach((_, i) => {
          const alone = genfile({
            ...schema,
            columns: schema.columns.slice(0, i + 1),
          });
          if (reports(alone).length > 0) {
            schema.columns[i] = {
              to: "products",
              within: "",
              except: [],
              distinct: false,
              dist: false,
              earlier: undefined,
              shape: "",
            };
          }
        });
      }
      kept++;
      checkRules(schema, genfile(schema));
    }),
    { numRuns: 60, seed: 7 },
  );
  assertEquals(kept, 60);
});

function checkRules(schema: Schema, text: string): void {
  const tables = new Tables(text);
  const all = (table: string, column: string) =>
    tables.values(
      column,
      tables.table(table).plan.rows,
      { table },
    ) as (number | null)[];
  const orderOf = all("notes", "order_id") as number[];
  const customerOfOrder = all("orders", "customer_id") as number[];
  const customerOf = all("notes", "customer_id") as number[];
  const other = all("notes", "other_customer") as number[];
  const rows = orderOf.length;
  assertEquals(customerOf, orderOf.map((order) => customerOfOrder[order]));
  const columns = schema.columns.map((_, i) => all("notes", `c${i}`));
  for (const [i, one] of schema.columns.entries()) {
    const values = columns[i];
    const name = `c${i}`;
    // Row by row, and in other chunks.
    assertEquals(
      tables.values(name, rows, { table: "notes", step: 3 }),
      values,
    );
    const shuffled = range(0, rows).map((row) => row * 7919 % rows);
    assertEquals(
      tables.at(name, shuffled, "notes"),
      shuffled.map((row) => values[row]),
    );
    const isShaped = one.shape !== "";
    const isPlain = one.within === "" && one.except.every((e) => e >= i) &&
      !one.distinct && !one.dist;
    const isUp = isPlain && (one.to === "orders" || one.to === "customers");
    const isEarlier = one.to === "notes" && one.earlier !== false &&
      (one.earlier === true || one.within !== "" || isShaped || isPlain);
    const seen = new Map<number, Set<number>>();
    for (let row = 0; row < rows; row++) {
      const value = values[row];
      if (isUp) {
        assertEquals(
          value,
          one.to === "orders" ? orderOf[row] : customerOf[row],
        );
        continue;
      }
      const candidates = range(0, tables.table(one.to).plan.rows)
        .filter((candidate) => {
          const order = one.to === "orders" ? candidate : orderOf[candidate];
          const customer = one.to === "orders"
            ? customerOfOrder[candidate]
            : customerOf[candidate];
          if (one.within === "order_id" && order !== orderOf[row]) return false;
          if (
            one.within === "customer_id" && customer !== customerOf[row]
          ) return false;
          if (
            one.within === "other_customer" && customer !== other[row]
          ) return false;
          if (isEarlier && candidate >= row) return false;
          if (
            one.to === "notes" && one.earlier === false && candidate === row
          ) return false;
          return one.except.every((e) =>
            e >= i || columns[e][row] !== candidate
          );
        });
      if (isShaped) {
        if (value !== null) assert(candidates.includes(value), `${row}`);
        continue;
      }
      const taken = seen.get(orderOf[row]) ?? new Set();
      seen.set(orderOf[row], taken);
      const left = one.distinct
        ? candidates.filter((candidate) => !taken.has(candidate))
        : candidates;
      if (left.length === 0) assertEquals(value, null);
      else assert(left.includes(value!), `${text}\n${name} ${row} ${value}`);
      if (value !== null) taken.add(value);
    }
  }
}
