// Locales: which there are, one or a weighted mix of them.
import type { Place } from "../../diagnostic.ts";
import type { LocaleShare } from "../../parameters.ts";
import { didYouMean } from "../../values/nearest.ts";
import type { Problems } from "../problems.ts";
import { readNumber, readText } from "../scalars.ts";
import type { Node, TableNode } from "../toml/tree.ts";

/** Locales whose names, places and phone numbers are copies in dicts/. */
const FIRST_CLASS: readonly string[] = ["en_US", "pt_BR", "id_ID"];

/** All locales: those of Faker are read from it when a run needs them. */
export const LOCALES: readonly string[] = [
  ...FIRST_CLASS,
  ...["af_ZA", "ar", "az", "bn_BD", "cs_CZ", "cy", "da", "de", "de_AT"],
  ...["de_CH", "dv", "el", "en", "en_AU", "en_AU_ocker", "en_BORK", "en_CA"],
  ...["en_GB", "en_GH", "en_HK", "en_IE", "en_IN", "en_NG", "en_NP", "en_ZA"],
  ...["eo", "es", "es_MX", "fa", "fi", "fr", "fr_BE", "fr_CA", "fr_CH"],
  ...["fr_LU", "fr_SN", "he", "hr", "hu", "hy", "it", "ja", "ka_GE", "ko"],
  ...["ku_ckb", "ku_kmr_latin", "lv", "mk", "mn_MN_cyrl", "nb_NO", "ne", "nl"],
  ...["nl_BE", "pl", "pt_PT", "ro", "ro_MD", "ru", "sk", "sl_SI"],
  ...["sr_RS_latin", "sv", "ta_IN", "th", "tr", "uk", "ur", "uz_UZ_latin"],
  ...["vi", "yo_NG", "zh_CN", "zh_TW", "zu_ZA"],
];

/** `"pt_BR"`, or a mix: `{ pt_BR = 7, en_US = 3 }`. */
export function readLocale(
  problems: Problems,
  name: string,
  node: Node,
): LocaleShare[] | undefined {
  if (node.kind === "table") return readMix(problems, name, node);
  const locale = readText(problems, name, node);
  if (locale === undefined || !checkLocale(problems, node.place, locale)) {
    return undefined;
  }
  return [{ locale, weight: 1 }];
}

function readMix(
  problems: Problems,
  name: string,
  { entries, place }: TableNode,
): LocaleShare[] | undefined {
  const before = problems.errors;
  const mix: LocaleShare[] = [];
  for (const entry of entries.values()) {
    checkLocale(problems, entry.place, entry.name);
    const weight = readNumber(problems, `${name}.${entry.name}`, entry.value, {
      minimum: 0,
      maximum: 2 ** 53,
    });
    if (weight !== undefined && weight > 0) {
      mix.push({ locale: entry.name, weight });
    }
  }
  if (problems.errors > before) return undefined;
  if (mix.length > 0) return mix;
  problems.error(
    place,
    `no locale of the mix has a weight`,
    "expected weights such as { pt_BR = 7, en_US = 3 }",
  );
  return undefined;
}

/** Whether there is such a locale; reports it if not. */
function checkLocale(
  problems: Problems,
  place: Place | undefined,
  name: string,
): boolean {
  if (LOCALES.includes(name)) return true;
  const plain = plainly(name);
  const [language] = plain.split("_");
  const same = LOCALES.find((one) => plainly(one) === plain);
  const related = LOCALES.filter((one) =>
    plainly(one).split("_")[0] === language
  );
  problems.error(
    place,
    `unknown locale "${name}"`,
    same !== undefined
      ? `it is written "${same}"`
      : related.length > 0
      ? `there ${related.length === 1 ? "is" : "are"} ${related.join(", ")}`
      : didYouMean(name, LOCALES) ??
        `there are ${FIRST_CLASS.join(", ")} and those of Faker, such as "de"`,
  );
  return false;
}

function plainly(name: string): string {
  return name.toLowerCase().replaceAll("-", "_");
}
