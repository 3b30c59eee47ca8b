// Time zones against the engine's own calendar, which knows them too.
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  fixedZone,
  instantReader,
  isLocal,
  offsetReader,
  offsetText,
  repeatsTimes,
  type Zone,
} from "../../../core/values/zone.ts";
import { TimeZones } from "../../../dicts/time_zones.ts";

const NAMES = [
  ...["Asia/Jakarta", "America/Sao_Paulo", "Europe/Berlin", "Asia/Kolkata"],
  ...["America/New_York", "America/St_Johns", "America/Nuuk", "Asia/Tehran"],
  ...["Asia/Colombo", "Africa/Cairo", "Africa/Monrovia", "Asia/Gaza"],
  ...["Australia/Lord_Howe", "Australia/Sydney", "Pacific/Apia", "Asia/Tokyo"],
  ...["Pacific/Chatham", "Pacific/Kiritimati", "America/Caracas", "UTC"],
  ...["Europe/Dublin", "Europe/London", "Europe/Moscow", "Asia/Pyongyang"],
  ...["America/Havana", "America/Asuncion", "Antarctica/Troll", "Asia/Seoul"],
  ...["America/Los_Angeles", "Asia/Kathmandu", "Asia/Shanghai", "US/Hawaii"],
];
const FIRST = 0;
const LAST = Date.UTC(2038, 0, 1) / 1000;

async function zonesOf(names: readonly string[]): Promise<Zone[]> {
  const zones = new TimeZones();
  for (const name of names) zones.find(name);
  assert(await zones.load());
  assert(!await zones.load());
  return names.map((name) => {
    const found = zones.find(name);
    if ("message" in found) throw new TypeError(found.message);
    return found;
  });
}

/** The offset as the engine has it. */
function intlOffset(zone: string): (seconds: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone: zone, hourCycle: "h23", era: "short" },
    ...{ year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  });
  return (seconds) => {
    const part = Object.fromEntries(
      format.formatToParts(seconds * 1000).map(({ type, value }) => [
        type,
        Number(value),
      ]),
    );
    return Date.UTC(
          ...[part.year, part.month - 1, part.day] as [number, number, number],
          ...[part.hour, part.minute, part.second] as [number, number, number],
        ) / 1000 - seconds;
  };
}

/** The same instants in every run. */
function instants(count: number): number[] {
  let word = 12345;
  return Array.from({ length: count }, () => {
    word = (Math.imul(word, 1664525) + 1013904223) >>> 0;
    return FIRST + Math.floor(word / 2 ** 32 * (LAST - FIRST));
  });
}

Deno.test("local time of 32 zones is what the engine says, from 1970 to 2037", async () => {
  for (const zone of await zonesOf(NAMES)) {
    const asked = intlOffset(zone.name);
    const offsetAt = offsetReader(zone);
    for (const at of instants(300)) {
      assertEquals(offsetAt(at), asked(at), `${zone.name} at ${at}`);
    }
  }
});

Deno.test("offsets change at the very second that the engine says", async () => {
  for (const zone of await zonesOf(NAMES)) {
    const asked = intlOffset(zone.name);
    const offsetAt = offsetReader(zone);
    const changes = zone.changes.filter((at) => at > FIRST && at < LAST);
    for (const at of changes.filter((_, i) => i % 7 === 0)) {
      for (const near of [at - 1, at, at + 1]) {
        assertEquals(offsetAt(near), asked(near), `${zone.name} at ${near}`);
      }
    }
  }
});

Deno.test("local times lead back to their instants, but for those that come twice", async () => {
  for (const zone of await zonesOf(NAMES)) {
    const offsetAt = offsetReader(zone);
    const instantAt = instantReader(zone);
    for (const at of [...instants(300), ...zone.changes]) {
      const back = instantAt(at + offsetAt(at));
      assertEquals(back + offsetAt(back), at + offsetAt(at), zone.name);
      assert(back === at || back < at && repeatsTimes(zone, back, at));
    }
  }
});

Deno.test("of a local time that comes twice the earlier is meant, and one that is left out is later", async () => {
  const [berlin, apia] = await zonesOf(["Europe/Berlin", "Pacific/Apia"]);
  const at = (text: string) => Date.parse(text) / 1000;
  const berlinAt = instantReader(berlin);
  assertEquals(
    berlinAt(at("2025-10-26T02:30:00Z")),
    at("2025-10-26T00:30:00Z"),
  );
  assertEquals(
    berlinAt(at("2025-10-26T03:00:00Z")),
    at("2025-10-26T02:00:00Z"),
  );
  assertEquals(
    berlinAt(at("2025-03-30T02:30:00Z")),
    at("2025-03-30T01:30:00Z"),
  );
  assertEquals(
    berlinAt(at("2025-03-30T03:00:00Z")),
    at("2025-03-30T01:00:00Z"),
  );
  // A whole day was left out.
  assertEquals(
    instantReader(apia)(at("2011-12-30T12:00:00Z")),
    at("2011-12-30T22:00:00Z"),
  );
});

Deno.test("the table goes from 1900 to 2100, and what is around is as its ends are", async () => {
  const [berlin, jakarta, monrovia] = await zonesOf([
    "Europe/Berlin",
    "Asia/Jakarta",
    "Africa/Monrovia",
  ]);
  const year = (text: string) => Date.parse(`${text}Z`) / 1000;
  assertEquals(offsetReader(berlin)(year("2100-07-01T00:00")), 7200);
  assertEquals(offsetReader(berlin)(year("2150-07-01T00:00")), 3600);
  assertEquals(offsetReader(jakarta)(year("1850-01-01T00:00")), 25632);
  assertEquals(
    offsetText(offsetReader(monrovia)(year("1950-01-01T00:00"))),
    "-00:44:30",
  );
});

Deno.test("names that are links are known, others are not", async () => {
  const zones = new TimeZones();
  zones.find("UTC");
  await zones.load();
  assertEquals("message" in zones.find("Asia/Calcutta"), false);
  assertEquals(zones.find("Asia/Jakrta"), {
    message: `unknown time zone "Asia/Jakrta"`,
    hint: `did you mean "Asia/Jakarta"?`,
  });
  assertEquals(zones.find("Berlin"), {
    message: `unknown time zone "Berlin"`,
    hint: `did you mean "Europe/Berlin"?`,
  });
});

Deno.test("an offset is a zone that never changes", () => {
  const zone = fixedZone("-03:30")!;
  assertEquals(offsetReader(zone)(1e9), -12600);
  assertAlmostEquals(instantReader(zone)(0), 12600);
  assertEquals(offsetText(-12600), "-03:30");
  assertEquals(fixedZone("+24:00"), undefined);
  assertEquals(fixedZone("7"), undefined);
});

Deno.test("a text without an offset is local", () => {
  for (
    const text of ["2025-03-01", "2025-03-01 09:00", "2025-03-01T09:00:00.25"]
  ) {
    assert(isLocal(text), text);
  }
  for (
    const text of ["2025-03-01T09:00:00Z", "2025-03-01T09:00:00-03:00", "now"]
  ) {
    assert(!isLocal(text), text);
  }
});
