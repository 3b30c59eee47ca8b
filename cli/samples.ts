// Samples of a generator: values of its example column, made as any run would make them.
import type { Generator } from "../core/generator.ts";
import { checkGenfile, createSource } from "../engine.ts";
import { readCells } from "./cells.ts";
import { invalid } from "./command_line.ts";

const SAMPLES = 8;
/** Its dictionary. */
export const CITIES = `name,weight
São Paulo,12
Jakarta,10
Chicago,3
Recife,2
Denver,1
`;

/** A Genfile that has what the examples of generators refer to, at whose end they stand. */
export const SURROUNDINGS = `version = 1

[run]
now = 2026-01-01T00:00:00Z

[dict.cities]
file = "cities.csv"

[table.customers]
rows = 1000
[table.customers.columns]
id = "sequence"

[table.samples]
rows = 1000
[table.samples.columns]
id = "sequence"
`;

/**
 * The generator's example in the first rows of a table; null is NULL.
 *
 * @throws {ThrustError} COMMAND_LINE_INVALID, where a generator gives no values.
 */
export async function samplesOf(
  generator: Generator,
): Promise<(string | null)[]> {
  const text = `${SURROUNDINGS}sample = ${generator.example}\n`;
  const { plan, diagnostics } = await checkGenfile(text, {
    readFile: () => new TextEncoder().encode(CITIES),
  });
  if (plan === undefined) {
    const { message, hint } = diagnostics[0];
    throw invalid(hint === undefined ? message : `${message}: ${hint}`);
  }
  const table = plan.tables.find(({ name }) => name === "samples")!;
  const source = await createSource(plan);
  const rows = Array.from({ length: SAMPLES }, (_, row) => row);
  return readCells(source, table, rows).rows.map(([, sample]) => sample);
}
