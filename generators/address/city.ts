// The city of the row's place.
import { generator } from "../../core/generator.ts";
import { placeText } from "./_place.ts";

export const addressCity = generator(placeText({
  name: "address.city",
  summary: "The city of the row's place",
  part: "city",
  strings: (place) => place.cities,
}));
