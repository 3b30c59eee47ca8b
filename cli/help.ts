// Help, printed from the tables of commands and options, in lines of at most 80 columns.
import {
  type Command,
  type CommandName,
  COMMANDS,
  type Flag,
  FLAGS,
  flagsOf,
} from "./commands.ts";

const WIDTH = 80;

/** What `thrust --help` shows. */
export function generalHelp(): string {
  const general = (FLAGS as readonly Flag[]).filter((flag) =>
    flag.commands === undefined
  );
  return text([
    ...wrapped(
      "thrust reads a Genfile.toml and fills databases and files with structured, related, reproducible data.",
    ),
    "",
    "Usage:",
    ...COMMANDS.map(usageLine),
    "",
    "Commands:",
    ...columns(COMMANDS.map(({ name, summary }) => [name, summary])),
    "",
    "Options:",
    ...columns(general.map(flagRow)),
    "",
    ...wrapped(
      "`thrust COMMAND --help` shows a command's own options; those of run also stand without the word run.",
    ),
    "",
    ...wrapped(
      "Exit status: 0 done, 1 failed or refused, 2 the Genfile or the command line is wrong, 130 interrupted.",
    ),
  ]);
}

/** What `thrust COMMAND --help` shows. */
export function commandHelp(name: CommandName): string {
  const command: Command = COMMANDS.find((one) => one.name === name)!;
  return text([
    `${command.summary}.`,
    "",
    "Usage:",
    `${usageLine(command)} [OPTIONS]`,
    "",
    ...wrapped(command.details),
    "",
    "Options:",
    ...columns(flagsOf(name).map(flagRow)),
  ]);
}

function usageLine({ usage }: Command): string {
  return `  thrust ${usage}`;
}

/** An option as typed: `-n, --count N`. */
function flagRow(flag: Flag): [string, string] {
  const dashes = flag.short === undefined ? "    " : `-${flag.short}, `;
  const value = flag.value === undefined ? "" : ` ${flag.value}`;
  return [`${dashes}--${flag.name}${value}`, flag.doc];
}

function columns(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.flatMap(([left, right]) =>
    wrapped(right, WIDTH - width - 4).map((line, index) =>
      `  ${(index === 0 ? left : "").padEnd(width)}  ${line}`
    )
  );
}

/** Breaks a sentence into lines at its spaces. */
function wrapped(sentence: string, width = WIDTH): string[] {
  const lines = [""];
  for (const word of sentence.split(" ")) {
    const line = lines[lines.length - 1];
    if (line === "") lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] += ` ${word}`;
  }
  return lines;
}

function text(lines: string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
