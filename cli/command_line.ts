// From what was typed to what is meant: a command, its arguments and options, each checked to be there at all.
// Nothing heavy is imported here: `--help` and `--version` need no more than this.
import { ThrustError } from "../core/errors.ts";
import { nearest } from "../core/values/nearest.ts";
import {
  type Command,
  type CommandName,
  COMMANDS,
  type Flag,
  type FlagName,
  FLAGS,
  flagsOf,
} from "./commands.ts";
// @ts-types="./parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";

/** What the user wants. */
export interface CommandLine {
  /** Undefined: help, the version, or nothing was asked for. */
  command: CommandName | undefined;
  arguments: string[];
  /** `table=count` arguments, in the order typed. */
  counts: [table: string, rows: string][];
  /** Options by name; a switch that is on has an empty text. */
  options: ReadonlyMap<FlagName, string>;
}

/**
 * Reads the arguments after the program's name.
 *
 * @param isFile Whether a file of that name is there: tells a Genfile from a misspelt command.
 * @throws {ThrustError} COMMAND_LINE_INVALID
 */
export function readCommandLine(
  typed: readonly string[],
  isFile: (name: string) => boolean,
): CommandLine {
  const { words, options } = split(typed);
  const named = words[0];
  if (named === undefined) {
    return { command: undefined, arguments: [], counts: [], options };
  }
  const known = COMMANDS.find((one) => one.name === named);
  if (known === undefined && !looksLikeFile(named) && !isFile(named)) {
    throw unknownCommand(named);
  }
  const command: Command = known ?? COMMANDS[0];
  const rest = known === undefined ? words : words.slice(1);
  checkOptions(command, options);
  if (options.has("help")) {
    return { command: command.name as CommandName, ...NOTHING, options };
  }
  return {
    command: command.name as CommandName,
    ...sortWords(command, rest),
    options,
  };
}

const NOTHING = { arguments: [], counts: [] };

/** Words and options apart; an option that does not exist is an error. */
function split(
  typed: readonly string[],
): { words: string[]; options: Map<FlagName, string> } {
  const flags = FLAGS as readonly Flag[];
  const parsed = parseArgs(joinValues(typed), {
    string: [
      "_",
      ...flags.filter((flag) => flag.value !== undefined).map(({ name }) =>
        name
      ),
    ],
    boolean: flags.filter((flag) => flag.value === undefined).map(({ name }) =>
      name
    ),
    collect: [],
    alias: Object.fromEntries(
      flags.flatMap((flag) =>
        flag.short === undefined ? [] : [[flag.short, flag.name]]
      ),
    ),
    unknown(argument, key) {
      if (key !== undefined) throw unknownOption(argument.split("=")[0]);
      return true;
    },
  });
  const options = new Map<FlagName, string>();
  for (const { name, value } of FLAGS as readonly Flag[]) {
    const given = parsed[name];
    if (given === undefined || given === false) continue;
    if (value !== undefined && given === "") {
      throw invalid(`--${name} stands without its value (${value})`);
    }
    options.set(name as FlagName, given === true ? "" : String(given));
  }
  return { words: parsed._.map(String), options };
}

/**
 * Writes `--to -` as `--to=-`.
 *
 * The parser takes what begins with a dash for an option, so it would lose the values `-` and `-5`, and it takes the
 * word after an option it does not know for its value.
 */
function joinValues(typed: readonly string[]): string[] {
  const flags = FLAGS as readonly Flag[];
  const joined: string[] = [];
  for (let i = 0; i < typed.length; i++) {
    const argument = typed[i];
    if (argument === "--") return [...joined, ...typed.slice(i)];
    const flag = flags.find((one) =>
      argument === `--${one.name}` || argument === `-${one.short}`
    );
    if (flag === undefined) {
      if (/^--?[^-=]/.test(argument)) checkKnown(argument);
      joined.push(argument);
    } else if (flag.value === undefined) {
      joined.push(`--${flag.name}=true`);
    } else if (i + 1 < typed.length && !/^-\D/.test(typed[i + 1])) {
      joined.push(`--${flag.name}=${typed[++i]}`);
    } else {
      joined.push(`--${flag.name}=`);
    }
  }
  return joined;
}

