// The word lists of pt_BR.
import place from "./pt_BR/place.txt" with { type: "text" };
import state from "./pt_BR/state.txt" with { type: "text" };
import country from "./pt_BR/country.txt" with { type: "text" };
import street from "./pt_BR/street.txt" with { type: "text" };
import streetShape from "./pt_BR/street_shape.txt" with { type: "text" };
import postcodeShape from "./pt_BR/postcode_shape.txt" with { type: "text" };
import companySuffix from "./pt_BR/company_suffix.txt" with { type: "text" };
import companyShape from "./pt_BR/company_shape.txt" with { type: "text" };
import firstNameFemale from "./pt_BR/first_name_female.txt" with {
  type: "text",
};
import firstNameMale from "./pt_BR/first_name_male.txt" with { type: "text" };
import fullName from "./pt_BR/full_name.txt" with { type: "text" };
import lastName from "./pt_BR/last_name.txt" with { type: "text" };
import phoneArea from "./pt_BR/phone_area.txt" with { type: "text" };
import phoneShape from "./pt_BR/phone_shape.txt" with { type: "text" };
import prefixFemale from "./pt_BR/prefix_female.txt" with { type: "text" };
import prefixMale from "./pt_BR/prefix_male.txt" with { type: "text" };
import department from "./pt_BR/department.txt" with { type: "text" };
import product from "./pt_BR/product.txt" with { type: "text" };
import productAdjective from "./pt_BR/product_adjective.txt" with {
  type: "text",
};
import productMaterial from "./pt_BR/product_material.txt" with {
  type: "text",
};
import productShape from "./pt_BR/product_shape.txt" with { type: "text" };
import word from "./pt_BR/word.txt" with { type: "text" };
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
  first_name_female_census: "",
  first_name_male_census: "",
  last_name_census: "",
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
