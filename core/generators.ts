// All generators by name: those that are listed, and families of them that are made when they are asked for.
import type { Generator, Group } from "./generator.ts";
import type { LocaleShare } from "./parameters.ts";
import { nearest } from "./values/nearest.ts";
import type { Strings } from "./values/strings.ts";
import type { Zones } from "./values/zone.ts";

/** Why there is no generator of a name. */
export interface Refusal {
  message: string;
  hint?: string;
}

/**
 * Generators of one make, by names that begin alike, from a package that is loaded only where it is used.
 *
 * Reading a Genfile is synchronous, so a family that is not there yet notes what was asked of it and answers
 * something; `load` then fetches it, and the Genfile is read anew.
 */
export interface Family {
  /** What all names begin with: `faker.`. */
  prefix: string;
  group: Group;
  /** How the names are made: `faker.MODULE.METHOD`. */
  pattern: string;
  /** One line, a sentence without a full stop. */
  summary: string;
  /** A column as one would write it. */
  example: string;
  /** The generator of a name, or why there is none. */
  find(name: string): Generator | Refusal;
  /** Loads what was missed so far; tells whether there was anything. */
  load(): Promise<boolean>;
  /** Loads what the values of a column of these locales are made from. */
  loadFor(locales: readonly LocaleShare[]): Promise<void>;
  /** All names, each with what keeps it from being used by itself. */
  members(): Promise<{ name: string; note: string | undefined }[]>;
}

/** The word lists of locales; as a family of generators, it notes what it misses until it is loaded. */
export interface ListsAtHand {
  /** Undefined where the locale's lists are not there yet, or have none of that name. */
  find(name: string, locale: string): Strings | undefined;
  /** Loads what was missed so far; tells whether there was anything. */
  load(): Promise<boolean>;
}

/** What reads Genfiles and makes rows knows generators by. */
export interface GeneratorMap extends ReadonlyMap<string, Generator> {
  /** The time zones that columns may be in. */
  readonly zones?: Zones;
  /** Word lists, for those that count their values. */
  readonly lists?: ListsAtHand;
  /** Why there is no generator of that name, where there is more to say than that it is unknown. */
  refusal?(name: string): Refusal | undefined;
  /** The generator that a name which is none most likely means. */
  meant?(name: string): Generator | undefined;
  /** Loads what columns are made from. */
  loadFor?(
    columns: readonly { generator: string; locales: readonly LocaleShare[] }[],
  ): Promise<void>;
}

/** Iterates over the listed generators; `get` finds those of families too. */
export class Generators extends Map<string, Generator> implements GeneratorMap {
  readonly families: readonly Family[];
  readonly zones: Zones | undefined;
  /** What else generators are called, in small letters, and their names. */
  readonly words: ReadonlyMap<string, string>;
  readonly lists: ListsAtHand | undefined;

  constructor(
    listed: Iterable<readonly [string, Generator]>,
    families: readonly Family[],
    zones?: Zones,
    words: ReadonlyMap<string, string> = new Map(),
    lists?: ListsAtHand,
  ) {
    super(listed);
    this.families = families;
    this.zones = zones;
    this.words = words;
    this.lists = lists;
  }

  override get(name: string): Generator | undefined {
    const listed = super.get(name);
    if (listed !== undefined) return listed;
    const found = this.#family(name)?.find(name);
    return found !== undefined && "prepare" in found ? found : undefined;
  }

  refusal(name: string): Refusal | undefined {
    const found = this.#family(name)?.find(name);
    return found !== undefined && "message" in found ? found : undefined;
  }

  /** `firstName` and `first_nam` mean `person.first_name`, `varchar` means `string`. */
  meant(name: string): Generator | undefined {
    const word = lettersOf(name);
    const names = [...this.keys()];
    const found = this.words.get(word) ??
      names.find((one) => lettersOf(one) === word) ??
      names.find((one) => lettersOf(lastPart(one)) === word) ??
      nearest(name, names);
    if (found !== undefined) return super.get(found);
    const part = nearest(name, names.map(lastPart));
    return part === undefined
      ? undefined
      : super.get(names.find((one) => lastPart(one) === part)!);
  }

  /** Loads what families, zones and lists missed so far; tells whether there was anything. */
  async load(): Promise<boolean> {
    const loaded = await Promise.all(
      [...this.families, this.zones, this.lists].map((one) =>
        one?.load() ?? false
      ),
    );
    return loaded.includes(true);
  }

  async loadFor(
    columns: readonly { generator: string; locales: readonly LocaleShare[] }[],
  ): Promise<void> {
    await Promise.all(
      columns.map(({ generator, locales }) =>
        this.#family(generator)?.loadFor(locales)
      ),
    );
  }

  #family(name: string): Family | undefined {
    return this.families.find(({ prefix }) => `${name}.`.startsWith(prefix));
  }
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function lettersOf(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
}
