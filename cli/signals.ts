// SIGINT and SIGTERM: the first ends a run cleanly, the second ends the program at once.
import process from "node:process";
import type { TemporaryFiles } from "../core/run/temporary_files.ts";

export const INTERRUPTED_STATUS = 130;
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * Listens until the function that it returns is called.
 *
 * @param interrupt Aborted by the first signal; hand its `signal` to `run`.
 * @param temporary Removed by the second, just before the program ends with status 130.
 * @param say Is told by the second that the run has not ended by itself.
 */
export function listenForSignals(
  interrupt: AbortController,
  temporary: TemporaryFiles,
  say: (sentence: string) => void,
): () => void {
  function hear(): void {
    if (!interrupt.signal.aborted) return interrupt.abort();
    temporary.remove();
    say("interrupted twice: ended at once, before the target was done");
    process.exit(INTERRUPTED_STATUS);
  }
  // Where there is a limit to the size of files, Deno dies of this signal unless it is heard; the write then fails.
  function ignore(): void {}

  for (const signal of SIGNALS) process.on(signal, hear);
  if (process.platform !== "win32") process.on("SIGXFSZ", ignore);
  return () => {
    for (const signal of SIGNALS) process.off(signal, hear);
    if (process.platform !== "win32") process.off("SIGXFSZ", ignore);
  };
}
