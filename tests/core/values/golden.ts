// Hashes of what thrust's own functions give for many inputs. Run by itself, on any runtime, it prints them as JSON.
import { createHash } from "node:crypto";
import { lower, title, upper } from "../../../core/values/case.ts";
import { slug } from "../../../core/values/slug.ts";

type Part = string | Uint8Array | Float64Array;

function sha256(...parts: Part[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(
      part instanceof Float64Array
        ? new Uint8Array(part.buffer, part.byteOffset, part.byteLength)
        : part,
    );
  }
  return hash.digest("hex");
}

/** Every code point of planes 0 and 1 but surrogates. */
function characters(): string[] {
  const all: string[] = [];
  for (let point = 0; point <= 0x1ffff; point++) {
    if (point < 0xd800 || point > 0xdfff) all.push(String.fromCodePoint(point));
  }
  return all;
}

export function goldenHashes(): Record<string, string> {
  const all = characters();
  return {
    lower: sha256(all.map(lower).join("\n")),
    upper: sha256(all.map(upper).join("\n")),
    title: sha256(all.map(title).join("\n")),
    slug: sha256(all.map(slug).join("\n")),
  };
}

if (import.meta.main) console.log(JSON.stringify(goldenHashes(), null, 2));
