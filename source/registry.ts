// All that a source can make, and all the formats that it can make it in.
export { generators } from "../generators/registry.ts";
export { formats } from "./formats/registry.ts";
