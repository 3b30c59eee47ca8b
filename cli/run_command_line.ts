// One command line, from what was typed to the exit status.
import { existsSync } from "node:fs";
import { type ErrorCode, ThrustError } from "../core/errors.ts";
import { hidePasswords } from "../core/passwords.ts";
import { type CommandLine, readCommandLine } from "./command_line.ts";
import type { CommandName } from "./commands.ts";
import { commandHelp, generalHelp } from "./help.ts";
import { note, painter, print } from "./output.ts";

/** Carries a command out and gives the exit status. */
export type Perform = (line: CommandLine) => Promise<number>;

/** Loaded when asked for: a command needs only its own part of thrust. */
const COMMANDS: Record<CommandName, () => Promise<Perform>> = {
  run: async () => (await import("./run.ts")).runGenfile,
  check: async () => (await import("./check.ts")).showPlan,
  preview: async () => (await import("./preview.ts")).showRows,
  verify: async () => (await import("./verify.ts")).verifyGenfile,
  explain: async () => (await import("./explain.ts")).explainColumn,
  schema: async () => (await import("./schema.ts")).showSchema,
  generators: async () => (await import("./generators.ts")).showGenerators,
};

const STATUS: Partial<Record<ErrorCode, number>> = {
  COMMAND_LINE_INVALID: 2,
  GENFILE_INVALID: 2,
  INTERRUPTED: 130,
  OUTPUT_CLOSED: 0,
};

export async function runCommandLine(
  typed: readonly string[],
  version: string,
): Promise<number> {
  try {
    const line = readCommandLine(typed, existsSync);
    return await perform(line, version);
  } catch (error) {
    return report(error);
  }
}

async function perform(line: CommandLine, version: string): Promise<number> {
  if (line.options.has("version")) {
    print(`thrust ${version}\n`);
    return 0;
  }
  const { command } = line;
  if (command === undefined) {
    if (line.options.has("help")) {
      print(generalHelp());
      return 0;
    }
    note(generalHelp());
    return 2;
  }
  if (line.options.has("help")) {
    print(commandHelp(command));
    return 0;
  }
  return await (await COMMANDS[command]())(line);
}

/** Says what went wrong, and gives the status for it. */
export function report(error: unknown): number {
  if (!(error instanceof ThrustError)) {
    // Not one of the failures that can be expected: whoever reports it needs the place.
    const stack = error instanceof Error ? error.stack : String(error);
    note(`${label()} thrust itself has failed: ${stack}\n`);
    return 1;
  }
  const status = STATUS[error.code] ?? 1;
  if (status === 0) return 0;
  if (error.code === "GENFILE_INVALID") {
    note(coloured(error.message));
    return status;
  }
  note(`${label()} ${hidePasswords(error.message)}\n`);
  if (error.code === "COMMAND_LINE_INVALID") {
    note("`thrust --help` shows what can be typed\n");
  }
  return status;
}

function label(): string {
  return coloured("error:");
}

/** Diagnostics, with their first words coloured on a terminal. */
function coloured(diagnostics: string): string {
  const paint = painter("stderr");
  return diagnostics.replace(/^error:/gm, (word) => paint("red", word))
    .replace(/^warning:/gm, (word) => paint("yellow", word));
}
