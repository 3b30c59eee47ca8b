// Where in a shop products are found.
import { listed } from "../_texts/listed.ts";

export const commerceDepartment = listed({
  name: "commerce.department",
  group: "commerce",
  summary: "A department of a shop",
  list: "department",
});
