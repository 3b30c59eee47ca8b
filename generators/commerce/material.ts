// What products are made of.
import { listed } from "../_texts/listed.ts";

export const commerceMaterial = listed({
  name: "commerce.material",
  group: "commerce",
  summary: "A material that products are made of",
  list: "product_material",
});
