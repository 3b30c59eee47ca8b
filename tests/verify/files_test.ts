// What verify finds in files.
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { inFolder } from "../fixtures/folder.ts";
import { broken, everyGenerator, load, reportsOf, SHOP } from "./_verify.ts";

const FORMATS = ["csv", "tsv", "ndjson", "json", "sql"];

for (const format of FORMATS) {
  Deno.test(`${format} files as they were written keep every promise`, async () => {
    await inFolder(async (folder) => {
      const to = { to: folder, format };
      await load(SHOP, to);
      assertEquals(await broken(SHOP, to), []);
      await load(everyGenerator(), { to: join(folder, "more"), format });
      assertEquals(
        await broken(everyGenerator(), { to: join(folder, "more"), format }),
        [],
      );
    });
  });
}

/** Changes a line of a file, counted from 0; undefined takes it away. */
async function edit(
  path: string,
  line: number,
  change: (line: string) => string | undefined,
): Promise<void> {
  const lines = (await Deno.readTextFile(path)).split("\n");
  const changed = change(lines[line]);
  lines.splice(line, 1, ...changed === undefined ? [] : [changed]);
  await Deno.writeTextFile(path, lines.join("\n"));
}

/** The lines of visits are rows: no value of them has a line break. */
async function tampered(
  format: string,
  change: (path: string) => Promise<void>,
): Promise<string[]> {
  let found: string[] = [];
  await inFolder(async (folder) => {
    const to = { to: folder, format };
    await load(SHOP, to);
    await change(join(folder, `visits.${format}`));
    found = (await broken(SHOP, to)).map((line) =>
      line.replace(/[0-9a-f-]{36}/g, "UUID")
    );
  });
  return found;
}

const SEPARATOR: Record<string, string> = { csv: ",", tsv: "\t" };

for (const format of ["csv", "tsv"]) {
  const between = SEPARATOR[format];

  Deno.test(`a changed value in ${format} is named`, async () => {
    const found = await tampered(
      format,
      (path) =>
        edit(path, 1 + 4321, (line) => {
          const cells = line.split(between);
          cells[2] = "12";
          return cells.join(between);
        }),
    );
    assertEquals(found.map((line) => line.replace(/\d ->/, "N ->")), [
      "visits: values: 1 changed",
      "visits: range of pages: 1 to 12",
      "visits: distribution of pages: 1 that it cannot have",
      "row 4321 pages: N -> 12",
    ]);
  });

  Deno.test(`a value in ${format} that is none of its type is named`, async () => {
    const found = await tampered(
      format,
      (path) => edit(path, 1 + 7, (line) => line.replace(/\d$/, "many")),
    );
    assertEquals(found.map((line) => line.replace(/\d ->/, "N ->")), [
      "visits: values: 1 changed",
      "visits: type of pages: 1 value is none",
      "row 7 pages: N -> many",
    ]);
  });
}

Deno.test("a row that was taken out of a file is named", async () => {
  for (const format of ["csv", "ndjson"]) {
    const found = await tampered(
      format,
      (path) => edit(path, 2000, () => undefined),
    );
    assertEquals(found, [
      "visits: rows: 4,999",
      "visits: values: 1 missing",
      `row ${format === "csv" ? 1999 : 2000} missing`,
    ]);
  }
});

Deno.test("a row that was put into a file is named", async () => {
  const found = await tampered(
    "csv",
    (path) => edit(path, 3000, (line) => `${line}\nnobody,1,3`),
  );
  assertEquals(found, [
    "visits: rows: 5,001",
    "visits: values: 1 not expected",
    "visits: type of id: 1 value is none",
    "unexpected id=nobody person_id=1 pages=3",
  ]);
});

Deno.test("a row that stands twice breaks its key", async () => {
  const found = await tampered(
    "csv",
    (path) => edit(path, 10, (line) => `${line}\n${line}`),
  );
  assertEquals(found.map((line) => line.replace(/_id=\d+ pages=\d/, "")), [
    "visits: rows: 5,001",
    "visits: values: 1 not expected",
    "visits: primary key (id): (UUID) more than once",
    "unexpected id=UUID person",
  ]);
});

Deno.test("rows in another order are named", async () => {
  const found = await tampered("csv", async (path) => {
    const lines = (await Deno.readTextFile(path)).split("\n");
    [lines[100], lines[4000]] = [lines[4000], lines[100]];
    await Deno.writeTextFile(path, lines.join("\n"));
  });
  assertEquals(found, [
    "visits: order: another row stands where row 99 belongs",
  ]);
});

Deno.test("a reference to no row is named", async () => {
  const found = await tampered(
    "ndjson",
    (path) =>
      edit(
        path,
        5,
        (line) => line.replace(/"person_id":\d+/, '"person_id":9999'),
      ),
  );
  assertEquals(found.map((line) => line.replace(/: \d+ ->/, ": N ->")), [
    "visits: values: 1 changed",
    "visits: distribution of person_id: 1 that it cannot have",
    "visits: foreign key (person_id): 1 not there, the first is (9999)",
    "row 5 person_id: N -> 9999",
  ]);
});

