// Keeps small garbage from piling up in workers.

/** About 2.5 MB of garbage, and half a second of work; collecting takes some milliseconds. */
const STEPS = 4096;

/**
 * Bun's engine waits until garbage rivals the heap it knows: a worker that makes half a kilobyte of it for each thousand
 * rows would hold some 30 MB after fifty million rows. V8 collects young garbage by itself.
 */
const collect = (globalThis as { Bun?: { gc(now: boolean): void } }).Bun?.gc;

let steps = 0;

/** To be called at each step of a worker's loop. */
export function collectNowAndThen(): void {
  if (++steps % STEPS === 0) collect?.(true);
}
