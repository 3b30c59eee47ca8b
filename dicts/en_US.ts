// The word lists of en_US.
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
