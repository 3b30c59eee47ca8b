// `thrust explain` as its users see it.
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { inFolder, thrust } from "./thrust.ts";

const SHOP = new URL("../../examples/shop.toml", import.meta.url).pathname;

async function explained(...args: string[]): Promise<string> {
  let said = "";
  await inFolder({}, async (cwd) => {
    const { status, stdout, stderr } = await thrust(["explain", ...args], {
      cwd,
    });
    assertEquals([status, stderr], [0, ""]);
    said = stdout;
  });
  return said;
}

/** The value that explain tells of a row, and the one that preview shows. */
async function valueOf(address: string, row: number): Promise<string> {
  const said = await explained(SHOP, address, "--at", String(row));
  return JSON.parse(/^value +(.*)$/m.exec(said)![1]);
}

Deno.test("a value is told with what it was made from, hop by hop", async () => {
  const said = await explained(SHOP, "orders.created_at", "--at", "7");
  assertStringIncludes(
    said,
    `written     created_at  = { gen = "timestamp", from = "_joined", to = "now" }`,
  );
  assertStringIncludes(said, `from      = "_joined"  (as written)`);
  assertStringIncludes(said, `precision = 0          (default)`);
  assertStringIncludes(
    said,
    `address     seed "42", table "orders", what "created_at", row`,
  );
  const [, customer] = /stands on row (\d+) of customers/.exec(said)!;
  const [, joined] = /made from +_joined += "(.*)"/.exec(said)!;
  assertEquals(await valueOf("customers.joined_at", Number(customer)), joined);
});

Deno.test("a reference is told with the row it stands on", async () => {
  const said = await explained(SHOP, "items.price", "--at", "319999");
  assertStringIncludes(said, `ref = "products.price"  (as written)`);
  const [, product] = /stands on row (\d+) of products/.exec(said)!;
  assertEquals(
    await valueOf("products.price", Number(product)),
    await valueOf("items.price", 319_999),
  );
});

Deno.test("parameters of a shared thing are told with the line they stand on", async () => {
  const genfile = `version = 1
[table.t]
rows = 5
[table.t.columns]
first = { gen = "person.first_name", of = "seller", gender = "sex" }
last = {
  gen = "person.last_name",
  of = "seller",
}
sex = { values = ["F", "M"], null = 0.5 }
up = { ref = "t.first", null = 0.25 }
`;
  await inFolder({ "a.toml": genfile }, async (cwd) => {
    const { stdout } = await thrust(["explain", "a.toml", "t.last"], { cwd });
    assertStringIncludes(stdout, "written     last = {\n");
    assertStringIncludes(stdout, "            }\n            a.toml:6\n");
    assert(/ {2}\(line [78]\)/.test(stdout), stdout);
    const up = await thrust(["explain", "a.toml", "t.up", "--at", "9"], {
      cwd,
    });
    assertStringIncludes(up.stdout, "with probability 0.25, and where");
    assertStringIncludes(
      up.stdout,
      "row 9 (past the end: the table has 5 rows)",
    );
  });
});

Deno.test("what there is not is refused, with the nearest name", async () => {
  await inFolder({}, async (cwd) => {
    const refused = async (...args: string[]) => {
      const { status, stderr } = await thrust(["explain", SHOP, ...args], {
        cwd,
      });
      assertEquals(status, 2);
      return stderr.split("\n")[0];
    };
    assertEquals(
      await refused("customers.emial"),
      'error: Cannot read the command line: table "customers" has no column "emial"; did you mean "email"?',
    );
    assertEquals(
      await refused("customer.email"),
      'error: Cannot read the command line: the Genfile has no table "customer"; did you mean "customers"?',
    );
    assertEquals(
      await refused("email"),
      'error: Cannot read the command line: "email" is no column: say TABLE.COLUMN',
    );
  });
});

