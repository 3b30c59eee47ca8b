/** A JSON value whose objects have their keys in order: no reader has to keep them in that of the file. */
export function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(sorted);
  if (Object.isFrozen(value)) return value; // a number as it is written
  const keys = Object.keys(value).toSorted();
  return Object.fromEntries(
    keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])]),
  );
}
