// Help, printed from the tables of commands and options.
import {
  type Command,
  type CommandName,
  COMMANDS,
  type Flag,
  FLAGS,
  flagsOf,
} from "./commands.ts";

/** What `thrust --help` shows. */
export function generalHelp(): string {
  const general = (FLAGS as readonly Flag[]).filter((flag) =>
    flag.commands === undefined
  );
  return [
    "thrust reads a Genfile.toml and fills files with structured, related, reproducible data.",
    "",
    "Usage:",
    ...columns(COMMANDS.flatMap(usageRows)),
    "",
    "Options:",
    ...columns(general.map(flagRow)),
    "",
    "`thrust COMMAND --help` shows a command's own options; those of run also stand without the word run.",
    "Exit status: 0 done, 1 failed or refused, 2 the Genfile or the command line is wrong, 130 interrupted.",
    "",
  ].join("\n");
}

/** What `thrust COMMAND --help` shows. */
export function commandHelp(name: CommandName): string {
  const command: Command = COMMANDS.find((one) => one.name === name)!;
  return [
    `${command.summary}.`,
    "",
    "Usage:",
    ...command.usage.map((usage) => `  thrust ${usage} [OPTIONS]`),
    "",
    command.details,
    "",
    "Options:",
    ...columns(flagsOf(name).map(flagRow)),
    "",
  ].join("\n");
}

/** An option as typed: `-n, --count N`. */
function flagRow(flag: Flag): [string, string] {
  const dashes = flag.short === undefined ? "    " : `-${flag.short}, `;
  const value = flag.value === undefined ? "" : ` ${flag.value}`;
  return [`${dashes}--${flag.name}${value}`, flag.doc];
}

function usageRows(command: Command): [string, string][] {
  return command.usage.map((usage, index) => [
    `thrust ${usage}`,
    index === 0 ? command.summary : "The same",
  ]);
}

function columns(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
