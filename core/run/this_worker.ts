// A worker's own end of the talk with the main thread.
// Programs of others check their types without what only workers have: hence the casts.

export function onOrder<Order>(follow: (order: Order) => void): void {
  globalThis.addEventListener("message", (event) => {
    follow((event as MessageEvent<Order>).data);
  });
}

export function report<Report>(what: Report): void {
  (globalThis as unknown as Worker).postMessage(what);
}
