// The code of the country of the row's place.
import { generator } from "../../core/generator.ts";
import { countryText } from "./_country.ts";

export const addressCountryCode = generator(
  countryText(
    "address.country_code",
    "The two letters of the country of the row's place (ISO 3166)",
    0,
  ),
);