Deno.test("the alternative that held, parents and children are told", async () => {
  const genfile = `version = 1
[table.t]
rows = 50
[table.t.columns]
id = { gen = "sequence", primary = true }
age = { gen = "int", min = 0, max = 99 }
kind = [ { when = "age < 18", value = "minor" }, { value = "adult" } ]
total = { expr = "sum(c.n)" }
[table.c]
per = { table = "t", min = 1, max = 3 }
[table.c.columns]
t_id = { ref = "t.id" }
kind = { ref = "t.kind" }
n = { gen = "int", min = 1, max = 9 }
`;
  await inFolder({ "a.toml": genfile }, async (cwd) => {
    const { stdout } = await thrust(
      ["explain", "a.toml", "t.kind", "--at", "3"],
      { cwd },
    );
    const age = Number(/made from +age += "(\d+)"/.exec(stdout)![1]);
    assertStringIncludes(
      stdout,
      age < 18
        ? "alternative number 1: age < 18 holds"
        : "alternative number 2: no other holds",
    );
    const sum = await thrust(["explain", "a.toml", "t.total", "--at", "3"], {
      cwd,
    });
    const [, total] = /^value +"(\d+)"$/m.exec(sum.stdout)!;
    const [, values] = /rows? .*of c(?: from .*)?\n {2}n = "(.*)"$/m.exec(
      sum.stdout,
    )!;
    assertEquals(
      values.split(", ").reduce((all, one) => all + Number(one), 0),
      Number(total),
    );
    const child = await thrust(["explain", "a.toml", "c.kind", "--at", "20"], {
      cwd,
    });
    assertStringIncludes(child.stdout, ", made per row of t");
    assert(/stands on row \d+ of t\n {2}age +=/.test(child.stdout));
  });
});

const KINDS = `version = 1
[run]
now = 2026-01-01T00:00:00Z
[dict.cities]
values = ["Recife", "Natal", "Recife"]
[[table.u.row]]
email = "demo@shop.example"
tag = { expr = "null" }
[table.u]
rows = 1_000
[table.u.columns]
id = { gen = "sequence", primary = true }
email = { gen = "email", unique = true }
tag = { values = ["a", "b"], null = 0.2 }
boss = { ref = "u.id", branching = 3 }
_above = { ref = "u.level", of = "boss", hidden = true }
level = { expr = "coalesce(_above, 0) + 1" }
age = { gen = "int", min = 1, max = 90 }
cnh = [ { when = "age < 18", expr = "null" }, { gen = "cnh" } ]
adult = { gen = "int", min = 1, max = 9, when = "age > 40" }
code = { pattern = '[A-Z]{3}\\d{2}', unique = true, null = 0.1 }
city = { dict = "cities" }
tags = { gen = "array", item = { gen = "int", min = 1, max = 9 }, min = 2, max = 2 }
more = { gen = "json", columns = { a = "int", in = { gen = "json", columns = { z = { template = "{age}!" } } } } }
third = { values = ["x", "y", "z"], at = "id % 5" }
[table.o]
per = { table = "u", min = 1, max = 4 }
unique = [["u_id", "p"]]
[table.o.columns]
u_id = { ref = "u.id" }
p = { gen = "int", min = 1, max = 30 }
so_far = { expr = "running(p)" }
`;

Deno.test("every kind of column is told in words that hold", async () => {
  await inFolder({ "a.toml": KINDS }, async (cwd) => {
    const told = async (address: string) => {
      const { status, stdout, stderr } = await thrust(
        ["explain", "a.toml", address, "--at", "7"],
        { cwd },
      );
      assertEquals([status, stderr], [0, ""], address);
      return stdout;
    };
    const facts: [address: string, ...lines: string[]][] = [
      [
        "u.email",
        "2^53 values or more; unique: each row has a number of its own",
        "pinned      in row 0",
      ],
      ["u.tag", "NULL        with probability 0.2, and where that is pinned"],
      [
        "u.boss",
        "NULL        where it stands on no row, or what it shows there is NULL",
        "stands on row 2 of u\n",
      ],
      ["u.level", `made from   _above = "2"`, "  stands on row 0 of u\n"],
      [
        "u.cnh",
        "NULL        where no alternative holds, or the one that does is NULL",
        "cnh, alternative ",
      ],
      [
        "u.adult",
        "when        age > 40",
        "NULL        where its condition does not hold",
      ],
      [
        "u.code",
        "NULL        in exactly 100 rows",
        "1,757,600 values; unique: each row has a rank of its own, by a permutation",
      ],
      ["u.city", "domain      2 values"],
      ["u.tags", "tags[0] = ", "tags[1] = "],
      ["u.more", "more.in = ", "more.a "],
      ["u.third", "NULL        where nothing has the number that at gives"],
      [
        "o.p",
        "30 values; unique: among siblings, each has a rank of its own, by a permutation",
      ],
      ["o.so_far", "stands on row ", " of u"],
    ];
    for (const [address, ...lines] of facts) {
      const said = await told(address);
      for (const line of lines) assertStringIncludes(said, line);
      // A row is told once, and what no value can be is not told.
      assert(!/(stands on row \d+ of u)\n\1/.test(said), said);
      assert(!said.includes("9007199254740991"), said);
    }
    assert(!(await told("u.boss")).includes("whether it is NULL"));
  });
});
