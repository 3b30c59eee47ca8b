// Where rows go, before the types of the columns are known; and what it is chosen from.
import type { Place } from "../diagnostic.ts";
import type { Format, FormatOptions } from "../format.ts";
import type { TargetSettings } from "../genfile/settings.ts";
import type { TableOutputSpec } from "../genfile/spec.ts";
import type { Overrides } from "../genfile/overrides.ts";
import type { Mode, OutputPlan } from "../plan.ts";

/** An output before the types of the columns are known. */
export interface Output {
  kind: OutputPlan["kind"];
  to: string;
  url?: string;
  format: Format;
  options: FormatOptions;
  mode: Mode;
  batch: number;
  connections: number;
  files: { path: string; tables: OutputPart[] }[];
}

/** A table in a file, or some of its columns. */
export interface OutputPart {
  table: string;
  /** Where it is an output of its own. */
  own?: {
    /** Undefined: all. */
    columns: string[] | undefined;
    format: Format;
    options: FormatOptions;
  };
}

/** A table that is written. */
export interface Written {
  name: string;
  place: Place;
  outputs: readonly TableOutputSpec[];
}

export interface OutputQuestion {
  target: TargetSettings;
  overrides: Overrides;
  /** In load order. */
  tables: readonly Written[];
  formats: ReadonlyMap<string, Format>;
  /** The Genfile and what it reads: never to be written over. */
  inputs: readonly string[];
  /** Source workers: each has a lane. */
  workers: number;
}

/** What `[target]` says of the format. */
export interface Usual {
  format: Format;
  options: FormatOptions;
}
