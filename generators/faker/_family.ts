// `faker.MODULE.METHOD`: every method of Faker that gives a value, in every locale of Faker, loaded where it is used.
import type { Faker } from "@faker-js/faker";
import type { Generator } from "../../core/generator.ts";
import type { Family, Refusal } from "../../core/generators.ts";
import type { LocaleShare } from "../../core/parameters.ts";
import { didYouMean } from "../../core/values/nearest.ts";
import { EXAMPLES, fakerGenerator, problemOf } from "./_generator.ts";
import { LocalFaker } from "./_local_faker.ts";
import { probe } from "./_probe.ts";

/** Loads Faker in a locale; undefined where it has none of that name. */
type Load = (locale: string) => Promise<Faker | undefined>;

/** Where methods are looked up that no locale is known for. */
const USUAL_LOCALE = "en_US";
const LIST = "thrust generators faker lists them";

export class FakerFamily implements Family {
  readonly prefix = "faker.";
  readonly group = "breadth";
  readonly pattern = "faker.MODULE.METHOD";
  readonly summary = "Any method of Faker that gives a value, in any locale";
  readonly example =
    `{ gen = "faker.number.int", args = [{ min = 1, max = 6 }] }`;
  readonly #load: Load;
  readonly #fakers = new Map<string, LocalFaker>();
  readonly #missing = new Set<string>();
  readonly #generators = new Map<string, Generator>();

  constructor(load: Load) {
    this.#load = load;
  }

  find(name: string): Generator | Refusal {
    const refusal = this.#refusal(name);
    if (refusal !== undefined) return refusal;
    let found = this.#generators.get(name);
    if (found === undefined) {
      found = fakerGenerator(
        name,
        (locale) => this.#faker(locale),
        () => this.#any(),
      );
      this.#generators.set(name, found);
    }
    return found;
  }

  #refusal(name: string): Refusal | undefined {
    const [, module, method, ...more] = name.split(".");
    if (method === undefined || more.length > 0) {
      return {
        message: `unknown generator "${name}"`,
        hint: `methods of Faker are called ${this.pattern}: ${LIST}`,
      };
    }
    const faker = this.#any();
    if (faker === undefined) {
      this.#missing.add(USUAL_LOCALE);
      return undefined;
    }
    if (faker.method(module, method) !== undefined) return undefined;
    const names = faker.names().map((one) => this.prefix + one);
    return {
      message: `unknown generator "${name}"`,
      hint: didYouMean(name, names) ?? LIST,
    };
  }

  /** Faker in some locale: methods are the same in all. */
  #any(): LocalFaker | undefined {
    return this.#fakers.values().next().value;
  }

  #faker(locale: string): LocalFaker | undefined {
    const faker = this.#fakers.get(locale);
    if (faker === undefined) this.#missing.add(locale);
    return faker;
  }

  async load(): Promise<boolean> {
    const missing = [...this.#missing];
    this.#missing.clear();
    await this.loadFor(missing.map((locale) => ({ locale, weight: 1 })));
    return missing.length > 0;
  }

  async loadFor(locales: readonly LocaleShare[]): Promise<void> {
    await Promise.all(
      locales.map(async ({ locale }) => {
        if (this.#fakers.has(locale)) return;
        const loaded = await this.#load(locale);
        if (loaded === undefined) {
          throw new TypeError(
            `Cannot load Faker: it has no locale "${locale}"`,
          );
        }
        if (!this.#fakers.has(locale)) {
          this.#fakers.set(locale, new LocalFaker(locale, loaded));
        }
      }),
    );
  }

  async members(): Promise<{ name: string; note: string | undefined }[]> {
    await this.loadFor([{ locale: USUAL_LOCALE, weight: 1 }]);
    const faker = this.#fakers.get(USUAL_LOCALE)!;
    return faker.names().map((name) => {
      const [module, method] = name.split(".");
      const found = probe(faker, faker.method(module, method)!, [], 0, 1);
      const problem = problemOf(found);
      return {
        name: this.prefix + name,
        note: EXAMPLES[name] !== undefined
          ? "needs arguments"
          : problem === undefined
          ? undefined
          : "gives no single value",
      };
    });
  }
}
