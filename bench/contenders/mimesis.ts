// mimesis (PyPI) in a plain loop: what Python programs seed with when speed matters to them.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Contender, install } from "./contender.ts";

const VERSION = "22.2.0";
const PROGRAM = `
import sys
from mimesis import Datetime, Person
from mimesis.locales import Locale
import random, uuid

person, moment = Person(Locale.EN, seed=42), Datetime(seed=42)
write = sys.stdout.write
for id in range(1, int(sys.argv[1]) + 1):
    first, last = person.first_name(), person.last_name()
    write(f"{id},{uuid.uuid4()},{first},{last},{first.lower()}.{last.lower()}.{id}@example.com,"
          f"{random.randint(18, 99)},{random.randint(0, 10_000_000) / 100:.2f},"
          f"{moment.datetime(start=2020, end=2025):%Y-%m-%dT%H:%M:%SZ}\\n")
`;

export function mimesis(folder: string): Contender {
  install(["python3", "-m", "venv", "venv"], folder);
  const pip = [join(folder, "venv/bin/pip"), "install", "--quiet"];
  install([...pip, `mimesis==${VERSION}`], folder);
  writeFileSync(join(folder, "loop.py"), PROGRAM);
  return {
    name: "a loop over mimesis",
    version: VERSION,
    against: "people",
    rows: 100_000,
    command: (rows) => [
      join(folder, "venv/bin/python"),
      join(folder, "loop.py"),
      String(rows),
    ],
  };
}
