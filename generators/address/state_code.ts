// The code of the state of the row's place.
import { generator } from "../../core/generator.ts";
import { placeText } from "./_place.ts";

export const addressStateCode = generator(placeText({
  name: "address.state_code",
  summary:
    "The code of the state of the row's place, as its country abbreviates it",
  part: "state_code",
  strings: (place) => place.stateCodes,
}));
