// Faker in one locale, with chance and time of our own.
import type { Faker } from "@faker-js/faker";
import { RowRandomizer } from "./_random.ts";

/** A method of Faker, which works without its object. */
export type Method = (...args: unknown[]) => unknown;

type Module = Record<string, unknown>;

export class LocalFaker {
  readonly locale: string;
  readonly #faker: Faker;
  readonly #randomizer = new RowRandomizer();
  #now = NaN;

  /** @param loaded Faker's own in that locale: a new one is made with its words. */
  constructor(locale: string, loaded: Faker) {
    this.locale = locale;
    const Constructor = loaded.constructor as new (
      options: { locale: unknown; randomizer: RowRandomizer },
    ) => Faker;
    this.#faker = new Constructor({
      locale: loaded.rawDefinitions,
      randomizer: this.#randomizer,
    });
  }

  /** Every method, as `MODULE.METHOD`. */
  names(): string[] {
    const modules = this.#faker as unknown as Record<string, unknown>;
    return Object.keys(modules).sort().flatMap((name) =>
      isModule(modules[name])
        ? methodsOf(modules[name]).map((method) => `${name}.${method}`)
        : []
    );
  }

  /** Undefined where there is none. */
  method(module: string, name: string): Method | undefined {
    const modules = this.#faker as unknown as Record<string, unknown>;
    if (!Object.hasOwn(modules, module) || !isModule(modules[module])) {
      return undefined;
    }
    if (!methodsOf(modules[module]).includes(name)) return undefined;
    const found = modules[module][name] as Method;
    return found.bind(modules[module]);
  }

  /** What Faker takes for now, in milliseconds since 1970. */
  setNow(now: number): void {
    if (now === this.#now) return;
    this.#now = now;
    this.#faker.setDefaultRefDate(now);
  }

  /** Begins with a row's random words. */
  start(a: number, b: number): void {
    this.#randomizer.start(a, b);
  }
}

/** Runs something that may call methods of which Faker warns at each call that they will go. */
export function quietly<T>(work: () => T): T {
  const { warn } = console;
  console.warn = () => {};
  try {
    return work();
  } finally {
    console.warn = warn;
  }
}

function isModule(value: unknown): value is Module {
  return typeof value === "object" && value !== null &&
    methodsOf(value as Module).length > 0;
}

/** Modules have their methods on themselves or on the classes that they are of. */
function methodsOf(module: Module): string[] {
  const names = new Set<string>();
  for (
    let level: object = module;
    level !== null && level !== Object.prototype;
    level = Object.getPrototypeOf(level)
  ) {
    for (const name of Object.getOwnPropertyNames(level)) {
      if (name === "constructor" || name.startsWith("_")) continue;
      if (typeof module[name] === "function") names.add(name);
    }
  }
  return [...names].sort();
}
