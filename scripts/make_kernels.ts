// Compiles core/values/kernels/kernels.as with AssemblyScript's compiler: `deno run -A scripts/make_kernels.ts`.
// The result is committed: nobody else needs the compiler, and tests hold it to the loops that it stands in for.
const FOLDER = new URL("../core/values/kernels/", import.meta.url);
const COMPILER = "assemblyscript@0.28.20";
/** Characters of a line of the result. */
const WIDTH = 100;

const folder = await Deno.makeTempDir();
const source = `${folder}/kernels.ts`;
const compiled = `${folder}/kernels.wasm`;
await Deno.copyFile(new URL("kernels.as", FOLDER), source);
const { success } = await new Deno.Command("npx", {
  args: [
    ...["-y", "-p", COMPILER, "asc", source, "--outFile", compiled],
    ...["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd"],
    ...["--initialMemory", "1", "--maximumMemory", "1"],
  ],
}).output();
if (!success) throw new Error("Cannot make the kernels: they do not compile");
const base64 = (await Deno.readFile(compiled)).toBase64();
await Deno.remove(folder, { recursive: true });

const lines = base64.match(new RegExp(`.{1,${WIDTH}}`, "g"))!;
await Deno.writeTextFile(
  new URL("bytes.ts", FOLDER),
  `// Made by scripts/make_kernels.ts from kernels.as: WebAssembly, as base64.
// deno-fmt-ignore-file
export const KERNELS =
  ${lines.map((line) => JSON.stringify(line)).join(" +\n  ")};
`,
);
