// @faker-js/faker (npm) in a plain loop, as seed scripts have it, on the runtime that the executable is made of.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Contender, install } from "./contender.ts";

const VERSION = "10.6.0";
const PROGRAM = `
import { faker } from "@faker-js/faker";
import { writeSync } from "node:fs";

const rows = Number(process.argv[2]);
let text = "id,uid,first_name,last_name,email,age,balance,created_at\\n";
for (let id = 1; id <= rows; id++) {
  const firstName = faker.person.firstName();
  const lastName = faker.person.lastName();
  const email = \`\${firstName}.\${lastName}.\${id}@example.com\`.toLowerCase();
  text += \`\${id},\${faker.string.uuid()},\${firstName},\${lastName},\${email},\` +
    \`\${faker.number.int({ min: 18, max: 99 })},\` +
    \`\${faker.finance.amount({ min: 0, max: 100000 })},\` +
    \`\${faker.date.between({ from: "2020-01-01", to: "2026-01-01" }).toISOString()}\\n\`;
  if (text.length > 65536) {
    writeSync(1, text);
    text = "";
  }
}
writeSync(1, text);
`;

/** @param runtime `bun` or `deno run -A`, as words. */
export function faker(runtime: string[]) {
  return (folder: string): Contender => {
    writeFileSync(join(folder, "package.json"), `{"type":"module"}`);
    writeFileSync(join(folder, "loop.js"), PROGRAM);
    const npm = ["npm", "install", "--no-audit", "--no-fund"];
    install([...npm, `@faker-js/faker@${VERSION}`], folder);
    const program = join(folder, "loop.js");
    return {
      name: `a loop over @faker-js/faker on ${runtime[0]}`,
      version: VERSION,
      against: "people",
      rows: 400_000,
      command: (rows) => [...runtime, program, String(rows)],
    };
  };
}
