// What is known of places by rules that the lists were not made from.
import { tableOf, type Tables } from "../_tables.ts";

const COLUMNS = ["street", "city", "state", "state_code", "postcode"];
const MORE = ["country", "country_code", "latitude", "longitude"];

export function placesOf(locale: string, of = ""): Tables {
  const columns = [...COLUMNS, ...MORE].map((name) =>
    `${name} = { gen = "address.${name}", locale = ${locale}, of = "${of}" }\n`
  );
  return tableOf(
    `${columns.join("")}phone = { gen = "phone", of = "${of}" }\n`,
  );
}

/** First digit of a ZIP code, by state (United States Postal Service). */
export const ZIP_DIGITS: Record<string, string> = {
  0: "CT MA ME NH NJ PR RI VT VI NY",
  1: "DE NY PA",
  2: "DC MD NC SC VA WV",
  3: "AL FL GA MS TN",
  4: "IN KY MI OH",
  5: "IA MN MT ND SD WI",
  6: "IL KS MO NE",
  7: "AR LA OK TX",
  8: "AZ CO ID NM NV UT WY",
  9: "AK CA HI OR WA",
};

/** First and last five digits of a CEP, by state (Correios). */
export const CEP_RANGES: Record<string, [number, number][]> = {
  ...{ SP: [[1000, 19999]], RJ: [[20000, 28999]], ES: [[29000, 29999]] },
  ...{ MG: [[30000, 39999]], BA: [[40000, 48999]], SE: [[49000, 49999]] },
  ...{ PE: [[50000, 56999]], AL: [[57000, 57999]], PB: [[58000, 58999]] },
  ...{ RN: [[59000, 59999]], CE: [[60000, 63999]], PI: [[64000, 64999]] },
  ...{ MA: [[65000, 65999]], PA: [[66000, 68899]], AP: [[68900, 68999]] },
  AM: [[69000, 69299], [69400, 69899]],
  ...{ RR: [[69300, 69399]], AC: [[69900, 69999]] },
  DF: [[70000, 72799], [73000, 73699]],
  GO: [[72800, 72999], [73700, 76799]],
  ...{ RO: [[76800, 76999]], TO: [[77000, 77999]], MT: [[78000, 78899]] },
  ...{ MS: [[79000, 79999]], PR: [[80000, 87999]], SC: [[88000, 89999]] },
  RS: [[90000, 99999]],
};

/** The states of an area code (Anatel): its first digit is that of a region, and some areas cross a border. */
export const DDD_STATES: Record<string, string> = {
  ...{ 1: "SP", 21: "RJ", 22: "RJ", 24: "RJ", 27: "ES", 28: "ES", 3: "MG" },
  ...{ 41: "PR", 42: "PR SC", 43: "PR", 44: "PR", 45: "PR", 46: "PR" },
  ...{ 47: "SC", 48: "SC", 49: "SC", 5: "RS", 61: "DF GO", 62: "GO" },
  ...{ 63: "TO", 64: "GO", 65: "MT", 66: "MT", 67: "MS", 68: "AC", 69: "RO" },
  ...{ 7: "BA", 79: "SE", 81: "PE", 82: "AL", 83: "PB", 84: "RN", 85: "CE" },
  ...{ 86: "PI", 87: "PE", 88: "CE", 89: "PI", 91: "PA", 92: "AM", 93: "PA" },
  ...{ 94: "PA", 95: "RR", 96: "AP", 97: "AM", 98: "MA", 99: "MA" },
};

/** First digit of an Indonesian postcode, by province: one for each group of islands. */
export const ISLAND_DIGITS: Record<string, string> = {
  1: "JK BT JB",
  2: "AC SU SB RI KR",
  3: "JA SS BB BE LA",
  4: "JB BT",
  5: "JT YO",
  6: "JI",
  7: "KB KT KS KI KU",
  8: "BA NB NT",
  9: "SA GO ST SG SR SN MA MU PA PB PD PT PS PE",
};

/** Whether degrees are in the country, roughly. */
export const BOXES: Record<string, [number, number, number, number]> = {
  US: [18, 72, -177, -65],
  BR: [-34, 6, -74, -34],
  ID: [-11.5, 6.5, 95, 141.5],
};
