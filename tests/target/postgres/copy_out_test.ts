import { assertEquals } from "@std/assert";
import { Connection } from "../../../target/postgres/connection.ts";
import { readSettings } from "../../../target/postgres/settings.ts";
import { databaseTests } from "../../fixtures/postgres.ts";

const test = databaseTests();

test("a connection answers after copies of any size", async ({ url }) => {
  const connection = await Connection.open(readSettings(url, {}));
  try {
    for (let kib = 1; kib <= 200; kib++) {
      let bytes = 0;
      await connection.copyOut(
        "read",
        `COPY (SELECT repeat('x', 1023) FROM generate_series(1, ${kib})) TO STDOUT`,
        {},
        (piece) => {
          bytes += piece.length;
        },
      );
      assertEquals(bytes, kib * 1024);
      // Each is a text of its own: it is described before it is run, which takes an answer.
      const [{ n }] = await connection.query<{ n: string }>(
        "read",
        `SELECT $1::text AS n -- ${kib}`,
        [String(kib)],
      );
      assertEquals(n, String(kib));
    }
  } finally {
    await connection.close();
  }
});
