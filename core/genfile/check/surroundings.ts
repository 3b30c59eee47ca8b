// What columns are checked against.
import type { LocaleShare } from "../../parameters.ts";
import type { Strings } from "../../values/strings.ts";
import type { DictionarySpec } from "../dictionary.ts";
import type { TableSpec } from "../spec.ts";

/** What columns may be checked against. */
export interface Surroundings {
  tables: readonly TableSpec[];
  dictionaries: readonly DictionarySpec[];
  /** Rows by table; undefined where nothing right is said. */
  rows: ReadonlyMap<string, number | undefined>;
  /** In milliseconds since 1970. */
  now: number;
  nowIsClock: boolean;
  /** As text. */
  seed: string;
  /** Where neither column nor table says one. */
  locale: readonly LocaleShare[];
  /** A word list of a locale; undefined while it is not there. */
  list?: (name: string, locale: string) => Strings | undefined;
}
