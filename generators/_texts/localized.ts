// Word lists in the locale of each row: a column has one locale, or a mix of which a row draws one for each handle, so
// that all that describes one thing (and everything without a handle) speaks one language.
import type {
  PartialRecord,
  RandomStream,
  Site,
} from "../../core/generator.ts";
import { AliasTable } from "../../core/values/alias.ts";
import { Strings } from "../../core/values/strings.ts";

const TWO_MINUS_32 = 1 / 4294967296;

/** A list in every locale of the column, one locale after another; locale `i` has `sizes[i]` entries from `starts[i]`. */
export interface LocalList {
  strings: Strings;
  starts: Uint32Array;
  sizes: Uint32Array;
}

export class Locales {
  readonly names: readonly string[];
  /** Says which locales there are and how likely: part of the keys of what is shared. */
  readonly key: string;
  readonly #site: Site;
  readonly #handle: string;
  readonly #random: RandomStream;
  readonly #table: AliasTable | undefined;

  /** @param handle The thing's; without one, what the row as a whole has. */
  constructor(site: Site, handle = "") {
    const { locales } = site;
    this.#site = site;
    this.#handle = handle;
    this.names = locales.map(({ locale }) => locale);
    this.key = locales.length === 1
      ? locales[0].locale
      : locales.map(({ locale, weight }) => `${locale}:${weight}`).join(",");
    this.#random = site.shared("locale", handle);
    if (locales.length > 1) {
      this.#table = new AliasTable(locales.map(({ weight }) => weight));
    }
  }

  /** Which locale each row has; undefined where there is only one. */
  picks(record: PartialRecord): Uint32Array | undefined {
    const table = this.#table;
    if (table === undefined) return undefined;
    return record.share(
      `locale/${this.#handle}/${this.key}`,
      (out) => table.pick(this.#random, record.rows, 0, out),
    );
  }

  list(name: string): LocalList {
    return joinLists(this.each(name));
  }

  /** A list of each locale. */
  each(name: string): Strings[] {
    return this.names.map((locale) => this.#site.list(name, locale));
  }

  /** An entry of the list in the row's locale, all of them equally likely. */
  draw(
    { sizes, starts }: LocalList,
    record: PartialRecord,
    random: RandomStream,
    draw: number,
    out: Uint32Array,
  ): void {
    const picks = this.picks(record);
    const { rows } = record;
    if (picks === undefined) {
      random.below(rows, draw, sizes[0], out);
      return;
    }
    random.words(rows, draw, out);
    // No redraws: with some thousand entries, none is likelier than another by more than 10^-6 of its share.
    for (let i = 0; i < rows.count; i++) {
      const locale = picks[i];
      out[i] = starts[locale] + out[i] * sizes[locale] * TWO_MINUS_32;
    }
  }
}

/** Lists one after another. */
export function joinLists(lists: readonly Strings[]): LocalList {
  const starts = new Uint32Array(lists.length);
  for (let i = 1; i < lists.length; i++) {
    starts[i] = starts[i - 1] + lists[i - 1].size;
  }
  return {
    strings: lists.length === 1 ? lists[0] : Strings.concat(lists),
    starts,
    sizes: Uint32Array.from(lists, ({ size }) => size),
  };
}
