// A page of the documentation as its readers use it: Genfiles to copy, commands to type, and what those print.

/** A fenced block of a page. */
export interface Block {
  /** `toml`, `console` …; empty where none is said. */
  language: string;
  text: string;
  /** Line of the opening fence, from 1. */
  line: number;
  /** Why it is not run, where a comment before it says so: `<!-- not run: needs Docker -->`. */
  notRun?: string;
  /** Whether it is there to be refused: `<!-- wrong on purpose -->`. */
  wrong: boolean;
  /** Whether the page's columns stand at its end: `<!-- the columns below stand at its end -->`. */
  around: boolean;
}

export function blocksOf(page: string): Block[] {
  const lines = page.split("\n");
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const fence = /^(`{3,})(\w*)/.exec(lines[i]);
    if (fence === null) continue;
    const end = lines.indexOf(fence[1], i + 1);
    let before = i - 1;
    while (before >= 0 && lines[before].trim() === "") before--;
    blocks.push({
      language: fence[2],
      text: lines.slice(i + 1, end).join("\n") + "\n",
      line: i + 1,
      notRun: /^<!-- not run: (.+) -->$/.exec(lines[before] ?? "")?.[1],
      wrong: lines[before] === "<!-- wrong on purpose -->",
      around: lines[before] === "<!-- the columns below stand at its end -->",
    });
    i = end;
  }
  return blocks;
}

/** The name that a Genfile's first line gives it: `# shop.toml`. */
export function fileName({ text }: Block): string | undefined {
  return /^# ([\w./-]+\.\w+)\n/.exec(text)?.[1];
}

/** A fragment of a Genfile, with as much around it as makes it whole; columns stand at the end of `around`. */
export function wholeGenfile(
  text: string,
  around = "version = 1\n[table.t]\nrows = 10\n[table.t.columns]\n",
): string {
  const version = /^version\b/m.test(text) ? "" : "version = 1\n";
  if (/^\[+table\./m.test(text)) return version + text;
  if (version === "" || /^\[/m.test(text)) {
    return `${version}${text}\n[table.t]\nrows = 10\n[table.t.columns]\nid = "sequence"\n`;
  }
  return around + text;
}

/** A command of a console block, and the lines that it is said to print. */
export interface Command {
  command: string;
  prints: string[];
}

export function commandsOf({ text }: Block): Command[] {
  const commands: Command[] = [];
  for (const line of text.replace(/\n$/, "").split("\n")) {
    if (line.startsWith("$ ")) {
      commands.push({ command: line.slice(2), prints: [] });
    } else if (commands.at(-1)?.command.endsWith("\\")) {
      commands.at(-1)!.command += `\n${line}`;
    } else {
      commands.at(-1)?.prints.push(line);
    }
  }
  return commands;
}

/** Times, rates and sizes differ from run to run: of lines that tell them only the words are compared. */
const MEASURED = /rows\/s|peak memory|\d (?:ms|s)\b|\d s\)| \d+%/;

function masked(line: string): string {
  const text = line.trimEnd();
  // How often a worker waits, and how many there are, is the machine's matter.
  const own = /^(waits:|lanes\s)/.exec(text);
  if (own !== null) return own[1].trim();
  if (!MEASURED.test(text)) return text;
  return text.replace(/[\d.,]+ (?:[kMG]?B|m?s)\b/g, "#").replace(
    /\d[\d.,]*/g,
    "#",
  )
    .replace(/\s+/g, " ").trim();
}

/** A line of progress, which a run that takes long prints: `0:03 orders: 2,571,264 of 3,000,000 rows (85%), …`. */
const PROGRESS = /^\d+:\d\d \S.*: [\d,]+ of [\d,]+ rows \(\d+%\), /;

/**
 * Whether what was printed is what the page says; a line `…` stands for any lines. Gives the first line that is not.
 */
export function difference(
  said: readonly string[],
  all: readonly string[],
): string | undefined {
  const printed = all.filter((line) => !PROGRESS.test(line));
  // A table with rates has a head without numbers, whose columns are as wide as those.
  const measured = said.some((line) => MEASURED.test(line));
  const plain = (line: string) =>
    measured ? masked(line).replace(/\s+/g, " ").trim() : masked(line);
  let at = 0;
  for (const [i, line] of said.entries()) {
    if (line.trim() === "…") {
      const next = said[i + 1];
      if (next === undefined) return undefined;
      while (at < printed.length && plain(printed[at]) !== plain(next)) at++;
      continue;
    }
    if (at >= printed.length || plain(line) !== plain(printed[at])) {
      return `said:    ${line}\nprinted: ${printed[at] ?? "nothing more"}`;
    }
    at++;
  }
  if (at < printed.length) return `printed as well: ${printed[at]}`;
  return undefined;
}
