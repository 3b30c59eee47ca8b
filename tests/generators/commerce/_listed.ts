// What generators of one list promise.
import { loadLists } from "../../../dicts/lists.ts";
import { assertCounts } from "../../statistics.ts";
import { tableOf } from "../_tables.ts";

export async function assertListed(name: string, list: string): Promise<void> {
  for (const locale of ["en_US", "pt_BR", "id_ID", "de"]) {
    const words = (await loadLists(locale)).get(list)!.toArray();
    const counts = new Map(words.map((word) => [word, 0]));
    const column = `{ gen = "${name}", locale = "${locale}" }`;
    for (const text of tableOf(column).texts("c", 20000)) {
      counts.set(text, counts.get(text)! + 1);
    }
    assertCounts([...counts.values()], words.map(() => 1 / words.length));
  }
}
