// What is said of products.
import { listed } from "../_texts/listed.ts";

export const commerceAdjective = listed({
  name: "commerce.adjective",
  group: "commerce",
  summary: "A word that praises a product",
  list: "product_adjective",
});
