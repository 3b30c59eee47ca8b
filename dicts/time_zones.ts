// The time zones that there are, by name. Their table is loaded when a Genfile names one.
import { didYouMean } from "../core/values/nearest.ts";
import type { Zone, ZoneRefusal, Zones } from "../core/values/zone.ts";

/** 1900-01-01T00:00:00Z in seconds since 1970. */
const FIRST = -2208988800;
const QUARTER = 900;
/** Stands in until the table is there. */
const UTC: Zone = { name: "UTC", offsets: [0], changes: [] };
/** Many type a city alone. */
const CITY = /[^/]+$/;

export class TimeZones implements Zones {
  #isMissed = false;
  /** By name, lines of the table. */
  #lines: ReadonlyMap<string, string> | undefined;
  readonly #zones = new Map<string, Zone>();

  find(name: string): Zone | ZoneRefusal {
    if (this.#lines === undefined) {
      this.#isMissed = true;
      return { ...UTC, name };
    }
    const known = this.#zones.get(name);
    if (known !== undefined) return known;
    const line = this.#lines.get(name);
    if (line === undefined) return refusal(name, [...this.#lines.keys()]);
    const zone = parseZone(name, line);
    this.#zones.set(name, zone);
    return zone;
  }

  async load(): Promise<boolean> {
    if (!this.#isMissed || this.#lines !== undefined) return false;
    const { text } = await import("./time_zone_table.ts");
    this.#lines = new Map(
      text.split("\n").slice(0, -1).flatMap((line) =>
        line.slice(0, line.indexOf("\t")).split(" ")
          .map((name) => [name, line] as const)
      ),
    );
    return true;
  }
}

function refusal(name: string, names: string[]): ZoneRefusal {
  const city = names.find((one) => CITY.exec(one)![0] === name);
  return {
    message: `unknown time zone "${name}"`,
    hint: city !== undefined
      ? `did you mean "${city}"?`
      : didYouMean(name, names) ??
        `expected a name such as "Asia/Jakarta", or an offset such as "+07:00"`,
  };
}

/**
 * A line of the table: names, offsets and changes, with tabs between.
 *
 * A change is how long after the last one (the first: after 1900 began) in quarters of an hour, to base 36, perhaps a
 * point and seconds to base 36; then the offset from there on, as a capital letter.
 */
function parseZone(name: string, line: string): Zone {
  const [, seconds, coded] = line.split("\t");
  const offsets = seconds.split(",").map(Number);
  const zone: Zone = { name, offsets: [offsets[0]], changes: [] };
  let at = FIRST;
  for (
    const [, quarters, rest = "0", letter] of coded.matchAll(
      /([0-9a-z]+)(?:\.([0-9a-z]+))?([A-Z])/g,
    )
  ) {
    at += QUARTER * Number.parseInt(quarters, 36) + Number.parseInt(rest, 36);
    zone.changes.push(at);
    zone.offsets.push(offsets[letter.charCodeAt(0) - 65]);
  }
  return zone;
}
