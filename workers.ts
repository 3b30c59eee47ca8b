// Where the workers' code is. In an executable, `import.meta.url` is right for modules at the root only,
// and the bundler finds workers only by addresses written out like these.

export const workers = {
  source: new URL("./source/worker.ts", import.meta.url),
  target: new URL("./target/worker.ts", import.meta.url),
};
