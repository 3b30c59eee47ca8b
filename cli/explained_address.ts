// What `thrust explain` says of a column's random words: whose they are.
import type { ColumnPlan, Plan, TablePlan } from "../core/plan.ts";
import type { Source } from "../engine.ts";

/** Whose random words the value is made of. A value without any is computed from its row or from others. */
export function addressLines(
  plan: Plan,
  source: Source,
  table: TablePlan,
  column: ColumnPlan,
): string[] {
  const what = (name: string) => JSON.stringify(shownName(name));
  const lines = source.addresses().map(([of, name, purpose]) =>
    of === table.name && name === column.name && purpose === "value" ||
      isIdle(plan, of, name, purpose)
      ? ""
      : `beside it table ${what(of)}, what ${
        name === "" ? "all share" : what(name)
      }: ${purposeText(purpose)}`
  ).filter((one) => one !== "");
  return [
    `seed ${JSON.stringify(plan.seed)}, table ${what(table.name)}, what ${
      what(column.inner?.what ?? column.name)
    }, row`,
    ...lines,
  ];
}

/** Whether it is a NULL mask of what is never NULL by chance. */
function isIdle(
  plan: Plan,
  table: string,
  name: string,
  purpose: string,
): boolean {
  if (!purpose.startsWith("null") || purpose.startsWith("null/rows")) {
    return false;
  }
  const { columns } = plan.tables.find((one) => one.name === table)!;
  return columns.every(({ name: own, inner, params, null: share }) =>
    share === 0 || own !== name && inner?.what !== name && params.of !== name
  );
}

function purposeText(purpose: string): string {
  if (purpose.startsWith("null")) return "whether it is NULL";
  if (purpose.startsWith("unique")) return "which rank it has";
  if (purpose.startsWith("per/")) return "how many children each has";
  return purpose.startsWith("ref/")
    ? `picks a row of ${purpose.slice(4)}`
    : purpose;
}

/** Inner columns have names that nobody can write: `profile.at`, `tags[0]`; of alternatives, the number. */
export function shownName(name: string): string {
  const alternative = /^(.*)\0#(\d+)$/.exec(name);
  if (alternative !== null) {
    const [, of, number] = alternative;
    return `${shownName(of)}, alternative ${Number(number) + 1}`;
  }
  // deno-lint-ignore no-control-regex
  return name.replace(/\0item\x01(\d+)/g, "[$1]")
    .replace(/\0(?=[.[])/g, "")
    // deno-lint-ignore no-control-regex
    .replace(/[\0\x01]/g, ".");
}
