// Plans of small Genfiles, and what is wrong with others.
import { assertEquals } from "@std/assert";
import type { Diagnostic } from "../../../core/diagnostic.ts";
import {
  checkGenfile,
  type GenfileInput,
} from "../../../core/planning/plan_maker.ts";
import type { Plan } from "../../../core/plan.ts";
import { generators } from "../../../generators/registry.ts";
import { formats } from "../../../source/formats/registry.ts";

export function check(text: string, rest: Partial<GenfileInput> = {}) {
  return checkGenfile({
    text,
    file: "shop/Genfile.toml",
    environment: {},
    readFile: () => {
      throw Object.assign(new RangeError("nothing there"), { code: "ENOENT" });
    },
    generators,
    formats,
    now: Date.UTC(2026, 0, 1),
    randomSeed: () => "new",
    cores: 3,
    ...rest,
  });
}

export function planOf(text: string, rest: Partial<GenfileInput> = {}): Plan {
  const { plan, diagnostics } = check(text, rest);
  assertEquals(
    diagnostics.filter(({ severity }) => severity === "error"),
    [],
  );
  return plan!;
}

export function messages(
  text: string,
  rest: Partial<GenfileInput> = {},
): string[] {
  const { plan, diagnostics } = check(text, rest);
  assertEquals(plan, undefined);
  return errorsOf(diagnostics);
}

export function errorsOf(diagnostics: Diagnostic[]): string[] {
  return diagnostics.filter(({ severity }) => severity === "error")
    .map(({ message }) => message);
}

export const ONE = `[table.t]
rows = 10
[table.t.columns]
id = "sequence"
`;

export const SHOP = `[table.items]
rows = 40
scale = false
[table.items.columns]
order_id = { ref = "orders.id" }

[table.orders]
rows = 25
[table.orders.columns]
id = { gen = "sequence", primary = true }
customer_id = { ref = "customers.id" }

[table.customers]
rows = 10
[table.customers.columns]
id = { gen = "sequence", primary = true }
best = { ref = "orders.id", null = 0.5 }
`;
