// The word lists of id_ID.
import place from "./id_ID/place.txt" with { type: "text" };
import state from "./id_ID/state.txt" with { type: "text" };
import country from "./id_ID/country.txt" with { type: "text" };
import street from "./id_ID/street.txt" with { type: "text" };
import streetShape from "./id_ID/street_shape.txt" with { type: "text" };
import postcodeShape from "./id_ID/postcode_shape.txt" with { type: "text" };
import companySuffix from "./id_ID/company_suffix.txt" with { type: "text" };
import companyShape from "./id_ID/company_shape.txt" with { type: "text" };
import firstNameFemale from "./id_ID/first_name_female.txt" with {
  type: "text",
};
import firstNameMale from "./id_ID/first_name_male.txt" with { type: "text" };
import fullName from "./id_ID/full_name.txt" with { type: "text" };
import lastName from "./id_ID/last_name.txt" with { type: "text" };
import phoneArea from "./id_ID/phone_area.txt" with { type: "text" };
import phoneShape from "./id_ID/phone_shape.txt" with { type: "text" };
import prefixFemale from "./id_ID/prefix_female.txt" with { type: "text" };
import prefixMale from "./id_ID/prefix_male.txt" with { type: "text" };
import department from "./id_ID/department.txt" with { type: "text" };
import product from "./id_ID/product.txt" with { type: "text" };
import productAdjective from "./id_ID/product_adjective.txt" with {
  type: "text",
};
import productMaterial from "./id_ID/product_material.txt" with {
  type: "text",
};
import productShape from "./id_ID/product_shape.txt" with { type: "text" };
import word from "./id_ID/word.txt" with { type: "text" };
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
