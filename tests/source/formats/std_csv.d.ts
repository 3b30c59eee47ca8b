// The part of @std/csv that the tests of formats need; npm's build of the library comes without types.
export function parse(
  text: string,
  options?: { separator?: string; lazyQuotes?: boolean },
): string[][];
