// examples/population: what is written is read back, and every promise about its people checked.
import { assert, assertEquals } from "@std/assert";
// @ts-types="../source/formats/std_csv.d.ts"
import { parse } from "@std/csv";
import { assertCounts } from "../statistics.ts";
import { inFolder, thrust } from "./thrust.ts";

const ROOT = new URL("../../", import.meta.url);
const GENFILE = new URL("examples/population/Genfile.toml", ROOT).pathname;
const ROWS = 20000;
const COLUMNS = [
  ...["id", "gender", "first_name", "middle_name", "last_name", "full_name"],
];

function wordsOf(list: string): Set<string> {
  const path = new URL(`dicts/id_ID/${list}.txt`, ROOT);
  return new Set(Deno.readTextFileSync(path).trimEnd().split("\n"));
}

async function make(cwd: string, format: string, workers = 2): Promise<string> {
  const file = `${cwd}/${workers}.${format}`;
  const { status, stderr } = await thrust([
    ...[GENFILE, "--rows", `${ROWS}`, "--to", file],
    ...["--workers", `${workers}`, "--quiet"],
  ], { cwd });
  assertEquals(status, 0, stderr);
  return await Deno.readTextFile(file);
}

Deno.test("names fit the gender, and the full name is made of the others", async () => {
  const first: Record<string, Set<string>> = {
    L: wordsOf("first_name_male"),
    P: wordsOf("first_name_female"),
  };
  const last = wordsOf("last_name");
  await inFolder({}, async (cwd) => {
    const [header, ...rows] = parse(await make(cwd, "csv"));
    assertEquals(header, COLUMNS);
    assertEquals(rows.length, ROWS);
    const genders = [0, 0];
    const middles = [0, 0, 0];
    rows.forEach(([id, gender, given, middle, family, full], i) => {
      assertEquals(id, `${i + 1}`);
      assert(first[gender].has(given), `${given} is not ${gender}`);
      assert(last.has(family), family);
      assertEquals(full, [given, middle, family].filter(Boolean).join(" "));
      assert(middle !== given || last.has(middle), middle);
      assert(middle === "" || first[gender].has(middle) || last.has(middle));
      genders[gender === "L" ? 0 : 1]++;
      if (middle === "") middles[0]++;
      else if (!first[gender].has(middle)) middles[1]++;
      else middles[2]++;
    });
    assertCounts(genders, [0.5, 0.5]);
    assertCounts([middles[0], middles[1] + middles[2]], [0.7, 0.3]);
    // Some family names are first names too, so that half of them is a little more than what can be told.
    assert(middles[1] > 0.1 * ROWS && middles[1] <= 0.16 * ROWS);
  });
});

Deno.test("CSV, JSON and SQL hold the same people, in one order for any number of workers", async () => {
  await inFolder({}, async (cwd) => {
    const csv = await make(cwd, "csv");
    for (const workers of [1, 3]) {
      assertEquals(await make(cwd, "csv", workers), csv);
    }
    const [, ...rows] = parse(csv);
    const objects = JSON.parse(await make(cwd, "json")) as
      | Record<string, unknown>[]
      | Record<string, Record<string, unknown>[]>;
    const people = Array.isArray(objects) ? objects : objects.population;
    assertEquals(
      people.map((one) => COLUMNS.map((name) => String(one[name] ?? ""))),
      rows,
    );
    const sql = await make(cwd, "sql");
    const full = [...sql.matchAll(/^\(?(\d+), '.*'((?:[^']|'')+)'\)[,;]$/gm)];
    assertEquals(
      full.map(([, id, name]) => [id, name.replaceAll("''", "'")]),
      rows.map((row) => [row[0], row[5]]),
    );
  });
});
