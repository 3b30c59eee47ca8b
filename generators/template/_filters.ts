// What the filters of templates do to a text.
import { lower, title, upper } from "../../core/values/case.ts";
import { slug } from "../../core/values/slug.ts";
import { first, pad, trim } from "../../core/values/text.ts";
import type { Filter } from "./_parse.ts";

/** One function for all filters, applied in the order they are written. */
export function compileFilters(
  filters: readonly Filter[],
): (text: string) => string {
  return (text) => {
    for (const filter of filters) text = apply(filter, text);
    return text;
  };
}

function apply(filter: Filter, text: string): string {
  switch (filter.name) {
    case "lower":
      return lower(text);
    case "upper":
      return upper(text);
    case "title":
      return title(text);
    case "slug":
      return slug(text);
    case "trim":
      return trim(text);
    case "first":
      return first(text);
    case "pad":
      return pad(text, filter.width);
  }
}
