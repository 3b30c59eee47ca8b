import { assert, assertEquals } from "@std/assert";
import { allocateCounters, Counters } from "../../../core/run/counters.ts";

Deno.test("counters of different workers and tables never touch each other", () => {
  const [tables, sources, targets] = [11, 5, 3];
  const plan = allocateCounters(tables, sources, targets);
  const counters = new Counters(plan);
  for (let table = 0; table < tables; table++) {
    for (let i = 0; i < sources; i++) {
      counters.made(i, table, 1000 * i + table, 1);
    }
    for (let i = 0; i < targets; i++) {
      counters.begin(i, table);
      counters.wrote(i, table, 1000 * i + table, 7);
      counters.wrote(i, table, 1, 2 ** 40);
      counters.end(i, table);
    }
  }
  for (let worker = 0; worker < sources + targets; worker += 2) {
    counters.leave(worker);
  }
  const seen = new Counters(plan);
  for (let table = 0; table < tables; table++) {
    for (let i = 0; i < sources; i++) {
      assertEquals(seen.rowsMade(i, table), 1000 * i + table);
    }
    for (let i = 0; i < targets; i++) {
      const { rows, bytes, began, ended } = seen.written(i, table);
      assertEquals([rows, bytes], [1000 * i + table + 1, 2 ** 40 + 7]);
      assert(began > 0 && ended >= began);
    }
  }
  for (let i = 0; i < sources; i++) {
    assertEquals(seen.rowsMadeBy(i), 1000 * i * tables + 55);
  }
  for (let worker = 0; worker < sources + targets; worker++) {
    assertEquals(seen.hasLeft(worker), worker % 2 === 0);
  }
  assertEquals(seen.targetWorker(0), sources);
});
