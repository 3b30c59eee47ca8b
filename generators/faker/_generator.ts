// One method of Faker as a generator.
import { type Generator, generator } from "../../core/generator.ts";
import { defaulted } from "../../core/parameters.ts";
import { type LocalFaker, type Method, quietly } from "./_local_faker.ts";
import { typeOf } from "./_kind.ts";
import { prepareFaker } from "./_make.ts";
import { type Findings, probe, type Shape } from "./_probe.ts";

/** Rows that are made to see whether values follow the clock. */
const CLOCK_ROWS = 20;
const LATER = 1e12;

const ONE_VALUE = "a column takes texts, numbers, booleans and times";

/** Arguments, as in a Genfile, for methods that need some. */
export const EXAMPLES: Readonly<Record<string, string | undefined>> = {
  "date.between": `[{ from = 2020-01-01, to = 2021-01-01 }]`,
  "helpers.arrayElement": `[["red", "green", "blue"]]`,
  "helpers.enumValue": `[{ Small = "S", Large = "L" }]`,
  "helpers.fake": `["{{person.firstName}} of {{location.city}}"]`,
  "helpers.fromRegExp": `["[A-Z]{2}[0-9]{4}"]`,
  "helpers.mustache": `["{{count}} items", { count = "7" }]`,
  "helpers.objectKey": `[{ Small = "S", Large = "L" }]`,
  "helpers.objectValue": `[{ Small = "S", Large = "L" }]`,
  "helpers.rangeToNumber": `[{ min = 1, max = 6 }]`,
  "helpers.replaceSymbols": `["##-??"]`,
  "helpers.slugify": `["Some words"]`,
  "helpers.weightedArrayElement":
    `[[{ value = "often", weight = 9 }, { value = "rarely", weight = 1 }]]`,
  "string.fromCharacters": `["abc", 5]`,
};

/** Gives Faker in a locale; undefined where it is not loaded, which is noted. */
export type FakerOf = (locale: string) => LocalFaker | undefined;

export function fakerGenerator(
  name: string,
  fakerOf: FakerOf,
  loaded: () => LocalFaker | undefined,
): Generator {
  const [, module, method] = name.split(".");
  const known = new Map<string, Findings>();

  /** What the method gives in a locale; undefined where that is not loaded. */
  function findings(
    locale: string,
    args: readonly unknown[],
    now: number,
  ): Findings | undefined {
    const faker = fakerOf(locale);
    if (faker === undefined) return undefined;
    const key = JSON.stringify([locale, args, now]);
    let found = known.get(key);
    if (found === undefined) {
      found = probe(faker, methodIn(faker), frozen(args), now);
      known.set(key, found);
    }
    return found;
  }

  function methodIn(faker: LocalFaker): Method {
    const found = faker.method(module, method);
    if (found !== undefined) return found;
    throw new TypeError(`Cannot call ${name}: Faker has no such method`);
  }

  const args = EXAMPLES[`${module}.${method}`];
  return generator({
    name,
    group: "breadth",
    summary: `What Faker's ${module}.${method} gives`,
    example: args === undefined
      ? `"${name}"`
      : `{ gen = "${name}", args = ${args} }`,
    params: {
      args: defaulted(
        "arguments",
        [],
        "The method's arguments, such as [{ min = 1, max = 9 }]",
      ),
    },
    readsClock({ args }) {
      const faker = loaded();
      if (faker === undefined) return false;
      const call = methodIn(faker);
      const texts = [0, LATER].map((now) => {
        faker.setNow(now);
        const values: unknown[] = [];
        try {
          quietly(() => {
            for (let row = 0; row < CLOCK_ROWS; row++) {
              faker.start(row, row);
              values.push(call(...args));
            }
          });
        } catch {
          // Not in this locale; in the column's it has been tried.
        }
        return values.map(String).join("\n");
      });
      return texts[0] !== texts[1];
    },
    type({ args }, { locales, now, sqlType }) {
      const shapes = locales.flatMap(({ locale }) => [
        ...findings(locale, args, now)?.shapes ?? [],
      ]);
      return typeOf(new Set<Shape>(shapes), sqlType);
    },
    check({ args }, { locales, now }, report) {
      for (const { locale } of locales) {
        const found = findings(locale, args, now);
        if (found === undefined) continue;
        const problem = problemOf(found);
        if (problem === undefined) continue;
        reportProblem(problem, locale, found, args);
        return;
      }

      function reportFailure(failure: string): void {
        if (args.length > 0) {
          report(
            "args",
            `${name} does not take these arguments`,
            failure === ""
              ? `Faker's documentation of ${module}.${method} says which it does`
              : `Faker says: ${failure}`,
          );
        } else if (EXAMPLES[`${module}.${method}`] !== undefined) {
          const example = EXAMPLES[`${module}.${method}`];
          report("gen", `${name} needs arguments`, `such as args = ${example}`);
        } else if (method === "maybe") {
          report(
            "gen",
            `${name} takes a function, which cannot be written here`,
            "null = 0.5 leaves half of the values out",
          );
        } else {
          report("gen", `${name} gives lists of values`, ONE_VALUE);
        }
      }

      function reportProblem(
        problem: Problem,
        locale: string,
        found: Findings,
        args: readonly unknown[],
      ): void {
        const parameter = args.length > 0 ? "args" : "gen";
        switch (problem) {
          case "fails":
            if (isOfLocale(found)) {
              report(
                "locale",
                `${name} cannot be made in locale "${locale}"`,
                "Faker has no words for it there: choose another locale for the column",
              );
            } else {
              reportFailure(found.failure!);
            }
            return;
          case "several":
            report(
              parameter,
              `${name} gives ${
                found.shapes.has("list") ? "lists" : "tables"
              } of values`,
              ONE_VALUE,
            );
            return;
          case "nothing":
            report(
              parameter,
              `${name} gives nothing`,
              args.length > 0
                ? "no value follows from these arguments"
                : "leave the column out",
            );
            return;
          case "local time":
            report(
              parameter,
              `${name} writes times in the time zone of the machine`,
              "make the time a column of its own",
            );
        }
      }
    },
    prepare({ args }, site) {
      const methods = site.locales.map(({ locale }) => {
        const faker = fakerOf(locale);
        if (faker === undefined) {
          throw new TypeError(
            `Cannot make ${name} in locale "${locale}": Faker is not loaded`,
          );
        }
        return { faker, method: methodIn(faker) };
      });
      return prepareFaker(name, methods, frozen(args), site);
    },
  });
}

type Problem = "fails" | "several" | "nothing" | "local time";

export function problemOf(
  { shapes, failure, localTime }: Findings,
): Problem | undefined {
  if (failure !== undefined) return "fails";
  if (shapes.has("list") || shapes.has("table")) return "several";
  if (shapes.size === 1 && shapes.has("none")) return "nothing";
  return localTime ? "local time" : undefined;
}

/** Whether Faker failed for want of words. */
function isOfLocale({ failure = "" }: Findings): boolean {
  return /\blocale\b/.test(failure);
}

/** A copy that no call can change for the next row. */
function frozen(args: readonly unknown[]): readonly unknown[] {
  return freeze(structuredClone(args)) as readonly unknown[];
}

function freeze(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}
