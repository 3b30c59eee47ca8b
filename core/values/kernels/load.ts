// How a kernel's program gets into memory.

/** What a program of base64 exports; undefined where the processor or the engine has no SIMD, or no memory for it. */
export function loadProgram(base64: string): WebAssembly.Exports | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
  } catch {
    return undefined;
  }
}
