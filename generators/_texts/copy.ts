// Copies of vectors, for values that are another vector's only until that is filled again.
import type { Vector } from "../../core/generator.ts";
import type { Storage } from "../../core/value_type.ts";
import { copyBytes } from "./bytes.ts";

/** Copies values, but not NULLs. Texts of NULL rows are taken to be sound. */
export function copyValues(
  from: Vector,
  storage: Storage,
  count: number,
  out: Vector,
): void {
  switch (storage) {
    case "numbers": {
      const { numbers } = out;
      for (let i = 0; i < count; i++) numbers[i] = from.numbers[i];
      return;
    }
    case "words": {
      const { words } = out;
      for (let i = 0; i < 4 * count; i++) words[i] = from.words[i];
      return;
    }
    case "entries": {
      const { indexes } = out;
      for (let i = 0; i < count; i++) indexes[i] = from.indexes[i];
      return;
    }
    case "slices": {
      let total = 0;
      for (let i = 0; i < count; i++) total += from.ends[i] - from.starts[i];
      const bytes = out.reserve(total);
      let at = 0;
      for (let i = 0; i < count; i++) {
        out.starts[i] = at;
        at = copyBytes(from.bytes, from.starts[i], from.ends[i], bytes, at);
        out.ends[i] = at;
      }
    }
  }
}
