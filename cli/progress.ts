// Shows how far a run is: when to write, and how a terminal is redrawn in place. The words are progress_text.ts's.
import {
  jsonLine,
  liveLines,
  plainLine,
  type ScreenSize,
} from "./progress_text.ts";
import type { Snapshot } from "../core/run/snapshot.ts";

const PROGRESS_KINDS = ["live", "plain", "json", "none"] as const;
export type ProgressKind = (typeof PROGRESS_KINDS)[number];

/** Where progress is written. */
export interface Screen {
  write(text: string): void;
  /** Asked at each drawing: terminals are resized. */
  size(): ScreenSize;
}

/** What a run shows itself on. */
export interface Progress {
  /** As often as there is news; whether to write is the display's decision. */
  update(snapshot: Snapshot): void;
  /** After the last update, whatever the outcome: leaves the cursor at the beginning of a line. */
  end(): void;
}

/** Seconds between two lines. */
const PLAIN_INTERVAL = 3;
const JSON_INTERVAL = 1;

export function progressDisplay(kind: ProgressKind, screen: Screen): Progress {
  switch (kind) {
    case "live":
      return new LiveDisplay(screen);
    case "plain":
      return new LineDisplay(screen, PLAIN_INTERVAL, plainLine);
    case "json":
      return new LineDisplay(screen, JSON_INTERVAL, jsonLine);
    case "none":
      return { update: () => {}, end: () => {} };
  }
}

/**
 * Redraws its lines in place.
 *
 * The cursor stays visible and always rests below the lines, so that nothing has to be put right however the program
 * ends. Each drawing is one write: no flicker.
 */
class LiveDisplay implements Progress {
  readonly #screen: Screen;
  #drawn = 0;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  update(snapshot: Snapshot): void {
    const lines = liveLines(snapshot, this.#screen.size());
    const up = this.#drawn === 0 ? "" : `\x1b[${this.#drawn}A`;
    const clearLine = "\x1b[K";
    const clearBelow = "\x1b[J";
    this.#screen.write(
      `${up}\r${
        lines.map((line) => `${line}${clearLine}\n`).join("")
      }${clearBelow}`,
    );
    this.#drawn = lines.length;
  }

  /** Takes the lines away: the summary says it all again. */
  end(): void {
    if (this.#drawn > 0) this.#screen.write(`\x1b[${this.#drawn}A\r\x1b[J`);
    this.#drawn = 0;
  }
}

/** Adds a line every few seconds. */
class LineDisplay implements Progress {
  readonly #screen: Screen;
  readonly #interval: number;
  readonly #render: (snapshot: Snapshot) => string;
  #next: number;

  constructor(
    screen: Screen,
    interval: number,
    render: (snapshot: Snapshot) => string,
  ) {
    this.#screen = screen;
    this.#interval = interval;
    this.#render = render;
    this.#next = interval;
  }

  update(snapshot: Snapshot): void {
    if (snapshot.seconds < this.#next) return;
    this.#next = snapshot.seconds + this.#interval;
    this.#screen.write(`${this.#render(snapshot)}\n`);
  }

  end(): void {}
}
