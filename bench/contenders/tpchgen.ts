// tpchgen-cli (Rust, from PyPI): the table lineitem of TPC-H as CSV, with one thread.
import { join } from "node:path";
import { type Contender, install } from "./contender.ts";

const VERSION = "4.0.0";
/** Rows of lineitem in scale 1. */
const SCALE_ROWS = 6_001_215;

export function tpchgen(folder: string): Contender {
  install(["python3", "-m", "venv", "venv"], folder);
  const pip = [join(folder, "venv/bin/pip"), "install", "--quiet"];
  install([...pip, `tpchgen-cli==${VERSION}`], folder);
  return {
    name: "tpchgen-cli",
    version: VERSION,
    against: "lineitem",
    rows: SCALE_ROWS,
    command: () => [
      ...[join(folder, "venv/bin/tpchgen-cli"), "csv", "-s", "1"],
      ...["--tables=lineitem", "--stdout", "--num-threads", "1"],
    ],
  };
}
