// The word lists of pt_BR.
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

export const texts: Record<string, string> = {
  first_name_female: firstNameFemale,
  first_name_male: firstNameMale,
  full_name: fullName,
  last_name: lastName,
  last_name_female: lastName,
  phone_area: phoneArea,
  phone_shape: phoneShape,
  prefix_female: prefixFemale,
  prefix_male: prefixMale,
};
