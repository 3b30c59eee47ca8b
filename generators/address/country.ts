// The country of the row's place.
import { generator } from "../../core/generator.ts";
import { countryText } from "./_country.ts";

export const addressCountry = generator(
  countryText(
    "address.country",
    "The country of the row's place, in the locale's language",
    1,
  ),
);
