// Checks of one column alone: its handle, whether it follows the clock; and where what is wrong with it is shown.
import type { Report } from "../../generator.ts";
import type { Bound, DistributionSpec } from "../../parameters.ts";
import { type ColumnSpec, shownName } from "../spec.ts";
import { expressionsOf } from "../expressions.ts";
import type { Problems } from "../problems.ts";

/** `of` names a thing that columns share; beside references it must not look like a column. */
export function checkHandle(
  problems: Problems,
  column: ColumnSpec,
  isColumn: (name: string) => boolean,
): void {
  const { of } = column.params;
  const node = column.given.get("of");
  if (column.generator?.params.of?.kind !== "text" || node === undefined) {
    return;
  }
  if (!isColumn(of as string)) return;
  problems.error(
    node.place,
    `of is "${of}", which is a column`,
    "choose another name for what the columns share",
  );
}

/** Warns where values depend on the start of the run, which is the clock's. */
export function warnOfClock(problems: Problems, column: ColumnSpec): void {
  const { generator, params, given, place } = column;
  const bound = Object.entries(generator!.params).find(([key, { kind }]) =>
    kind === "bound" && params[key] !== undefined &&
    "now" in (params[key] as Bound)
  );
  if (
    bound === undefined && !generator!.readsClock?.(params) &&
    !expressionsOf(column).some(({ expression }) => expression.clock)
  ) return;
  problems.warning(
    given.get(bound?.[0] ?? "")?.place ?? place,
    `"${shownName(column)}" follows the clock: another run gives other values`,
    "set now in [run], or --now",
  );
}

/** Reports problems with a column's parameters where these stand. */
export function reporter(problems: Problems, column: ColumnSpec): Report {
  return (parameter, message, hint, at) => {
    const node = column.given.get(parameter) ?? column.common.get(parameter);
    const stretch = at !== undefined && node?.kind === "value"
      ? node.stretch?.(at.start, at.length)
      : undefined;
    problems.error(stretch ?? node?.place ?? column.place, message, hint);
  };
}

/** Whether a parameter of a distribution follows the row: where there is no such distribution, the value is NULL. */
export function followsByDistribution(
  { generator, params }: ColumnSpec,
): boolean {
  return Object.entries(generator?.params ?? {}).some(([name, { kind }]) =>
    kind === "distribution" &&
    (params[name] as DistributionSpec | undefined)?.following !== undefined
  );
}
