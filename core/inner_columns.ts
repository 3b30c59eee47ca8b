// Columns inside columns: the reader makes them hidden columns of the table, under names that nobody can write.
import type { Generator } from "./generator.ts";
import type { Alternative, InnerColumn } from "./parameters.ts";

/** Stands in the names of inner columns; a user's names have no control characters. */
const SEPARATOR = "\0";

/** The name of a column inside another. */
export function innerName(outer: string, step: string): string {
  return outer + SEPARATOR + step;
}

/** The name of an inner column made for the i-th time. */
export function itemName(inner: string, i: number): string {
  return `${inner}\x01${i}`;
}

/** Whether a column stands inside another, however deep. */
export function standsInside(name: string, outer: string): boolean {
  return name.startsWith(outer + SEPARATOR);
}

/** The names of the columns that stand directly inside one with these parameters. */
export function innerColumns(
  generator: Generator,
  params: Readonly<Record<string, unknown>>,
): string[] {
  const names: string[] = [];
  eachInner(generator, params, (name) => {
    names.push(name);
    return name;
  });
  return names;
}

/** The parameters with other names for the columns inside. */
export function eachInner(
  generator: Generator,
  params: Readonly<Record<string, unknown>>,
  rename: (name: string) => string,
): Record<string, unknown> {
  const renamed = { ...params };
  for (const [name, { kind }] of Object.entries(generator.params)) {
    const value = params[name];
    if (value === undefined) continue;
    if (kind === "inner") renamed[name] = rename(value as string);
    if (kind === "alternatives") {
      renamed[name] = (value as Alternative[]).map((one) => ({
        ...one,
        column: rename(one.column),
      }));
    }
    if (kind === "inners") {
      renamed[name] = (value as InnerColumn[]).map((one) => ({
        ...one,
        column: rename(one.column),
      }));
    }
  }
  return renamed;
}
