// All that a source can make, and all the formats that it can make it in.
import { Generators } from "../core/generators.ts";
import { loadFaker } from "../dicts/faker_locales.ts";
import { LoadedLists } from "../dicts/loaded_lists.ts";
import { TimeZones } from "../dicts/time_zones.ts";
import { FakerFamily } from "../generators/faker/_family.ts";
import { otherWords } from "../generators/other_words.ts";
import { generators as listed } from "../generators/registry.ts";

export { formats } from "./formats/registry.ts";

export const generators: Generators = new Generators(
  listed,
  [
    new FakerFamily(loadFaker),
  ],
  new TimeZones(),
  otherWords,
  new LoadedLists(),
);
