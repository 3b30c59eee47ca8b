// The longitude of the row's place.
import { generator } from "../../core/generator.ts";
import { coordinate } from "./_coordinate.ts";

export const addressLongitude = generator(coordinate("longitude", 180));
