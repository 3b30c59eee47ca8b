// The part of @std/cli/parse-args that thrust uses; npm's build of the library comes without types.
export function parseArgs(args: string[], options: {
  string: string[];
  boolean: string[];
  collect: string[];
  alias: Record<string, string>;
  unknown(argument: string, key?: string): boolean;
}): { _: (string | number)[] } & Record<string, unknown>;
