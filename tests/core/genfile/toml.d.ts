// The part of @std/toml that tests need.
export function parse(text: string): Record<string, unknown>;
export function stringify(value: Record<string, unknown>): string;
