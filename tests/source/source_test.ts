// The engine's promises: a value is a function of its address, and any row can be made alone.
import { assertEquals, assertNotEquals } from "@std/assert";
import type { ColumnPlan, Plan, TablePlan } from "../../core/plan.ts";
import { valueType } from "../../core/value_type.ts";
import { generators } from "../../generators/registry.ts";
import { formats } from "../../source/formats/registry.ts";
import { cellText } from "../../source/formats/text.ts";
import { Source } from "../../source/source.ts";

type ColumnGiven =
  & Partial<ColumnPlan>
  & Pick<ColumnPlan, "name" | "generator">;

function column(given: ColumnGiven): ColumnPlan {
  return {
    params: {},
    type: valueType("int"),
    null: 0,
    hidden: false,
    primary: false,
    locales: [{ locale: "en_US", weight: 1 }],
    ...given,
  };
}

function int(name: string, min: number, max: number, nulls = 0): ColumnPlan {
  return column({
    name,
    generator: "int",
    params: {
      min: { literal: { kind: "int", value: min, text: String(min) } },
      max: { literal: { kind: "int", value: max, text: String(max) } },
    },
    type: valueType("int", { min, max, nullable: nulls > 0 }),
    null: nulls,
  });
}

function sequence(name: string): ColumnPlan {
  return column({
    name,
    generator: "sequence",
    params: { start: 1, step: 1 },
    primary: true,
  });
}

function reference(
  name: string,
  table: string,
  target: string,
  rest: { of?: string; null?: number } = {},
): ColumnPlan {
  return column({
    name,
    generator: "ref",
    params: { ref: { table, column: target }, of: rest.of },
    type: valueType("int", { nullable: true }),
    null: rest.null ?? 0,
  });
}

function plan(tables: Record<string, [rows: number, columns: ColumnPlan[]]>) {
  const list: TablePlan[] = Object.entries(tables).map((
    [name, [rows, columns]],
  ) => ({
    name,
    rows,
    written: true,
    columns,
    primaryKey: [],
    uniqueKeys: [],
    foreignKeys: [],
  }));
  return {
    seed: "7",
    seedIsRandom: false,
    now: 0,
    nowIsClock: false,
    tables: list,
    dictionaries: [],
    output: {
      kind: "null",
      to: "null",
      format: "csv",
      options: {},
      mode: "create",
      batch: 1000,
      connections: 1,
      files: [{
        path: "",
        tables: list.map(({ name }) => ({
          table: name,
          prologue: new Uint8Array(0),
          epilogue: new Uint8Array(0),
        })),
      }],
    },
    workers: 1,
    buffer: { records: 1000, bytes: 1 << 20 },
  } satisfies Plan;
}

async function values(
  of: Plan,
  table: string,
  name: string,
  rows: number[],
): Promise<(string | null)[]> {
  const source = await Source.create(of, generators, formats);
  const shape = source.shapes(table, true).find((one) => one.name === name)!;
  const [vector] = source.evaluate(table, [name], rows);
  return rows.map((_, i) => cellText(shape, vector, i));
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + i);
}

const shop = plan({
  customers: [500, [sequence("id"), int("age", 18, 99, 0.2)]],
  orders: [4000, [
    sequence("id"),
    reference("customer_id", "customers", "id", { null: 0.25 }),
    reference("customer_age", "customers", "age", { of: "customer_id" }),
    reference("seller", "customers", "id", { of: "agent" }),
    reference("seller_age", "customers", "age", { of: "agent" }),
    reference("previous", "orders", "id"),
    int("amount", 1, 1_000_000_000_000),
  ]],
  items: [4000, [
    reference("order_id", "orders", "id"),
    reference("buyer", "customers", "id", { of: "order_id" }),
  ]],
});