Deno.test("other quotes around the same values are no difference", async () => {
  const found = await tampered("csv", async (path) => {
    const lines = (await Deno.readTextFile(path)).trimEnd().split("\n");
    const quoted = lines.map((line, i) =>
      i === 0 ? line : line.split(",").map((cell) => `"${cell}"`).join(",")
    );
    await Deno.writeTextFile(path, `${quoted.join("\r\n")}`);
  });
  assertEquals(found, []);
});

Deno.test("NULLs that went away are seen in their rate", async () => {
  await inFolder(async (folder) => {
    const to = { to: folder, format: "ndjson" };
    await load(SHOP, to);
    const path = join(folder, "people.ndjson");
    const text = await Deno.readTextFile(path);
    await Deno.writeTextFile(
      path,
      text.replaceAll('"score":null', '"score":1.50'),
    );
    const found = await broken(SHOP, to);
    assertEquals(found.filter((line) => line.includes("NULL in")), [
      "people: NULL in score: none",
    ]);
  });
});

Deno.test("a changed byte of a file that is not taken apart is named", async () => {
  for (const format of ["json", "sql"]) {
    const [found] = await tampered(format, async (path) => {
      const text = await Deno.readTextFile(path);
      const at = text.lastIndexOf("1");
      await Deno.writeTextFile(
        path,
        text.slice(0, at) + "2" + text.slice(at + 1),
      );
    });
    assertEquals(
      found.replace(/byte \d+/, "byte N").replace(/row 49\d\d/, "row N"),
      "visits: values: the file differs in row N, at byte N",
    );
  }
});

Deno.test("a table of another seed is broken from its first row on", async () => {
  await inFolder(async (folder) => {
    await load(SHOP, { to: folder, seed: "1" });
    const [people] = await reportsOf(SHOP, { to: folder });
    assertEquals(people.differences!.first[0].row, 0);
    assertEquals(people.differences!.changed, 3000);
  });
});

Deno.test("rows that were there before are allowed where rows were appended", async () => {
  await inFolder(async (folder) => {
    await load(SHOP, { to: folder, seed: "1", only: ["visits"] });
    await load(SHOP, { to: folder, mode: "append", only: ["visits"] });
    const overrides = { to: folder, mode: "append", only: ["visits"] };
    assertEquals(await broken(SHOP, overrides), []);
    assertEquals(
      (await broken(SHOP, { ...overrides, mode: "create" }))[0],
      "visits: rows: 10,000",
    );
  });
});

Deno.test("a file that is missing, and one without its header, are named", async () => {
  await inFolder(async (folder) => {
    await load(SHOP, { to: folder });
    await edit(join(folder, "people.csv"), 0, (line) => `x${line}`);
    await Deno.remove(join(folder, "visits.csv"));
    assertEquals(await broken(SHOP, { to: folder }), [
      'people: shape: the first line is "xid,name,note,score,ratio,born,seen,wakes,active,token", not "id,name,note,score,ratio,born,seen,wakes,active,token"',
      `visits: shape: there is no file ${
        JSON.stringify(join(folder, "visits.csv"))
      }: run thrust first, or say with --to where the rows are`,
    ]);
  });
});

Deno.test("a table in several files is verified in each of them", async () => {
  const genfile = `${SHOP}
[[table.visits.output]]
to = "pages.ndjson"
columns = ["pages", "id"]
[[table.visits.output]]
to = "people.sql"
columns = ["person_id"]
`;
  await inFolder(async (folder) => {
    const to = { to: folder };
    await load(genfile, to);
    assertEquals(await broken(genfile, to), []);
    await edit(
      join(folder, "pages.ndjson"),
      70,
      (line) => line.replace(/"pages":\d/, '"pages":77'),
    );
    const found = await broken(genfile, to);
    assertEquals(found[0], "visits: values: 1 changed");
  });
});

Deno.test("NULLs that a condition or a pinned row asks for are promised", async () => {
  const genfile = `
[[table.t.row]]
pinned = { expr = "null" }
[table.t]
rows = 100
[table.t.columns]
when   = { gen = "int", when = "row % 3 == 1" }
pinned = { gen = "int", min = 0, max = 9 }
`;
  await inFolder(async (to) => {
    await load(genfile, { to });
    assertEquals(await broken(genfile, { to }), []);
  });
});

Deno.test("of a file without rows it is said exactly how many are missing", async () => {
  const genfile = `
[table.t]
rows = 6000
[table.t.columns]
id = { gen = "sequence", primary = true }
`;
  await inFolder(async (folder) => {
    await load(genfile, { to: folder });
    await Deno.writeTextFile(join(folder, "t.csv"), "id\n");
    assertEquals((await broken(genfile, { to: folder })).slice(0, 3), [
      "t: rows: 0",
      "t: values: 6,000 missing",
      "row 0 missing",
    ]);
  });
});
