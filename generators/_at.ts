// `at`: which of several numbered things, by an expression over the row instead of a draw.
import type { PartialRecord, Report, Site } from "../core/generator.ts";
import type { Expression } from "../core/expression/expression.ts";
import { optional } from "../core/parameters.ts";

export const AT = {
  at: optional(
    "expression",
    "Which one, as an expression that gives its number from 0, instead of a draw; outside, NULL",
  ),
};

/** @param other A parameter that draws, where one was given. */
export function checkAt(
  at: Expression | undefined,
  other: string | undefined,
  report: Report,
): void {
  if (at === undefined) return;
  const { kind } = at.root.type;
  if (kind !== "int" && kind !== "null") {
    report("at", "at is no whole number", "expected a number from 0");
  } else if (other !== undefined) {
    report("at", `at and ${other} together`, "each says which one it is");
  }
}

/** Which of so many things each row shows. */
export interface Numbered {
  /** 0 where there is none. */
  indexes(record: PartialRecord, out: Uint32Array): void;
  /** 1 where there is none. */
  nulls(record: PartialRecord, out: Uint32Array | Uint8Array): void;
}

export function prepareAt(at: Expression, site: Site, size: number): Numbered {
  const reader = site.expression(at);
  const { nullable } = reader.type;
  return {
    indexes(record, out) {
      const { numbers, nulls } = reader.read(record);
      for (let i = 0; i < record.rows.count; i++) {
        const index = numbers[i];
        out[i] = index >= 0 && index < size && !(nullable && nulls[i] !== 0)
          ? index
          : 0;
      }
    },
    nulls(record, out) {
      const { numbers, nulls } = reader.read(record);
      for (let i = 0; i < record.rows.count; i++) {
        const index = numbers[i];
        if (!(index >= 0 && index < size) || nullable && nulls[i] !== 0) {
          out[i] = 1;
        }
      }
    },
  };
}