/** Refuses `--frm`, `--quiet=no` and the like, which are no options; `--to=x` and `-n5` are left to the parser. */
function checkKnown(argument: string): void {
  const flags = FLAGS as readonly Flag[];
  const [name, value] = argument.split("=", 2);
  if (name.startsWith("--")) {
    const flag = flags.find((one) => `--${one.name}` === name);
    if (flag === undefined) throw unknownOption(name);
    if (flag.value === undefined && value !== undefined) {
      throw invalid(`${name} takes no value`);
    }
  } else if (
    !flags.some((one) => one.value !== undefined && one.short === name[1])
  ) {
    throw unknownOption(name);
  }
}

function checkOptions(
  command: Command,
  options: ReadonlyMap<FlagName, string>,
): void {
  const applying = flagsOf(command.name as CommandName);
  for (const name of options.keys()) {
    if (applying.some((flag) => flag.name === name)) continue;
    const { short, commands = [] } = (FLAGS as readonly Flag[]).find((flag) =>
      flag.name === name
    )!;
    const option = short === undefined ? `--${name}` : `--${name} (-${short})`;
    throw invalid(
      `${option} does not apply to thrust ${command.name}, but to ${
        commands.join(", ")
      }`,
    );
  }
}

/** Arguments and `table=count` ones apart. */
function sortWords(
  command: Command,
  words: string[],
): Pick<CommandLine, "arguments" | "counts"> {
  const plain: string[] = [];
  const counts: [string, string][] = [];
  for (const word of words) {
    const at = word.lastIndexOf("=");
    if (command.counts && at > 0 && plain.length > 0) {
      counts.push([word.slice(0, at), word.slice(at + 1)]);
    } else {
      plain.push(word);
    }
  }
  const { least, most } = command.arguments;
  if (plain.length < least) {
    throw invalid(
      `thrust ${command.name} needs ${
        plain.length > 0 ? "a column" : "a Genfile"
      }: thrust ${command.usage}`,
    );
  }
  if (plain.length > most) {
    throw invalid(
      `thrust ${command.name} takes no argument "${plain[most]}"` +
        (command.counts ? ", only TABLE=COUNT ones" : ""),
    );
  }
  return { arguments: plain, counts };
}

function looksLikeFile(word: string): boolean {
  return /[./\\]/.test(word);
}

function unknownCommand(word: string): ThrustError {
  return invalid(
    `there is no command or Genfile "${word}"` + (
      word === "help"
        ? "; thrust --help shows what can be typed"
        : orNearest(word, COMMANDS.map((one) => one.name))
    ),
  );
}

/** What people look for under other names. */
const INSTEAD: Readonly<Record<string, string>> = {
  "--compress": "to compress, pipe it: thrust Genfile.toml --to - | gzip",
  "--copy": "PostgreSQL is always filled with COPY: --to postgres://…",
  "--resume":
    "files appear when a run is complete, so run it again; a database that has kept some batches needs --mode truncate",
};

function unknownOption(typed: string): ThrustError {
  const meant = /^--(?:compression|gzip|gz|zstd?)$/.test(typed)
    ? "--compress"
    : typed;
  if (Object.hasOwn(INSTEAD, meant)) {
    return invalid(`there is no option ${typed}; ${INSTEAD[meant]}`);
  }
  const flags = FLAGS as readonly Flag[];
  const sameLetter = flags.find(({ short, name }) =>
    /^-\w$/.test(typed) && (short ?? name[0]).toLowerCase() === typed[1]
  );
  return invalid(
    `there is no option ${typed}` + (
      sameLetter === undefined
        ? orNearest(typed, flags.map((one) => `--${one.name}`))
        : `; did you mean "--${sameLetter.name}"?`
    ),
  );
}

/** `; did you mean "check"?`, or nothing where no known word is near. */
export function orNearest(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known);
  return meant === undefined ? "" : `; did you mean "${meant}"?`;
}

/** An error of the command line. */
export function invalid(state: string): ThrustError {
  return new ThrustError(
    "COMMAND_LINE_INVALID",
    `Cannot read the command line: ${state}`,
  );
}
