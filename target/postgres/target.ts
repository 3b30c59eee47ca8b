// The target that fills tables of a PostgreSQL server: each target worker through a connection of its own, in batches
// that are COPYs. Worker 0 makes the tables ready before the others come, and adds keys when all rows are there.
import process from "node:process";
import type { Counters } from "../../core/run/counters.ts";
import { ThrustError } from "../../core/errors.ts";
import type { Wire } from "../../core/format.ts";
import type { Kept } from "../../core/run/kept.ts";
import { type Plan, type TablePlan, writtenTables } from "../../core/plan.ts";
import type { Opening, Supply, Target, Temporary } from "../target.ts";
import { Batch } from "./batch.ts";
import { findTables } from "./catalogue.ts";
import { Connection } from "./connection.ts";
import {
  type AsideKey,
  putBack,
  putBackUnchecked,
  referredTables,
} from "./foreign_keys.ts";
import { endLane, Intake } from "./intake.ts";
import { addKeys, analyze, dropEmpty, moveSequences } from "./keys.ts";
import { readSettings } from "./settings.ts";
import { readyTables } from "./tables.ts";

/** Milliseconds between two looks at whether the other connections have filled a table that this one refers to. */
const LOOK = 20;
/** Milliseconds that an opening or a fill gets to end once the run has failed. */
const PATIENCE = 1000;

export function postgresTarget(plan: Plan): Target {
  return new PostgresTarget(plan);
}

class PostgresTarget implements Target {
  readonly #plan: Plan;
  readonly #tables: TablePlan[];
  /** Rows that are in the server's tables by this worker's doing. */
  readonly #kept = new Map<string, number>();
  #connection: Connection | undefined;
  #wire: Wire = new Map();
  #created: ReadonlySet<string> = new Set();
  #aside: AsideKey[] = [];
  /** For each table, the numbers of those that must be whole before it is begun. */
  #waitsFor: number[][] = [];
  #isFirst = false;
  /** What the target is at. */
  #busy: Promise<unknown> | undefined;
  #batch: Batch | undefined;
  #stopped = false;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#tables = writtenTables(plan);
  }

  open(
    _announce: (made: Temporary) => void,
    { wire }: Opening,
  ): Promise<Wire> {
    return this.#keepsBusy(this.#open(wire));
  }

  async #open(wire: Wire | undefined): Promise<Wire> {
    const connection = this.#connection = await this.#connect();
    if (this.#stopped) await connection.close();
    this.#orStopped();
    this.#wire = wire ?? await this.#ready(connection);
    this.#waitsFor = referredTables(
      this.#tables,
      await findTables(connection, this.#tables),
    );
    return this.#wire;
  }

  async #ready(connection: Connection): Promise<Wire> {
    const ready = await readyTables(connection, this.#plan);
    this.#created = ready.created;
    this.#aside = ready.aside;
    this.#isFirst = true;
    return ready.wire;
  }

  fill(supply: Supply): Promise<void> {
    return this.#keepsBusy(this.#fill(supply));
  }

  #keepsBusy<T>(promise: Promise<T>): Promise<T> {
    this.#busy = promise;
    return promise;
  }

  async #fill({ lanes, numbers, counters, target }: Supply): Promise<void> {
    for (const [index, table] of this.#tables.entries()) {
      await this.#whenReferredAreWhole(table, index, counters);
      const intake = new Intake(
        lanes,
        numbers,
        table.rows,
        this.#plan.workers,
      );
      counters.begin(target, index);
      while (intake.left > 0) {
        const { rows, bytes } = await this.#copyBatch(table, intake);
        counters.wrote(target, index, rows, bytes);
        this.#kept.set(table.name, (this.#kept.get(table.name) ?? 0) + rows);
      }
      counters.end(target, index);
    }
    for (const lane of lanes) await endLane(lane);
  }

  /** Brings a batch of a table's records to the server, as they come. */
  async #copyBatch({ name }: TablePlan, intake: Intake): Promise<Batch> {
    const most = Math.min(this.#plan.output.batch, intake.left);
    // Rows first: while a statement waits for some, nobody else can change the table.
    await this.#connection!.orLoss(filling(name), intake.whenReady(), {
      table: name,
    });
    this.#orStopped();
    const wire = this.#wire.get(name)!;
    const batch = await Batch.begin(this.#connection!, name, wire);
    this.#batch = batch;
    while (batch.rows < most) {
      this.#orStopped();
      const piece = intake.tryTake(most - batch.rows);
      if (piece === undefined) await batch.wait(intake.whenReady());
      else await batch.add(piece);
    }
    await batch.commit();
    this.#batch = undefined;
    return batch;
  }

  /** Other connections may still be at work on a table whose rows the server asks for when it gets those of this one. */
  async #whenReferredAreWhole(
    { name }: TablePlan,
    index: number,
    counters: Counters,
  ): Promise<void> {
    const targets = Math.min(this.#plan.output.connections, this.#plan.workers);
    const areWhole = () =>
      this.#waitsFor[index].every((referred) => {
        let rows = 0;
        for (let target = 0; target < targets; target++) {
          rows += counters.written(target, referred).rows;
        }
        return rows === this.#tables[referred].rows;
      });
    while (!areWhole()) {
      this.#orStopped();
      await this.#connection!.orLoss(filling(name), pause(LOOK));
    }
  }

  #orStopped(): void {
    if (!this.#stopped) return;
    throw new ThrustError("INTERRUPTED", "Cannot go on: the run has stopped");
  }

  async commit(): Promise<void> {
    const connection = this.#connection!;
    if (this.#isFirst) {
      await addKeys(connection, this.#plan, this.#created);
      await putBack(connection, this.#aside);
      this.#aside = [];
      for (const [table, { columns }] of this.#wire) {
        if (!this.#created.has(table)) {
          await moveSequences(connection, table, columns);
        }
      }
      await analyze(connection, this.#tables.map(({ name }) => name));
    }
    await connection.close();
  }

  async rollback(): Promise<Kept> {
    this.#stopped = true;
    const connection = this.#connection;
    if (connection === undefined) return this.#kept;
    await this.#batch?.abort();
    // It ends by itself, for the rings are aborted too; unless the server makes it wait for others.
    await Promise.race([this.#busy?.catch(() => {}), pause(PATIENCE)]);
    await this.#tidy(connection);
    await connection.close();
    return this.#kept;
  }

  /** Leaves the tables as they were, but for the rows that stay; where the connection is lost, through another one. */
  async #tidy(connection: Connection): Promise<void> {
    const created = this.#kept.size === 0 ? [...this.#created] : [];
    if (this.#aside.length + created.length === 0) return;
    const open = connection.lost ? await attempt(this.#connect()) : connection;
    if (open === undefined) return;
    await attempt(putBackUnchecked(open, this.#aside));
    // Tables that another connection has filled stay.
    await attempt(dropEmpty(open, created));
    if (open !== connection) await open.close();
  }

  #connect(): Promise<Connection> {
    return Connection.open(
      readSettings(this.#plan.output.url!, process.env),
    );
  }
}

/** For what is done because something has failed already: that this fails as well is no news. */
async function attempt<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch {
    return undefined;
  }
}

function filling(table: string): string {
  return `fill table "${table}"`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
