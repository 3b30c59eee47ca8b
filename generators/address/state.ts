// The state or province of the row's place.
import { generator } from "../../core/generator.ts";
import { placeText } from "./_place.ts";

export const addressState = generator(placeText({
  name: "address.state",
  summary: "The state or province of the row's place",
  part: "state",
  strings: (place) => place.states,
}));
