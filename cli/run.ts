// `thrust Genfile.toml`: makes the rows, shows how far it is, and says in the end what it has done.
import process from "node:process";
import {
  type Progress,
  progressDisplay,
  type ProgressKind,
} from "./progress.ts";
import { INTERRUPTED_STATUS, listenForSignals } from "./signals.ts";
import { summaryJson, summaryText } from "./summary.ts";
import { TemporaryFiles } from "../core/run/temporary_files.ts";
import { runPlan } from "../engine.ts";
import { type CommandLine, invalid, orNearest } from "./command_line.ts";
import { loadPlan } from "./load_plan.ts";
import { isTerminal, note } from "./output.ts";

const PROGRESS = ["auto", "plain", "json", "none"] as const;
type ProgressOption = (typeof PROGRESS)[number];

export async function runGenfile(line: CommandLine): Promise<number> {
  const progress = progressOption(line);
  const quiet = line.options.has("quiet");
  const { plan, warnings } = await loadPlan(line);
  if (!quiet && progress !== "json") note(warnings);

  const interrupt = new AbortController();
  const temporary = new TemporaryFiles();
  const stopListening = listenForSignals(interrupt, temporary, (sentence) => {
    if (!quiet) note(`${sentence}\n`);
  });
  const display = displayFor(quiet ? "none" : progress);
  try {
    const result = await runPlan(plan, {
      signal: interrupt.signal,
      temporary,
      onProgress: (snapshot) => display.update(snapshot),
    }).finally(() => display.end());
    if (result.outcome === "output closed") return 0;
    if (!quiet) {
      const summary = progress === "json" ? summaryJson : summaryText;
      note(summary(plan, result));
    }
    return result.outcome === "interrupted" ? INTERRUPTED_STATUS : 0;
  } finally {
    stopListening();
  }
}

function progressOption({ options }: CommandLine): ProgressOption {
  const asked = options.get("progress") ?? "auto";
  const option = PROGRESS.find((one) => one === asked);
  if (option !== undefined) return option;
  throw invalid(
    `--progress must be auto, plain, json or none, not "${asked}"` +
      orNearest(asked, PROGRESS),
  );
}

function displayFor(option: ProgressOption): Progress {
  return progressDisplay(option === "auto" ? usualDisplay() : option, {
    write: note,
    size: () => {
      const { columns, rows } = process.stderr;
      return { columns, rows };
    },
  });
}

function usualDisplay(): ProgressKind {
  const isLive = isTerminal("stderr") && process.env.TERM !== "dumb";
  return isLive ? "live" : "plain";
}
