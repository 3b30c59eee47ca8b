// examples/vaults: values and tokens in the loader's formats, none of which ever comes twice.
import { assert, assertEquals } from "@std/assert";
import { assertCounts } from "../statistics.ts";
import { filesIn, inFolder, thrust } from "./thrust.ts";

const ROOT = new URL("../../", import.meta.url);
const GENFILE = new URL("examples/vaults/Genfile.toml", ROOT).pathname;
const NOW = "2024-10-08T12:30:12Z";
const EPOCH = Date.parse(NOW) / 1000;

const END = `${EPOCH}_([0-9a-z]{16})`;
const FORMS: Record<string, { header: string; form: RegExp }> = {
  name: {
    header: "full_name",
    form: new RegExp(`^([A-Z]+) ([A-Z]+) ${END}$`),
  },
  id: { header: "id", form: new RegExp(`^\\d{5}-${END}$`) },
  dob: { header: "dob", form: new RegExp(`^(\\d{4}-\\d\\d-\\d\\d)-${END}$`) },
  ssn: {
    header: "ssn",
    form: new RegExp(`^(\\d{3})-(\\d\\d)-(\\d{4})-${END}$`),
  },
};

async function read(cwd: string, file: string): Promise<string[]> {
  return (await Deno.readTextFile(`${cwd}/data/${file}`)).trimEnd().split("\n");
}

async function run(cwd: string, ...args: string[]): Promise<void> {
  const { status, stderr } = await thrust([GENFILE, ...args, "--quiet"], {
    cwd,
  });
  assertEquals(status, 0, stderr);
}

Deno.test("every vault has its values and tokens in two files", async () => {
  await inFolder({}, async (cwd) => {
    await run(cwd, "--now", NOW, "--rows", "20000");
    const seen = new Set<string>();
    for (const [vault, { header, form }] of Object.entries(FORMS)) {
      const [data, ...values] = await read(cwd, `${vault}_data.csv`);
      const [token, ...tokens] = await read(cwd, `${vault}_tokens.csv`);
      assertEquals([data, token], [header, `${header}_token`]);
      assertEquals([values.length, tokens.length], [20000, 20000]);
      for (const value of values) {
        assert(form.test(value), value);
        check(vault, value.match(form)!.slice(1));
        seen.add(value);
      }
      for (const one of tokens) {
        assert(new RegExp(`^tok_${vault}_${END}$`).test(one), one);
        seen.add(one);
      }
    }
    assertEquals(seen.size, 8 * 20000);
  });
});

function check(vault: string, parts: string[]): void {
  if (vault === "dob") {
    const [date] = parts;
    assertEquals(new Date(date).toISOString().slice(0, 10), date);
    assert(date >= "1940-01-01" && date <= "2010-12-31", date);
  }
  if (vault === "ssn") {
    const [area, group, serial] = parts;
    assert(area !== "000" && area !== "666" && area < "900", area);
    assert(group !== "00" && serial !== "0000");
  }
}

Deno.test("names are as frequent as in the census", async () => {
  await inFolder({}, async (cwd) => {
    await run(cwd, "--now", NOW, "name=40000");
    const census = new URL("dicts/en_US/last_name_census.txt", ROOT);
    const known = Deno.readTextFileSync(census).trimEnd().split("\n")
      .map((line) => line.toUpperCase().split(" "));
    const weights = known.map(([, weight]) => Number(weight));
    const total = weights.reduce((a, b) => a + b);
    const number = new Map(known.map(([name], i) => [name, i]));
    const counts = known.map(() => 0);
    for (const line of (await read(cwd, "name_data.csv")).slice(1)) {
      counts[number.get(line.split(" ")[1])!]++;
    }
    assertCounts(counts, weights.map((weight) => weight / total));
  });
});

Deno.test("a vault that is not named is not made", async () => {
  await inFolder({}, async (cwd) => {
    await run(cwd, "name=5000", "ssn=10000");
    assertEquals(await filesIn(`${cwd}/data`), [
      ...["name_data.csv", "name_tokens.csv"],
      ...["ssn_data.csv", "ssn_tokens.csv"],
    ]);
    assertEquals((await read(cwd, "name_data.csv")).length, 5001);
    assertEquals((await read(cwd, "ssn_tokens.csv")).length, 10001);
  });
});

Deno.test("another run has other values: they tell when it began", async () => {
  await inFolder({}, async (cwd) => {
    await run(cwd, "--now", NOW, "id=100");
    const before = new Set(await read(cwd, "id_data.csv"));
    await run(cwd, "--now", "2024-10-08T12:30:13Z", "id=100", ...REPLACE);
    const again = await read(cwd, "id_data.csv");
    assertEquals(again.slice(1).filter((one) => before.has(one)), []);
  });
});

const REPLACE = ["--mode", "replace"];
