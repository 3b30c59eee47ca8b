// Takes the records of one table from all lanes of a target, whatever is there first, and knows which rows they are.
import { ThrustError } from "../../core/errors.ts";
import { CHUNK_ROWS, laneRows } from "../../core/plan.ts";
import type { RingReader, Run } from "../../core/ring/ring_buffer.ts";

/** Records of one lane that follow one another. */
export interface Piece {
  run: Run;
  /** Frees the run's place; what it pointed at is then overwritten. */
  release(): void;
  /** The row of the run's record `i`. */
  rowOf(i: number): number;
}

/** A lane of the table: its reader, its number, and how far it is. */
interface Lane {
  reader: RingReader;
  number: number;
  taken: number;
  left: number;
  /** While something waits for the lane. */
  ready: Promise<void> | undefined;
}

export class Intake {
  readonly #lanes: Lane[];
  readonly #count: number;

  /**
   * @param rows Rows of the table in all lanes of the run.
   * @param count How many lanes the run has.
   */
  constructor(
    readers: readonly RingReader[],
    numbers: readonly number[],
    rows: number,
    count: number,
  ) {
    this.#count = count;
    this.#lanes = readers.map((reader, i) => ({
      reader,
      number: numbers[i],
      taken: 0,
      left: laneRows(rows, numbers[i], count),
      ready: undefined,
    }));
  }

  /** Records that are yet to come. */
  get left(): number {
    return this.#lanes.reduce((sum, { left }) => sum + left, 0);
  }

  /** Takes at most `max` records of some lane; undefined where there are none yet. */
  tryTake(max: number): Piece | undefined {
    for (const lane of this.#lanes) {
      if (lane.left === 0 || lane.ready !== undefined) continue;
      const run = lane.reader.tryTake(Math.min(max, lane.left));
      if (run !== undefined) return this.#pieceOf(lane, run);
    }
    return undefined;
  }

  /** Resolves once there may be something to take. */
  async whenReady(): Promise<void> {
    const waiting = this.#lanes.filter(({ left }) => left > 0);
    await Promise.race(
      waiting.map((lane) =>
        lane.ready ??= lane.reader.whenReady().finally(() => {
          lane.ready = undefined;
        })
      ),
    );
  }

  #pieceOf(lane: Lane, run: Run): Piece {
    const first = lane.taken;
    lane.taken += run.count;
    lane.left -= run.count;
    return {
      run,
      release: () => lane.reader.release(run),
      rowOf: (i) => {
        const record = first + i;
        const chunk = Math.floor(record / CHUNK_ROWS) * this.#count +
          lane.number;
        return chunk * CHUNK_ROWS + record % CHUNK_ROWS;
      },
    };
  }
}

/** Sees a lane to its end. */
export async function endLane(lane: RingReader): Promise<void> {
  if (await lane.takeAsync(1) !== undefined) {
    throw new ThrustError(
      "WORKER_FAILED",
      "Cannot finish the run: a source worker made more rows than planned",
    );
  }
  lane.close();
}
