// What is at a path already, and what that means for a run in a given mode.
import { closeSync, openSync, readSync, realpathSync } from "node:fs";
import { ThrustError } from "../core/errors.ts";
import type { Mode, OutputFile } from "../core/plan.ts";
import { attempt, statOf } from "./output.ts";

const LINE_FEED = 10;

/** How a file is begun. */
export interface Beginning {
  /** The place to write at: a symbolic link's end, but for `replace`. */
  path: string;
  /** Not a file but a device or a pipe: is written to directly. */
  direct: boolean;
  /** Permissions of the file that was there. */
  permissions: number | undefined;
  /** append: bytes of the old file that stay, and whether its last line has yet to be ended. */
  keep: { bytes: number; newline: boolean } | undefined;
}

/** Looks at what is there; refuses what the mode does not allow. */
export function beginningOf(file: OutputFile, mode: Mode): Beginning {
  const name = JSON.stringify(file.path);
  const stats = attempt("write", name, () => statOf(file.path));
  const fresh = { path: file.path, direct: false, permissions: undefined };
  if (stats === undefined) return { ...fresh, keep: undefined };
  if (stats.isDirectory()) {
    throw refusal(
      `Cannot write ${name}: it is a directory; name another place with --to`,
    );
  }
  if (!stats.isFile()) return { ...fresh, direct: true, keep: undefined };
  if (mode === "replace") return { ...fresh, keep: undefined };
  const path = realpathSync(file.path);
  const permissions = stats.mode & 0o777;
  const found = { path, direct: false, permissions, keep: undefined };
  if (mode === "truncate" || holdsNoRows(path, stats.size, file)) return found;
  if (mode === "create") {
    throw refusal(
      `Cannot create ${name}: it holds rows already; ` +
        `say --mode append, truncate or replace, or name another place with --to`,
    );
  }
  return { ...found, keep: whatStays(path, stats.size, file) };
}

/** Whether a file is empty or has only what stands around rows. */
function holdsNoRows(path: string, size: number, file: OutputFile): boolean {
  if (size === 0) return true;
  const frames = file.tables.flatMap((table) => [
    table.prologue,
    table.epilogue,
  ]);
  const rowless = [frames.slice(0, 1), frames.slice(0, 2), frames].map(joined);
  return rowless.some((bytes) =>
    bytes.length === size && equal(readPart(path, 0, size), bytes)
  );
}

/** What of a file with rows stays when more are appended. */
function whatStays(
  path: string,
  size: number,
  file: OutputFile,
): Beginning["keep"] {
  const name = JSON.stringify(file.path);
  const first = file.tables[0];
  const { resume } = file.tables[file.tables.length - 1];
  if (first.resume === undefined || resume === undefined) {
    throw refusal(
      `Cannot append to ${name}: a file of this format cannot be continued`,
    );
  }
  // Where the prologue comes again with every part, a part of any other kind may stand before.
  const { prologue } = first;
  const repeats = equal(first.resume.join, prologue);
  if (!repeats && !equal(readPart(path, 0, prologue.length), prologue)) {
    throw refusal(
      `Cannot append to ${name}: it does not begin as this run's file would, ` +
        `so its columns or its format are others`,
    );
  }
  const { cut } = resume;
  const bytes = size - cut.length;
  if (!equal(readPart(path, Math.max(bytes, 0), cut.length), cut)) {
    throw refusal(
      `Cannot append to ${name}: it does not end as a file of this format does`,
    );
  }
  const endsInLine = cut.length > 0 ||
    readPart(path, size - 1, 1)[0] === LINE_FEED;
  return { bytes, newline: !endsInLine };
}

function readPart(path: string, from: number, length: number): Uint8Array {
  return attempt("read", JSON.stringify(path), () => {
    const part = new Uint8Array(length);
    const fd = openSync(path, "r");
    try {
      let at = 0;
      while (at < length) {
        const read = readSync(fd, part, at, length - at, from + at);
        if (read === 0) break;
        at += read;
      }
      return part.subarray(0, at);
    } finally {
      closeSync(fd);
    }
  });
}

function joined(parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function refusal(message: string): ThrustError {
  return new ThrustError("TARGET_REFUSED", message);
}
