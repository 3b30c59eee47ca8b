// The texts that values are drawn from: the user's dictionaries and the word lists that ship with thrust.
import type { DictionaryPlan } from "../../core/plan.ts";
import { AliasTable } from "../../core/values/alias.ts";
import { Strings } from "../../core/values/strings.ts";

/** Word lists of the locales in use, by locale and name. */
export type Lists = ReadonlyMap<
  string,
  { get(name: string): Strings | undefined }
>;

export class DictionaryContext {
  readonly #plans: ReadonlyMap<string, DictionaryPlan>;
  readonly #lists: Lists;
  readonly #columns = new Map<string, Strings>();

  constructor(plans: readonly DictionaryPlan[], lists: Lists) {
    this.#plans = new Map(plans.map((plan) => [plan.name, plan]));
    this.#lists = lists;
  }

  /** A column of a dictionary, the first where none is named. */
  column(name: string, column?: string): Strings {
    const plan = this.#plan(name);
    const index = column === undefined ? 0 : plan.columns.indexOf(column);
    const key = `${name}\0${index}`;
    let strings = this.#columns.get(key);
    if (strings === undefined) {
      if (index < 0) {
        throw new TypeError(
          `Cannot read column "${column}" of dictionary "${name}": it has none`,
        );
      }
      strings = new Strings(plan.bytes[index], plan.offsets[index]);
      this.#columns.set(key, strings);
    }
    return strings;
  }

  /** Chooses entries by their weights, where they have any: made once for all workers. */
  table(name: string): AliasTable | undefined {
    const { alias } = this.#plan(name);
    return alias && new AliasTable(alias);
  }

  /** A word list of a locale. */
  list(locale: string, name: string): Strings {
    const list = this.#lists.get(locale)?.get(name);
    if (list === undefined) {
      throw new TypeError(
        `Cannot read word list "${name}" of locale "${locale}": there is none`,
      );
    }
    return list;
  }

  #plan(name: string): DictionaryPlan {
    const plan = this.#plans.get(name);
    if (plan === undefined) {
      throw new TypeError(
        `Cannot read dictionary "${name}": the plan has none`,
      );
    }
    return plan;
  }
}
