// Keeps small garbage from piling up in workers: half a kilobyte for each thousand rows would come to some 30 MB in fifty
// million rows.
import { collectGarbage } from "../runtime.ts";

/** About 2.5 MB of garbage, and half a second of work; collecting takes some milliseconds. */
const STEPS = 4096;

let steps = 0;

/** To be called at each step of a worker's loop. */
export function collectNowAndThen(): void {
  if (++steps % STEPS === 0) collectGarbage();
}
