// Relations, keys and unique columns in any mixture, in a real PostgreSQL.
import { assert } from "@std/assert";
import fc from "fast-check";
import { databaseTests } from "../fixtures/postgres.ts";
import { keep, proveLoaded, proveSame } from "./_proof.ts";
import { draft } from "./_draft.ts";
import { Schema } from "./_schema.ts";

/** How many schemas, and of which seed: `PROOF_SCHEMAS=500 PROOF_SEED=7 deno test -A tests/proof`. */
const SCHEMAS = Number(Deno.env.get("PROOF_SCHEMAS") ?? 60);
const SEED = Number(Deno.env.get("PROOF_SEED") ?? 1);

const onDatabase = databaseTests();

onDatabase(
  "any schema loads with its constraints on, and keeps its promises",
  async (database) => {
    let loaded = 0;
    let claimed = 0;
    await fc.assert(
      fc.asyncProperty(draft, async (draft) => {
        const schema = new Schema(draft);
        const kept = await keep(schema);
        if (kept === undefined) return;
        const { text, without } = kept;
        const claims = schema.claims(without);
        try {
          await proveLoaded(database, text, claims);
          await proveSame(text);
        } catch (thrown) {
          const said = thrown instanceof Error ? thrown.message : thrown;
          throw new Error(`${said}\n${text}`, { cause: thrown });
        }
        loaded++;
        claimed += claims.length;
      }),
      { numRuns: SCHEMAS, seed: SEED },
    );
    // Else the proof would be one of refusals.
    assert(loaded > 0.9 * SCHEMAS, `${loaded} of ${SCHEMAS} were loaded`);
    assert(claimed > 3 * SCHEMAS, `${claimed} claims were looked at`);
  },
);
