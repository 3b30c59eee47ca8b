// A target that got rows in a form of its own may not know the value that a server refuses. Its row is known, so the
// value can be made again.
import { ThrustError } from "../core/errors.ts";
import { cellText } from "./formats/text.ts";
import type { Source } from "./source.ts";

/** Characters of a value that are shown. */
const SHOWN = 100;

/** The failure, with the value in its message where it names table, column and row and no value. */
export async function withValue(
  thrown: unknown,
  createSource: () => Promise<Source>,
): Promise<unknown> {
  if (!(thrown instanceof ThrustError)) return thrown;
  const { code, message, fields } = thrown;
  const { table, field, row } = fields;
  if (table === undefined || field === undefined || row === undefined) {
    return thrown;
  }
  const named = `, column "${field}" of table "${table}"`;
  if (!message.includes(named)) return thrown;
  const source = await createSource();
  const shape = source.shapes(table).find(({ name }) => name === field);
  if (shape === undefined) return thrown;
  const [vector] = source.evaluate(table, [field], [row]);
  const text = cellText(shape, vector, 0);
  if (text === null) return thrown;
  const characters = Array.from(text);
  const value = characters.length > SHOWN
    ? `${characters.slice(0, SHOWN).join("")}…`
    : text;
  return new ThrustError(
    code,
    message.replace(
      named,
      () =>
        `, column "${field}", value ${
          JSON.stringify(value)
        } of table "${table}"`,
    ),
    fields,
  );
}
