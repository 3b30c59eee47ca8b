import { assert, assertEquals } from "@std/assert";
import { loadLists } from "../../../dicts/lists.ts";
import { LOCALES } from "../../../core/genfile/parameters/locales.ts";
import { tableOf } from "../_tables.ts";
import { BOXES, DDD_STATES, placesOf } from "./_places.ts";

const ROWS = 20000;
const FIRST_CLASS = ["en_US", "pt_BR", "id_ID"];

Deno.test("a row's city, state, postcode and area code are one place", async () => {
  for (const locale of FIRST_CLASS) {
    const known = new Map<string, string[][]>();
    for (const line of (await loadLists(locale)).get("place")!.toArray()) {
      const parts = line.split("|");
      const key = `${parts[1]}|${parts[2]}`;
      known.set(key, [...known.get(key) ?? [], parts]);
    }
    assert(known.size >= 100, `${locale} has ${known.size} cities`);
    const tables = placesOf(`"${locale}"`);
    const [city, code, postcode, phone] = ["city", "state_code", "postcode"]
      .concat("phone").map((name) => tables.texts(name, ROWS));
    const [latitude, longitude] = ["latitude", "longitude"].map((name) =>
      tables.numbers(name, ROWS)
    );
    for (let i = 0; i < ROWS; i++) {
      const digits = postcode[i].replace("-", "");
      const fits = known.get(`${city[i]}|${code[i]}`)!.some((place) =>
        digits >= place[5] && digits <= place[6] &&
        Math.abs(latitude[i] / 1e6 - Number(place[3])) < 0.0301 &&
        Math.abs(longitude[i] / 1e6 - Number(place[4])) < 0.0301 &&
        (place[0] === "" || phone[i].startsWith(`(${place[0]})`))
      );
      assert(fits, `${city[i]} ${code[i]} ${postcode[i]} ${phone[i]}`);
    }
  }
});

Deno.test("a Brazilian area code is of the city's state", () => {
  const tables = placesOf(`"pt_BR"`);
  const codes = tables.texts("state_code", ROWS);
  tables.texts("phone", ROWS).forEach((phone, i) => {
    const area = phone.slice(1, 3);
    const states = DDD_STATES[area] ?? DDD_STATES[area[0]];
    assert(states.includes(codes[i]), `${phone} ${codes[i]}`);
  });
});

Deno.test("an American area code is of the city's state", () => {
  const known: Record<string, string> = {
    ...{ 212: "NY", 571: "VA", 305: "FL", 415: "CA", 312: "IL", 713: "TX" },
    ...{ 206: "WA", 617: "MA", 404: "GA", 602: "AZ", 808: "HI", 907: "AK" },
    ...{ 202: "DC", 240: "MD", 975: "MO", 702: "NV", 801: "UT", 504: "LA" },
  };
  const tables = placesOf(`"en_US"`);
  const codes = tables.texts("state_code", ROWS);
  const seen = new Map<string, string>();
  tables.texts("phone", ROWS).forEach((phone, i) => {
    const area = phone.slice(1, 4);
    const state = known[area] ?? seen.get(area) ?? codes[i];
    seen.set(area, state);
    assertEquals(codes[i], state, area);
  });
  assertEquals(seen.size, 283);
});

Deno.test("every place is in its country", () => {
  for (const locale of FIRST_CLASS) {
    const tables = placesOf(`"${locale}"`);
    const longitude = tables.numbers("longitude", ROWS);
    const [south, north, west, east] =
      BOXES[tables.texts("country_code", 1)[0]];
    tables.numbers("latitude", ROWS).forEach((latitude, i) => {
      assert(latitude > south * 1e6 && latitude < north * 1e6);
      assert(longitude[i] > west * 1e6 && longitude[i] < east * 1e6);
    });
  }
});

Deno.test("a telephone number is the same with and without an address beside it", () => {
  for (const locale of FIRST_CLASS) {
    assertEquals(
      placesOf(`"${locale}"`).texts("phone"),
      tableOf(`{ gen = "phone", locale = "${locale}" }`).texts("c"),
    );
  }
});

Deno.test("another handle is another place", () => {
  const here = placesOf(`"en_US"`).texts("city");
  const there = placesOf(`"en_US"`, "work").texts("city");
  assert(here.filter((city, i) => city === there[i]).length < 100);
});

Deno.test("a mix of locales has places of one country a row", () => {
  const tables = placesOf("{ pt_BR = 2, de = 1, en_US = 1 }");
  const codes = tables.texts("country_code", 5000);
  const postcodes = tables.texts("postcode", 5000);
  const phones = tables.texts("phone", 5000);
  const streets = tables.texts("street", 5000);
  const countries = tables.texts("country", 5000);
  const forms: Record<string, RegExp[]> = {
    BR: [/^\d{5}-\d{3}$/, /^\(\d\d\) 9/, /, \d+$/, /^Brasil$/],
    US: [/^\d{5}$/, /^\(\d{3}\) \d{3}-/, /^\d+ /, /^United States$/],
    DE: [/^\d{5}$/, /^[+\d(]/, /\d$/, /^Deutschland$/],
  };
  const count: Record<string, number> = { BR: 0, US: 0, DE: 0 };
  codes.forEach((code, i) => {
    count[code]++;
    [postcodes[i], phones[i], streets[i], countries[i]].forEach((text, k) =>
      assert(forms[code][k].test(text), `${code} ${text}`)
    );
  });
  assert(count.BR > 2300 && count.US > 1000 && count.DE > 1000);
});

Deno.test("every locale of Faker has places", async () => {
  for (const locale of LOCALES) {
    const lists = await loadLists(locale);
    const places = lists.get("place")!.toArray();
    assert(places.length >= 10, `${locale} ${places.length}`);
    const states = new Set(
      lists.get("state")!.toArray().map((one) => one.split("|")[0]),
    );
    for (const place of places) {
      const parts = place.split("|");
      assertEquals(parts.length, 8, `${locale}: ${place}`);
      assert(states.has(parts[2]), `${locale}: ${place}`);
      assert(parts[1] !== "" && Math.abs(Number(parts[3])) < 90);
    }
    for (const name of ["street", "street_shape", "country"]) {
      assert(lists.get(name)!.size > 0, `${locale} ${name}`);
    }
    assert(lists.get("company_suffix")!.size > 0);
  }
});
