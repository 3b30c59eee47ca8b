// Compiles core/values/kernels/*.as with AssemblyScript's compiler: `deno run -A scripts/make_kernels.ts`.
// The results are committed: nobody else needs the compiler, and tests hold them to the loops that they stand in for.
const FOLDER = new URL("../core/values/kernels/", import.meta.url);
const COMPILER = "assemblyscript@0.28.20";
/** Each file's name, that of its result, and what programs call it. */
const KERNELS = [
  ["kernels.as", "bytes.ts", "KERNELS"],
  ["hashes.as", "hashes_bytes.ts", "HASHES"],
];
/** Characters of a line of the result. */
const WIDTH = 100;

async function compile(path: URL): Promise<Uint8Array> {
  const folder = await Deno.makeTempDir();
  const source = `${folder}/kernels.ts`;
  const compiled = `${folder}/kernels.wasm`;
  await Deno.copyFile(path, source);
  const { success, stderr } = await new Deno.Command("npx", {
    args: [
      ...["-y", "-p", COMPILER, "asc", source, "--outFile", compiled],
      ...["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd"],
      ...["--initialMemory", "1", "--maximumMemory", "1"],
    ],
  }).output();
  if (!success) {
    throw new Error(
      `Cannot make the kernels: ${new TextDecoder().decode(stderr)}`,
    );
  }
  const bytes = await Deno.readFile(compiled);
  await Deno.remove(folder, { recursive: true });
  return bytes;
}

for (const [source, result, name] of KERNELS) {
  const base64 = (await compile(new URL(source, FOLDER))).toBase64();
  const lines = base64.match(new RegExp(`.{1,${WIDTH}}`, "g"))!;
  await Deno.writeTextFile(
    new URL(result, FOLDER),
    `// Made by scripts/make_kernels.ts from ${source}: WebAssembly, as base64.
// deno-fmt-ignore-file
export const ${name} =
  ${lines.map((line) => JSON.stringify(line)).join(" +\n  ")};
`,
  );
}
