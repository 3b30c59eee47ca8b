// The workers' programs. Bundlers find them by these URLs: they must stand here, in a module beside `main.ts`, literally.
export const WORKERS = {
  source: new URL("./source/worker.ts", import.meta.url),
  target: new URL("./target/worker.ts", import.meta.url),
};
