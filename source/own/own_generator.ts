// Generators that a program brings along: a function from an address to a value, made into one of thrust's own.
import { type Generator, generator } from "../../core/generator.ts";
import type { ParameterKind } from "../../core/parameters.ts";
import { type Kind, valueType } from "../../core/value_type.ts";
import { KINDS, type OwnGenerator } from "./contract.ts";
import { fill, Place, TIMESTAMP_SCALE } from "./values.ts";

/** Kinds of parameters that mean the same outside of thrust. */
const PLAIN: readonly ParameterKind[] = [
  ...["integer", "number", "probability", "flag", "text", "choice"] as const,
];

/** @throws {TypeError} If the generator is not described as it must be. */
export function ownGenerator(own: OwnGenerator): Generator {
  checkDescribed(own);
  const { name, summary, params = {}, domain } = own;
  const kind = own.kind as Kind;
  const type = valueType(kind, {
    scale: kind === "timestamp" ? TIMESTAMP_SCALE : own.scale ?? 0,
    nullable: own.nullable ?? false,
  });
  const storage = kind === "text" ? "slices" : "numbers";
  return generator({
    name,
    group: "choice",
    summary,
    example: exampleOf(own),
    params,
    type: () => type,
    prepare: (given, site) => ({
      storage,
      fill({ rows }, out) {
        const place = new Place(site);
        fill(own, type, place, rows, out, () => own.value(place, given));
      },
    }),
    ...(domain && {
      domain: (given) => sizeOf(own, domain.size(given)),
      ranked: (given, site) => ({
        storage,
        fill({ rows }, ranks, out) {
          const place = new Place(site);
          const made = (i: number) => domain.value(ranks[i], given);
          fill(own, type, place, rows, out, made);
        },
      }),
    }),
  });
}

function checkDescribed(own: OwnGenerator): void {
  const { name, kind, value, params = {} } = own;
  const refused = (state: string) =>
    new TypeError(`Cannot add the generator "${name}": ${state}`);
  if (!/^\w+(\.\w+)*$/.test(name)) {
    throw refused("its name is not of letters, digits, _ and dots");
  }
  if (!KINDS.includes(kind)) {
    throw refused(`its kind is ${kind}, and may be ${KINDS.join(", ")}`);
  }
  if (typeof value !== "function") throw refused("it has no function value");
  for (const [parameter, { kind }] of Object.entries(params)) {
    if (PLAIN.includes(kind)) continue;
    throw refused(
      `its parameter "${parameter}" is of the kind ${kind}, and may be ${
        PLAIN.join(", ")
      }`,
    );
  }
}

/** A column with what must be said. */
function exampleOf({ name, params = {} }: OwnGenerator): string {
  const needed = Object.entries(params).filter(([, { required }]) => required);
  const said = needed.map(([key]) => `, ${key} = …`).join("");
  return `{ gen = "${name}"${said} }`;
}

function sizeOf({ name }: OwnGenerator, size: number): number {
  if (Number.isInteger(size) && size >= 0 && size <= 2 ** 53) return size;
  throw new TypeError(
    `Cannot use the generator "${name}": its domain has the size ${size}, which is no whole number up to 2^53`,
  );
}