Deno.test("a value does not depend on the rows that are made with it", async () => {
  const rows = range(900, 300);
  for (const { name } of shop.tables[1].columns) {
    const together = await values(shop, "orders", name, rows);
    const backwards = await values(shop, "orders", name, rows.toReversed());
    assertEquals(backwards.toReversed(), together);
    const source = await Source.create(shop, generators, formats);
    const shape = source.shapes("orders").find((one) => one.name === name)!;
    const alone = rows.map((row) => {
      const [vector] = source.evaluate("orders", [name], [row]);
      return cellText(shape, vector, 0);
    });
    assertEquals(alone, together);
  }
});

Deno.test("rows beyond 2^32 are made like any other, and mix with them", async () => {
  const far = [0, 2 ** 32 - 1, 2 ** 32, 2 ** 40 + 5, 10 ** 12, 3];
  const mixed = await values(shop, "orders", "amount", far);
  for (const [i, row] of far.entries()) {
    assertEquals(await values(shop, "orders", "amount", [row]), [mixed[i]]);
  }
  assertEquals(new Set(mixed).size, far.length);
});

Deno.test("columns and tables added or removed move no other column", async () => {
  const rows = range(0, 2000);
  const small = plan({
    customers: [500, [int("age", 18, 99, 0.2)]],
    orders: [4000, [int("amount", 1, 1_000_000_000_000)]],
  });
  assertEquals(
    await values(small, "orders", "amount", rows),
    await values(shop, "orders", "amount", rows),
  );
  assertEquals(
    await values(small, "customers", "age", rows),
    await values(shop, "customers", "age", rows),
  );
});

Deno.test("another seed, table or column gives other values", async () => {
  const rows = range(0, 50);
  const base = await values(shop, "orders", "amount", rows);
  assertNotEquals(
    await values({ ...shop, seed: "8" }, "orders", "amount", rows),
    base,
  );
  const renamed = plan({
    orders: [4000, [int("amounts", 1, 1_000_000_000_000)]],
    orderz: [4000, [int("amount", 1, 1_000_000_000_000)]],
  });
  assertNotEquals(await values(renamed, "orders", "amounts", rows), base);
  assertNotEquals(await values(renamed, "orderz", "amount", rows), base);
});

Deno.test("a reference stands on a row of its table, and what is read of it is that row's", async () => {
  const rows = range(0, 4000);
  const ids = await values(shop, "orders", "customer_id", rows);
  const ages = await values(shop, "orders", "customer_age", rows);
  const parents = await values(shop, "customers", "id", range(0, 500));
  const parentAges = await values(shop, "customers", "age", range(0, 500));
  const ageOf = new Map(parents.map((id, i) => [id, parentAges[i]]));
  let nulls = 0;
  for (const [i, id] of ids.entries()) {
    if (id === null) {
      nulls++;
      assertEquals(ages[i], null);
    } else {
      assertEquals(ageOf.has(id), true);
      assertEquals(ages[i], ageOf.get(id));
    }
  }
  // 1,000 ± 5 standard deviations of 27
  assertEquals(nulls > 860 && nulls < 1140, true);
});

Deno.test("references with the same handle stand on the same row, others on rows of their own", async () => {
  const rows = range(0, 1000);
  const sellers = await values(shop, "orders", "seller", rows);
  const ages = await values(shop, "orders", "seller_age", rows);
  const parentAges = await values(shop, "customers", "age", range(0, 500));
  assertEquals(ages, sellers.map((id) => parentAges[Number(id) - 1]));
  assertNotEquals(
    sellers,
    await values(shop, "orders", "customer_id", rows),
  );
});

Deno.test("a reference to the own table stands on an earlier row", async () => {
  const previous = await values(shop, "orders", "previous", range(0, 4000));
  assertEquals(previous[0], null);
  for (let row = 1; row < 4000; row++) {
    const id = Number(previous[row]);
    assertEquals(id >= 1 && id <= row, true);
  }
});

Deno.test("a reference through another reference follows its references", async () => {
  const rows = range(0, 1000);
  const orders = await values(shop, "items", "order_id", rows);
  const buyers = await values(shop, "items", "buyer", rows);
  const customers = await values(
    shop,
    "orders",
    "customer_id",
    range(0, 4000),
  );
  assertEquals(buyers, orders.map((id) => customers[Number(id) - 1]));
});
