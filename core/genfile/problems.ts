// Collects what is wrong, so that all of it can be told at once, in the order of the file.
import type { Diagnostic, Place } from "../diagnostic.ts";

export class Problems {
  readonly #found: Diagnostic[] = [];
  #errors = 0;

  get errors(): number {
    return this.#errors;
  }

  /** @param place Undefined where it is about the command line or the file as a whole. */
  error(place: Place | undefined, message: string, hint?: string): void {
    this.#errors++;
    this.#add("error", place, message, hint);
  }

  warning(place: Place | undefined, message: string, hint?: string): void {
    this.#add("warning", place, message, hint);
  }

  /** All that was found: what has no place first, the rest in the order of the file. */
  sorted(): Diagnostic[] {
    return this.#found.toSorted((a, b) =>
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0)
    );
  }

  #add(
    severity: Diagnostic["severity"],
    place: Place | undefined,
    message: string,
    hint: string | undefined,
  ): void {
    this.#found.push({
      severity,
      message,
      ...(place !== undefined && { place }),
      ...(hint !== undefined && { hint }),
    });
  }
}
