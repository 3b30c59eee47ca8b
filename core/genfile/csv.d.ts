// The part of @std/csv that dictionaries need.
export function parse(
  text: string,
  options?: { separator?: string },
): string[][];
