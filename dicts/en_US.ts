// The word lists of en_US.
import firstNameFemale from "./en_US/first_name_female.txt" with {
  type: "text",
};
import firstNameMale from "./en_US/first_name_male.txt" with { type: "text" };
import lastName from "./en_US/last_name.txt" with { type: "text" };
import phoneArea from "./en_US/phone_area.txt" with { type: "text" };
import phoneShape from "./en_US/phone_shape.txt" with { type: "text" };

export const texts: Record<string, string> = {
  first_name_female: firstNameFemale,
  first_name_male: firstNameMale,
  last_name: lastName,
  phone_area: phoneArea,
  phone_shape: phoneShape,
};
