// fakedata (Go): words of the same columns, one space for each comma. Its module's name is pinned; FAKEDATA names a
// program that was built elsewhere, where the registry does not have it.
import { join } from "node:path";
import { type Contender, install } from "./contender.ts";

const VERSION = "v1.5.0";
const COLUMNS = [
  ...["int", "uuidv4", "name.first", "name.last", "email", "int:18,99"],
  ...["double", "timestamp"],
];

export function fakedata(folder: string): Contender {
  let program = Deno.env.get("FAKEDATA");
  if (program === undefined) {
    const module = `github.com/lucapette/fakedata@${VERSION}`;
    install(["go", "install", module], folder);
    program = join(folder, "fakedata");
  }
  return {
    name: "fakedata",
    version: VERSION,
    against: "people",
    rows: 2_000_000,
    command: (rows) => [program, "-s", ",", "-l", String(rows), ...COLUMNS],
  };
}
