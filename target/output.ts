// Writing to a file or a pipe, and what the errors of the system mean.
import { openSync, type Stats, statSync } from "node:fs";
import { constants } from "node:os";
import { type ErrorCode, ThrustError } from "../core/errors.ts";
import type { Run } from "../core/ring/ring_buffer.ts";
import { writeAll } from "../core/write_all.ts";

const ELSEWHERE_ALONE = "name another place with --to";
const ELSEWHERE = `or ${ELSEWHERE_ALONE}`;

/** What a code of the system means, and what to do. */
const MEANINGS: Record<string, [state: string, advice?: string]> = {
  ENOSPC: ["no space is left there", `free some, ${ELSEWHERE}`],
  EDQUOT: ["the disk quota is used up", `free some space, ${ELSEWHERE}`],
  EFBIG: [
    "the file would be larger than the system allows",
    "raise the limit (ulimit -f), or write less",
  ],
  EACCES: ["permission is denied", `change it, ${ELSEWHERE}`],
  EPERM: ["permission is denied", `change it, ${ELSEWHERE}`],
  EROFS: ["the file system is read-only", ELSEWHERE_ALONE],
  ENOENT: ["there is no such directory", "make it first"],
  ENOTDIR: ["a part of its path is not a directory", ELSEWHERE_ALONE],
  EEXIST: ["a part of its path is not a directory", ELSEWHERE_ALONE],
  EISDIR: ["it is a directory", ELSEWHERE_ALONE],
  ENAMETOOLONG: ["the name is too long", "give a shorter one"],
  EMFILE: ["too many files are open", "raise the limit (ulimit -n)"],
  ENFILE: ["too many files are open on this system"],
  EIO: ["the device failed"],
  EPIPE: ["its reader went away"],
};

/** An open file or pipe and the name that messages give it. */
export class Output {
  readonly fd: number;
  readonly name: string;

  constructor(fd: number, name: string) {
    this.fd = fd;
    this.name = name;
  }

  static open(path: string, flags: string, name: string): Output {
    return new Output(
      attempt("open", name, () => openSync(path, flags)),
      name,
    );
  }

  /** Writes the records as they lie in the ring. */
  writeRun(run: Run): void {
    this.write(run.first);
    if (run.second !== undefined) this.write(run.second);
  }

  write(bytes: Uint8Array): void {
    attempt("write", this.name, () => writeAll(this.fd, bytes));
  }
}

/** Does something to a file; turns what the system says against it into a ThrustError. */
export function attempt<T>(doing: string, name: string, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    throw outputError(doing, name, thrown);
  }
}

function outputError(doing: string, name: string, thrown: unknown): unknown {
  const code = systemCode(thrown);
  if (code === undefined) return thrown;
  const kind: ErrorCode = code === "EPIPE" ? "OUTPUT_CLOSED" : "TARGET_FAILED";
  const [state, advice] = MEANINGS[code] ?? [(thrown as Error).message];
  const rest = advice === undefined ? "" : `; ${advice}`;
  return new ThrustError(
    kind,
    `Cannot ${doing} ${name}: ${state} (${code})${rest}`,
    {},
    { cause: thrown },
  );
}

/** `ENOSPC` and the like; undefined where the system has not spoken. */
function systemCode(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  if ("code" in thrown && typeof thrown.code === "string") return thrown.code;
  // Deno knows no word for some errors and gives their number only.
  const number = Number(/\(os error (\d+)\)/.exec(thrown.message)?.[1]);
  const known = Object.entries(constants.errno);
  return known.find(([_, errno]) => errno === number)?.[0];
}

/** What the system says of a path; undefined where there is nothing. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (thrown) {
    if (systemCode(thrown) === "ENOENT") return undefined;
    throw thrown;
  }
}
