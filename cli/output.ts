// The two streams of the command line. Writes are synchronous, so that the process may exit right after.
import { fstatSync } from "node:fs";
import process from "node:process";
import { ThrustError } from "../core/errors.ts";
import { writeAll } from "../core/write_all.ts";

const encoder = new TextEncoder();
const STDOUT = 1;
const STDERR = 2;

/** What a command was asked for: help, a plan, a preview. */
export function print(text: string): void {
  write(STDOUT, text);
}

/** What stands beside it: errors, warnings, notes. */
export function note(text: string): void {
  try {
    write(STDERR, text);
  } catch {
    // Nobody reads our errors, so there is nobody to tell.
  }
}

/** @throws {ThrustError} OUTPUT_CLOSED if the reader of a pipe went away, TARGET_FAILED if it fails otherwise. */
function write(stream: number, text: string): void {
  try {
    writeAll(stream, encoder.encode(text));
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    throw writeError(code === "EPIPE", message);
  }
}

function writeError(closed: boolean, message: string): ThrustError {
  return closed
    ? new ThrustError(
      "OUTPUT_CLOSED",
      "Cannot write to standard output: its reader went away",
    )
    : new ThrustError(
      "TARGET_FAILED",
      `Cannot write to standard output: ${message}`,
    );
}

/** The system is asked first: the runtime's own stream objects take two milliseconds to come into being. */
export function isTerminal(stream: "stdout" | "stderr"): boolean {
  try {
    const state = fstatSync(stream === "stdout" ? STDOUT : STDERR);
    return state.isCharacterDevice() && process[stream].isTTY === true;
  } catch {
    return false; // it is closed
  }
}

export type Colour = "bold" | "dim" | "red" | "yellow";
const CODES: Record<Colour, [on: number, off: number]> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
};

/** A function that colours text for a stream, or leaves it where the stream is no terminal or NO_COLOR is set. */
export function painter(
  stream: "stdout" | "stderr",
): (colour: Colour, text: string) => string {
  const { NO_COLOR, TERM } = process.env;
  const plain = !isTerminal(stream) || TERM === "dumb" ||
    (NO_COLOR !== undefined && NO_COLOR !== "");
  if (plain) return (_colour, text) => text;
  return (colour, text) =>
    `\x1b[${CODES[colour][0]}m${text}\x1b[${CODES[colour][1]}m`;
}
