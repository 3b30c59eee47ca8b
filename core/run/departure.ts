// How a worker thread that ends silently is noticed: `process.exit` and `close` inside a worker
// give the main thread no event on Deno.
import process from "node:process";

/** Calls back, as the last thing on this thread, when the worker ends itself. */
export function onDeparture(leave: () => void): void {
  process.on("exit", leave);
  const scope = globalThis as { close?: () => void };
  const close = scope.close;
  if (close === undefined) return;
  scope.close = () => {
    leave();
    close.call(globalThis);
  };
}
