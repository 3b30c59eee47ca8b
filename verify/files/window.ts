// A file read from its beginning to its end through a window that slides over it.
import { closeSync, openSync, readSync } from "node:fs";
import { Buffer } from "node:buffer";
import { attempt } from "../../target/output.ts";

const BLOCK = 4 << 20;

export class Window {
  readonly name: string;
  readonly #fd: number;
  /** What has been read and not yet been passed: `bytes` from `at` to `end`. */
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(BLOCK);
  at = 0;
  end = 0;
  #atEnd = false;
  /** Bytes before the window. */
  #before = 0;

  private constructor(path: string) {
    this.name = JSON.stringify(path);
    this.#fd = attempt("read", this.name, () => openSync(path, "r"));
  }

  /** Reads a file, which is closed afterwards. */
  static through(path: string, read: (window: Window) => void): void {
    const window = new Window(path);
    try {
      read(window);
    } finally {
      closeSync(window.#fd);
    }
  }

  /** Bytes from the file's beginning to `at`. */
  get offset(): number {
    return this.#before + this.at;
  }

  /** Whether nothing is left. */
  get done(): boolean {
    return this.need(1) === 0;
  }

  /** Makes at least `count` bytes stand in the window; gives how many do: fewer where the file ends. */
  need(count: number): number {
    while (this.end - this.at < count && !this.#atEnd) this.#fill(count);
    return this.end - this.at;
  }

  /** Goes past these bytes if they come next. */
  take(bytes: Uint8Array, length = bytes.length): boolean {
    if (this.need(length) < length || !this.isNext(bytes, 0, length)) {
      return false;
    }
    this.at += length;
    return true;
  }

  /** Whether bytes `from` to `to` stand `from` bytes from here. */
  isNext(bytes: Uint8Array, from: number, to: number): boolean {
    const { at } = this;
    return Buffer.compare(
      this.bytes.subarray(at + from, at + to),
      bytes.subarray(from, to),
    ) === 0;
  }

  /** Goes past so many bytes. */
  skip(count: number): void {
    while (count > 0) {
      const there = Math.min(count, this.need(1));
      if (there === 0) return;
      this.at += there;
      count -= there;
    }
  }

  #fill(count: number): void {
    const left = this.end - this.at;
    const room = this.bytes.length;
    if (room - this.at < Math.max(count, BLOCK / 4)) {
      const next = room < 2 * count ? new Uint8Array(2 * count) : this.bytes;
      next.set(this.bytes.subarray(this.at, this.end), 0);
      this.#before += this.at;
      this.bytes = next;
      this.at = 0;
      this.end = left;
    }
    const read = attempt(
      "read",
      this.name,
      () =>
        readSync(
          this.#fd,
          this.bytes,
          this.end,
          this.bytes.length - this.end,
          null,
        ),
    );
    this.end += read;
    if (read === 0) this.#atEnd = true;
  }
}
