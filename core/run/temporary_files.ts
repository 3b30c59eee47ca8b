// Files that exist only while a run is at work. Whoever ends the run early, for whatever reason, removes them.
import { rmdirSync, rmSync } from "node:fs";

/** The temporary files of a run, and the directories made for them. */
export class TemporaryFiles {
  readonly #files = new Set<string>();
  readonly #directories = new Set<string>();

  add(made: { files: string[]; directories: string[] }): void {
    for (const file of made.files) this.#files.add(file);
    for (const directory of made.directories) this.#directories.add(directory);
  }

  /** Removes the files that still have their temporary names, and the directories that are empty then. */
  remove(): void {
    for (const file of this.#files) {
      attempt(() => rmSync(file, { force: true }));
    }
    const deepestFirst = [...this.#directories].sort((a, b) =>
      b.length - a.length
    );
    for (const directory of deepestFirst) attempt(() => rmdirSync(directory));
    this.#files.clear();
    this.#directories.clear();
  }
}

/** What cannot be removed stays: the run has ended already, and its own outcome is what counts. */
function attempt(removal: () => void): void {
  try {
    removal();
  } catch (thrown) {
    if (!(thrown instanceof Error && "code" in thrown)) throw thrown;
  }
}
