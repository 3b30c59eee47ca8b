// The word lists of en_US.
import place from "./en_US/place.txt" with { type: "text" };
import state from "./en_US/state.txt" with { type: "text" };
import country from "./en_US/country.txt" with { type: "text" };
import street from "./en_US/street.txt" with { type: "text" };
import streetShape from "./en_US/street_shape.txt" with { type: "text" };
import postcodeShape from "./en_US/postcode_shape.txt" with { type: "text" };
import companySuffix from "./en_US/company_suffix.txt" with { type: "text" };
import companyShape from "./en_US/company_shape.txt" with { type: "text" };
import firstNameFemaleCensus from "./en_US/first_name_female_census.txt" with {
  type: "text",
};
import firstNameMaleCensus from "./en_US/first_name_male_census.txt" with {
  type: "text",
};
import lastNameCensus from "./en_US/last_name_census.txt" with { type: "text" };
import firstNameFemale from "./en_US/first_name_female.txt" with {
  type: "text",
};
import firstNameMale from "./en_US/first_name_male.txt" with { type: "text" };
import fullName from "./en_US/full_name.txt" with { type: "text" };
import lastName from "./en_US/last_name.txt" with { type: "text" };
import phoneArea from "./en_US/phone_area.txt" with { type: "text" };
import phoneShape from "./en_US/phone_shape.txt" with { type: "text" };
import prefixFemale from "./en_US/prefix_female.txt" with { type: "text" };
import prefixMale from "./en_US/prefix_male.txt" with { type: "text" };
import department from "./en_US/department.txt" with { type: "text" };
import product from "./en_US/product.txt" with { type: "text" };
import productAdjective from "./en_US/product_adjective.txt" with {
  type: "text",
};
import productMaterial from "./en_US/product_material.txt" with {
  type: "text",
};
import productShape from "./en_US/product_shape.txt" with { type: "text" };
import word from "./en_US/word.txt" with { type: "text" };
import currencyCode from "./currency_code.txt" with { type: "text" };

export const texts: Record<string, string> = {
  place: place,
  state: state,
  country: country,
  street: street,
  street_shape: streetShape,
  postcode_shape: postcodeShape,
  company_suffix: companySuffix,
  company_shape: companyShape,
  first_name_female: firstNameFemale,
  first_name_female_census: firstNameFemaleCensus,
  first_name_male_census: firstNameMaleCensus,
  last_name_census: lastNameCensus,
  first_name_male: firstNameMale,
  full_name: fullName,
  last_name: lastName,
  last_name_female: lastName,
  phone_area: phoneArea,
  phone_shape: phoneShape,
  prefix_female: prefixFemale,
  prefix_male: prefixMale,
  currency_code: currencyCode,
  department,
  product,
  product_adjective: productAdjective,
  product_material: productMaterial,
  product_shape: productShape,
  word,
};
