// fakedata (Go), in both of its ways. As a list of generators its columns are the same but for what it has none of: a
// sequence, an e-mail made of the names, two digits, dates as text. As a template it makes the e-mail as well. The module
// is pinned; FAKEDATA names a program that was built elsewhere, where the registry does not have it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Contender, install } from "./contender.ts";

const VERSION = "v1.5.0";
const COLUMNS = [
  ...["int", "uuidv4", "name.first", "name.last", "email", "int:18,99"],
  ...["double", "timestamp"],
];

const TEMPLATE = "{{ $f := NameFirst }}{{ $l := NameLast }}" +
  "{{ Int 1 9000000 }},{{ Uuidv4 }},{{ $f }},{{ $l }}," +
  "{{ $f }}.{{ $l }}.{{ Int 1 9000000 }}@example.com," +
  "{{ Int 18 99 }},{{ Double }},{{ Timestamp }}\n";

function programIn(folder: string): string {
  let program = Deno.env.get("FAKEDATA");
  if (program === undefined) {
    const module = `github.com/lucapette/fakedata@${VERSION}`;
    install(["go", "install", module], folder);
    program = join(folder, "fakedata");
  }
  return program;
}

export function fakedata(folder: string): Contender {
  const program = programIn(folder);
  return {
    name: "fakedata, a list of generators",
    version: VERSION,
    against: "people",
    rows: 2_000_000,
    command: (rows) => [program, "-s", ",", "-l", String(rows), ...COLUMNS],
  };
}

export function fakedataTemplate(folder: string): Contender {
  const program = programIn(folder);
  const template = join(folder, "people.tmpl");
  writeFileSync(template, TEMPLATE);
  return {
    name: "fakedata, a template of the same columns",
    version: VERSION,
    against: "people",
    rows: 500_000,
    command: (rows) => [program, "-l", String(rows), "--template", template],
  };
}
