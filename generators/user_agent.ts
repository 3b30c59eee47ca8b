// What browsers call themselves, about as often as they are used.
import { generator } from "../core/generator.ts";
import { valueType } from "../core/value_type.ts";
import { AliasTable } from "../core/values/alias.ts";
import { Strings } from "../core/values/strings.ts";

const WINDOWS = "Windows NT 10.0; Win64; x64";
const MACINTOSH = "Macintosh; Intel Mac OS X 10_15_7";
const LINUX = "X11; Linux x86_64";
const ANDROID = "Linux; Android 10; K";
const BLINK = "AppleWebKit/537.36 (KHTML, like Gecko)";
const WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)";

/** A browser on a system: its share in per mille, and its texts for all versions that are about. */
interface Browser {
  share: number;
  texts: string[];
}

function versions(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

const SAFARIS = [
  ...["17.4", "17.5", "17.6", "18.0", "18.1", "18.2", "18.3", "18.4"],
  ...["18.5", "18.6", "26.0", "26.1"],
];

function chrome(share: number, system: string, after = "Safari"): Browser {
  return {
    share,
    texts: versions(126, 143).map((version) =>
      `Mozilla/5.0 (${system}) ${BLINK} Chrome/${version}.0.0.0 ${after}/537.36`
    ),
  };
}

function edge(share: number, system: string): Browser {
  return {
    share,
    texts: versions(126, 143).map((version) =>
      `Mozilla/5.0 (${system}) ${BLINK} Chrome/${version}.0.0.0 Safari/537.36 Edg/${version}.0.0.0`
    ),
  };
}

function firefox(share: number, system: string): Browser {
  return {
    share,
    texts: versions(128, 145).map((version) =>
      `Mozilla/5.0 (${system}; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`
    ),
  };
}

function safari(share: number): Browser {
  return {
    share,
    texts: SAFARIS.map((version) =>
      `Mozilla/5.0 (${MACINTOSH}) ${WEBKIT} Version/${version} Safari/605.1.15`
    ),
  };
}

function mobileSafari(share: number, device: string): Browser {
  return {
    share,
    texts: SAFARIS.map((version) => {
      const system = version.replace(".", "_");
      return `Mozilla/5.0 (${device} OS ${system} like Mac OS X) ${WEBKIT} Version/${version} ` +
        "Mobile/15E148 Safari/604.1";
    }),
  };
}

const browsers = (): readonly Browser[] => [
  chrome(280, WINDOWS),
  chrome(80, MACINTOSH),
  chrome(30, LINUX),
  chrome(270, ANDROID, "Mobile Safari"),
  edge(70, WINDOWS),
  edge(10, MACINTOSH),
  firefox(35, WINDOWS),
  firefox(8, "Macintosh; Intel Mac OS X 10.15"),
  firefox(12, LINUX),
  firefox(5, "Android 15; Mobile"),
  safari(50),
  mobileSafari(130, "iPhone; CPU iPhone"),
  mobileSafari(20, "iPad; CPU"),
];

export const userAgent = generator({
  name: "user_agent",
  group: "internet",
  summary: "What browsers of the mid-2020s call themselves to servers",
  example: `{ gen = "user_agent" }`,
  params: {},
  type: () => valueType("text"),
  domain: () => new Set(browsers().flatMap(({ texts }) => texts)).size,
  ranked: () => ({
    storage: "entries",
    strings: Strings.from(
      [...new Set(browsers().flatMap(({ texts }) => texts))],
    ),
    fill: ({ rows }, ranks, { indexes }) =>
      indexes.set(ranks.subarray(0, rows.count)),
  }),
  prepare(_params, site) {
    const random = site.random();
    const all = browsers();
    const strings = Strings.from(all.flatMap(({ texts }) => texts));
    const table = new AliasTable(
      all.flatMap(({ share, texts }) => texts.map(() => share / texts.length)),
    );
    return {
      storage: "entries",
      strings,
      fill: ({ rows }, out) => table.pick(random, rows, 0, out.indexes),
    };
  },
});
