// Checks distributions against the columns that they stand on, once types are known.
import type { DistributionSpec } from "../../parameters.ts";
import { kindName } from "../../kind_names.ts";
import { DISTRIBUTIONS } from "../../values/distributions/catalogue.ts";
import type { ColumnSpec } from "../spec.ts";
import { lengthOfTime } from "../parameters/distribution_quantity.ts";
import type { Problems } from "../problems.ts";

/** Reports parameters that follow the row where they cannot, or by values of another kind. */
export function checkFollowing(
  problems: Problems,
  { generator, params, given }: ColumnSpec,
): void {
  for (const [key, { kind }] of Object.entries(generator?.params ?? {})) {
    const spec = params[key] as DistributionSpec | undefined;
    if (kind !== "distribution" || spec?.following === undefined) continue;
    const node = given.get(key);
    const placeOf = (name: string) =>
      node?.kind === "table"
        ? node.entries.get(name)?.value.place
        : node?.place;
    for (const [name, { root }] of Object.entries(spec.following)) {
      const place = placeOf(name);
      if (!FOLLOWERS.includes(generator!.name)) {
        problems.error(
          place,
          `${name} cannot follow the row on "${generator!.name}"`,
          `it can on ${FOLLOWERS.join(", ")}`,
        );
      } else if (params.order !== undefined) {
        problems.error(
          place,
          `${name} cannot follow the row in an order`,
          "each row has its part of one distribution",
        );
      } else {
        const { measure } = DISTRIBUTIONS[spec.type].parameters[name];
        const ofTime = generator!.group === "time" && measure !== "number";
        const kinds = !ofTime
          ? NUMBERS
          : measure === "length"
          ? ["interval"]
          : POINTS;
        if (kinds.includes(root.type.kind)) continue;
        problems.error(
          place,
          `${name} follows ${kindName(root.type)}`,
          `expected ${
            !ofTime
              ? "a number"
              : measure === "length"
              ? "a length of time, as in days(30)"
              : "a date"
          }`,
        );
      }
    }
  }
}

/** Generators that draw each row by parameters of its own. */
const FOLLOWERS = [
  ...["int", "float", "decimal", "date", "time", "timestamp", "interval"],
  "values",
];
const NUMBERS = ["int", "float", "decimal"];
const POINTS = ["date", "timestamp", "time", "interval"];

/** Lengths are times on times, and numbers on everything else. */
export function checkLengths(
  problems: Problems,
  { generator, params, given }: ColumnSpec,
): void {
  const ofTime = generator?.group === "time";
  for (const [key, { kind }] of Object.entries(generator?.params ?? {})) {
    const spec = params[key] as DistributionSpec | undefined;
    if (kind !== "distribution" || spec === undefined) continue;
    const node = given.get(key);
    for (const [name, literal] of Object.entries(spec.parameters)) {
      const { measure } = DISTRIBUTIONS[spec.type].parameters[name];
      if (measure !== "length" && measure !== "place") continue;
      if (literal.kind !== "int" && literal.kind !== "float") continue;
      const text = "text" in literal ? literal.text : "";
      const isTime = lengthOfTime(text) !== undefined;
      if (isTime === ofTime) continue;
      const place = node?.kind === "table"
        ? node.entries.get(name)?.value.place
        : node?.place;
      problems.error(
        place,
        `${name} is ${isTime ? `"${text}"` : text}`,
        ofTime
          ? `expected ${
            measure === "place" ? "a date or " : ""
          }a length of time, such as "30 days"`
          : "expected a number",
      );
    }
  }
}
