// Which format a file has: by its name, or by what its path ends in.
import type { Place } from "../diagnostic.ts";
import type { Format } from "../format.ts";
import { LATER_HINTS, reportUnknown } from "../genfile/later.ts";
import type { Problems } from "../genfile/problems.ts";

/** A word of the Genfile or the command line, where it stands, if anywhere. */
export interface Word {
  text: string;
  place: Place | undefined;
}

/**
 * @param said The format's name; undefined: what the path says.
 * @param path Undefined where rows go into no file.
 * @param usual What is taken where neither says anything. Default: csv.
 */
export function formatOf(
  problems: Problems,
  all: ReadonlyMap<string, Format>,
  said: Word | undefined,
  path: Word | undefined,
  usual?: Format,
): Format | undefined {
  const formats = new Map([...all].filter(([_, { wire }]) => !wire));
  const there = `there are ${[...formats.keys()].join(", ")}`;
  if (said !== undefined) {
    const format = formats.get(said.text);
    if (format !== undefined) return format;
    reportUnknown(
      problems,
      said.place,
      "format",
      said.text,
      formats.keys(),
      there,
    );
    return undefined;
  }
  const extension = path && extensionOf(path.text);
  if (extension === "gz" || extension === "zst") {
    problems.error(
      path?.place,
      `compression (.${extension}) is not supported yet`,
      LATER_HINTS.compress,
    );
    return undefined;
  }
  if (extension === "parquet") {
    reportUnknown(problems, path?.place, "format", extension, [], there);
    return undefined;
  }
  const known = [...formats.values()];
  return known.find((one) => one.extension === extension) ?? usual ??
    formats.get("csv") ?? known[0];
}

/** What follows the last dot of a path's last part; undefined where that is a folder's name. */
export function extensionOf(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /[^.]\.([A-Za-z0-9]+)$/.exec(name)?.[1];
}
