// The keys of `[target]` that belong to a format, or to none.
import type { Place } from "../diagnostic.ts";
import type { Format, FormatOptions } from "../format.ts";
import { readParameter } from "../genfile/parameters/parameter.ts";
import type { Problems } from "../genfile/problems.ts";
import type { OutputQuestion } from "./output.ts";
import { didYouMean } from "../values/nearest.ts";

const NO_NAMES = {
  columns: new Set<string>(),
  tables: new Map<string, Set<string>>(),
  dictionaries: new Set<string>(),
};

const TARGET_KEYS = [
  ...["to", "format", "compress", "batch", "mode", "connections"],
];

/** The keys of `[target]` that belong to the format, and its defaults. */
export function readOptions(
  problems: Problems,
  { target, overrides, formats }: OutputQuestion,
  format: Format,
): FormatOptions {
  const options: FormatOptions = {};
  for (const { name, place, value } of target.options.values()) {
    if (Object.hasOwn(format.options, name)) {
      const parameter = format.options[name];
      const read = readParameter(problems, name, value, parameter, NO_NAMES);
      if (read !== undefined) options[name] = read;
      continue;
    }
    const owner = [...formats.values()].find((one) =>
      Object.hasOwn(one.options, name)
    );
    if (owner === undefined) {
      reportUnknownKey(problems, name, place, Object.keys(format.options));
    } else if (overrides.format === undefined && overrides.to === undefined) {
      // The command line may choose another format than the one that the Genfile has options for.
      problems.error(
        place,
        `"${name}" is an option of format "${owner.name}"`,
        `the format is "${format.name}"`,
      );
    }
  }
  for (const [name, parameter] of Object.entries(format.options)) {
    if (options[name] === undefined && parameter.default !== undefined) {
      options[name] = parameter.default;
    }
  }
  return options;
}

function reportUnknownKey(
  problems: Problems,
  name: string,
  place: Place,
  more: string[],
): void {
  const known = [...TARGET_KEYS, ...more];
  problems.error(
    place,
    `unknown key "${name}" in [target]`,
    didYouMean(name, known) ?? `it has ${known.join(", ")}`,
  );
}

/** Reports keys of `[target]` that belong to a format, or to nothing. */
export function noOptions(
  problems: Problems,
  { target, overrides, formats }: OutputQuestion,
): FormatOptions {
  for (const { name, place } of target.options.values()) {
    const owner = [...formats.values()].find(({ options }) =>
      Object.hasOwn(options, name)
    );
    if (owner === undefined) reportUnknownKey(problems, name, place, []);
    else if (overrides.to === undefined) {
      problems.error(
        place,
        `"${name}" is an option of format "${owner.name}"`,
        "rows go into a database",
      );
    }
  }
  return {};
}
