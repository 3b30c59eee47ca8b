// The latitude of the row's place.
import { generator } from "../../core/generator.ts";
import { coordinate } from "./_coordinate.ts";

export const addressLatitude = generator(coordinate("latitude", 90));
