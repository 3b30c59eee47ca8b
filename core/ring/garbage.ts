// Keeps small garbage from piling up in workers: half a kilobyte for each thousand rows would come to some 30 MB in fifty
// million rows.
import { collectGarbage } from "../runtime.ts";

/** About 1.2 MB of garbage, and a quarter of a second's work; collecting takes a millisecond or two. */
const STEPS = 2048;

let steps = 0;

/** To be called at each step of a worker's loop. */
export function collectNowAndThen(): void {
  if (++steps % STEPS === 0) collectGarbage();
}
