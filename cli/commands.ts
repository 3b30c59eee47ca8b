// What can be typed after `thrust`, as data: the parser reads it, and help is printed from it.

/** A command of the command line. */
export interface Command {
  name: string;
  /** What follows `thrust` in its usage line. */
  usage: string;
  /** A sentence without a full stop. */
  summary: string;
  /** What its help says beside the options. */
  details: string;
  /** How many arguments it takes, `table=count` ones not counted. */
  arguments: { least: number; most: number };
  /** Whether it takes `table=count` arguments. */
  counts: boolean;
}

export const COMMANDS = [
  {
    name: "run",
    usage: "[run] Genfile.toml [TABLE=COUNT …]",
    summary: "Make the rows and write them where the Genfile says",
    details:
      "With TABLE=COUNT arguments only these tables are written, each with that many rows. " +
      "Data goes to standard output only when asked for (--to -); everything else goes to standard error.",
    arguments: { least: 1, most: 1 },
    counts: true,
  },
  {
    name: "check",
    usage: "check Genfile.toml [TABLE=COUNT …]",
    summary: "Validate a Genfile and show the plan; nothing is written",
    details:
      "Shows the tables in load order with rows, estimated bytes and chunks, then the target, lanes and warnings. " +
      "It takes the options of run, and shows the plan of a run with them.",
    arguments: { least: 1, most: 1 },
    counts: true,
  },
  {
    name: "preview",
    usage: "preview Genfile.toml [TABLE] [-n 10] [--at ROW]",
    summary: "Show rows as an aligned table; nothing is written",
    details:
      "Without TABLE, every table that a run would write. Any row can be seen, however far: it is computed alone. " +
      "NULL is shown as ∅; columns in parentheses are hidden ones.",
    arguments: { least: 1, most: 2 },
    counts: false,
  },
  {
    name: "verify",
    usage: "verify Genfile.toml [--to WHERE] [--sample N] [TABLE=COUNT …]",
    summary: "Prove every promise of a Genfile on what is in its target",
    details:
      "Reads the target (PostgreSQL, SQLite, files) and compares rows, keys, references, NULLs, ranges, distributions " +
      "and every value, recomputed, with what the Genfile says; names the first rows that differ. " +
      "It takes the options of the run that it verifies. Status 1: something is broken.",
    arguments: { least: 1, most: 1 },
    counts: true,
  },
  {
    name: "explain",
    usage: "explain Genfile.toml TABLE.COLUMN [--at ROW]",
    summary: "Tell how a value comes about, back to the rows it refers to",
    details:
      "Shows the column as written, its generator with all parameters and where they come from, its type, its address, " +
      "and for one row (the first, or --at ROW) the value, the values it was made from, and the rows those were read from.",
    arguments: { least: 2, most: 2 },
    counts: false,
  },
  {
    name: "generators",
    usage: "generators [NAME]",
    summary: "List the generators; of one, its parameters and samples",
    details: "The samples are made by the generator as it is called.",
    arguments: { least: 0, most: 1 },
    counts: false,
  },
  {
    name: "schema",
    usage: "schema",
    summary: "Print the JSON Schema of Genfiles, for editors",
    details:
      "Draft 2020-12. Write it to a file, and name that in a Genfile's first line: #:schema ./genfile.schema.json",
    arguments: { least: 0, most: 0 },
    counts: false,
  },
] as const satisfies readonly Command[];

export type CommandName = (typeof COMMANDS)[number]["name"];

/** An option of the command line. */
export interface Flag {
  /** Without the dashes. */
  name: string;
  /** A single letter. */
  short?: string;
  /** What stands for the value in help; absent: the option is a switch. */
  value?: string;
  doc: string;
  /** The commands it applies to; absent: all of them. */
  commands?: readonly CommandName[];
}

const OF_A_RUN: readonly CommandName[] = ["run", "check", "verify"];
const OF_WORKERS: readonly CommandName[] = ["run", "check"];
const OF_VALUES: readonly CommandName[] = [
  ...["run", "check", "preview", "verify", "explain"] as const,
];

export const FLAGS = [
  {
    name: "to",
    value: "WHERE",
    doc:
      "postgres://…, sqlite:FILE, a directory, a path with {table}, a file, - (standard output) or null (nowhere)",
    commands: OF_A_RUN,
  },
  {
    name: "format",
    value: "NAME",
    doc: "csv, tsv, ndjson, json or sql",
    commands: OF_A_RUN,
  },
  {
    name: "mode",
    value: "MODE",
    doc:
      "create (refuse what holds rows), append, truncate (empty first) or replace",
    commands: OF_A_RUN,
  },
  {
    name: "rows",
    value: "N|t=N,u=M",
    doc: "Rows of every table that has rows, or of some",
    commands: OF_VALUES,
  },
  {
    name: "scale",
    value: "FACTOR",
    doc: "Multiply the rows of every table that has rows; at least 1 is left",
    commands: OF_VALUES,
  },
  {
    name: "seed",
    value: "TEXT",
    doc: "Another seed gives other values; random asks for a new one",
    commands: OF_VALUES,
  },
  {
    name: "now",
    value: "TIME",
    doc: "The time that the run takes for now, in ISO 8601",
    commands: OF_VALUES,
  },
  {
    name: "only",
    value: "t,u",
    doc: "Write these tables only",
    commands: OF_A_RUN,
  },
  {
    name: "workers",
    value: "N",
    doc: "Source workers; the values are the same for any number",
    commands: OF_WORKERS,
  },
  {
    name: "batch",
    value: "N",
    doc: "Records in a write, or in a database's transaction",
    commands: OF_WORKERS,
  },
  {
    name: "connections",
    value: "N",
    doc:
      "Connections to a PostgreSQL server, at most one for each source worker (default: 2)",
    commands: OF_WORKERS,
  },
  {
    name: "progress",
    value: "KIND",
    doc: "How progress is shown on standard error: auto, plain, json or none",
    commands: ["run"],
  },
  {
    name: "quiet",
    short: "q",
    doc: "No progress and no summary; errors are still shown",
    commands: ["run"],
  },
  {
    name: "sample",
    value: "N",
    doc:
      "Compare N rows of each table, found by their keys, instead of all; in databases (files are always read whole)",
    commands: ["verify"],
  },
  {
    name: "json",
    doc: "Show the verdicts as one JSON object",
    commands: ["verify"],
  },
  {
    name: "count",
    short: "n",
    value: "N",
    doc: "How many rows to show (10)",
    commands: ["preview"],
  },
  {
    name: "at",
    value: "ROW",
    doc: "The first row to show, from 0",
    commands: ["preview", "explain"],
  },
  { name: "help", short: "h", doc: "Show this help" },
  { name: "version", short: "V", doc: "Show the version" },
] as const satisfies readonly Flag[];

export type FlagName = (typeof FLAGS)[number]["name"];

/** The options that apply to a command. */
export function flagsOf(command: CommandName): readonly Flag[] {
  return (FLAGS as readonly Flag[]).filter((flag) =>
    flag.commands === undefined || flag.commands.includes(command)
  );
}
