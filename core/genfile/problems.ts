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
    this.#errors++; // also where it has been told: whoever asks wants to know whether something is wrong
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
    // What belongs to several columns would be told for each of them.
    const isTold = this.#found.some((one) =>
      one.message === message && place !== undefined &&
      one.place?.line === place.line && one.place.column === place.column
    );
    if (isTold) return;
    this.#found.push({
      severity,
      message,
      ...(place !== undefined && { place }),
      ...(hint !== undefined && { hint }),
    });
  }
}
