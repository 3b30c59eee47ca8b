// Addresses of the network: PostgreSQL has types of their own for them, and reads them as what CSV says.
import { assertEquals } from "@std/assert";
import { databaseTests } from "../../fixtures/postgres.ts";
import { differingRows, load, loadCsv } from "./_load.ts";

const onDatabase = databaseTests();

const GENFILE = `
[table.addresses]
rows = 3000
[table.addresses.columns]
id      = { gen = "sequence", primary = true }
public  = { gen = "ipv4", null = 0.1 }
private = { gen = "ipv4", cidr = "10.0.0.0/8", unique = true }
six     = { gen = "ipv6", unique = true }
zeros   = { gen = "ipv6", cidr = "::/116" }
mac     = { gen = "mac", unique = true }
price   = { gen = "faker.commerce.price", type = "numeric(8,2)" }
born    = { gen = "faker.date.birthdate", type = "date" }
ulid    = "ulid"
`;

onDatabase("addresses are of PostgreSQL's own types", async (database) => {
  await load(GENFILE, database.url);
  const types = await database.run(`
    SELECT string_agg(data_type, ', ' ORDER BY ordinal_position) AS types
    FROM information_schema.columns WHERE table_name = 'addresses'`);
  assertEquals(
    types[0].types,
    "bigint, inet, inet, inet, inet, macaddr, numeric, date, text",
  );
  await loadCsv(GENFILE, database, ["addresses"]);
  assertEquals(await differingRows(database, "addresses", "csv_addresses"), 0);
  const odd = await database.run(`
    SELECT count(*)::int AS odd FROM addresses
    WHERE NOT (private << '10.0.0.0/8' AND six << '2001:db8::/32' AND zeros << '::/116')`);
  assertEquals(odd[0].odd, 0);
});
