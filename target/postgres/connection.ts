// One connection to a server. It is lost once and for all: nothing is sent again, because nobody knows what arrived.
import type { Socket } from "node:net";
import type postgres from "postgres";
import { type ErrorFields, ThrustError } from "../../core/errors.ts";
import { Copy } from "./copy.ts";
import { takeAll } from "./copy_out.ts";
import {
  connectFailure,
  lostFailure,
  rejectionFailure,
  rejectionOf,
} from "./failure.ts";
import { serverName, type Settings } from "./settings.ts";
import { type LastWords, openSocket } from "./socket.ts";

/** Seconds that an end waits for what is under way. */
const PATIENCE = 1;

type Session = Awaited<ReturnType<ReturnType<typeof postgres>["reserve"]>>;

export class Connection {
  /** As messages name it. */
  readonly server: string;
  readonly #pool: ReturnType<typeof postgres>;
  readonly #session: Session;
  readonly #socket: Socket;
  readonly #lastWords: LastWords;
  #lost = false;
  #closing = false;
  #running: { cancel(): void } | undefined;
  /** Ends the one thing that is waited for when the connection is lost. */
  #onLoss: (() => void) | undefined;

  private constructor(
    server: string,
    pool: ReturnType<typeof postgres>,
    session: Session,
    socket: Socket,
    lastWords: LastWords,
  ) {
    this.server = server;
    this.#pool = pool;
    this.#session = session;
    this.#socket = socket;
    this.#lastWords = lastWords;
  }

  /** @throws {ThrustError} If there is no connection to be had. */
  static async open(settings: Settings): Promise<Connection> {
    // Loaded when it is needed: most runs write files.
    const { default: postgres } = await import("postgres");
    const server = serverName(settings);
    const lastWords: LastWords = {};
    let connection: Connection | undefined;
    let socket: Socket | undefined;
    let attempts = 0;
    const pool = postgres(
      {
        ...OPTIONS,
        host: settings.host,
        port: settings.port,
        username: settings.user,
        password: settings.password ?? "",
        database: settings.database,
        connect_timeout: settings.connectTimeout,
        connection: {
          application_name: settings.applicationName,
          // What text a value is, and what a text means, must not depend on the server's or the role's settings.
          TimeZone: "UTC",
          DateStyle: "ISO, YMD",
          IntervalStyle: "postgres",
          extra_float_digits: "3",
          // Compiling the questions about the catalogue takes longer than answering them.
          jit: "off",
          ...(settings.options !== undefined && { options: settings.options }),
        },
        socket: async () => {
          // postgres.js would try for ever where a server hangs up without a word.
          if (++attempts > 1 && connection === undefined) throw HUNG_UP;
          socket = await openSocket(settings, lastWords);
          return socket;
        },
        onclose: () => {
          if (connection !== undefined) connection.#lose();
        },
      } as unknown as Parameters<typeof postgres>[0],
    );
    try {
      // Not `reserve` at once: it would try again behind our back where it fails.
      await pool.unsafe("SELECT 1");
      connection = new Connection(
        server,
        pool,
        await pool.reserve(),
        socket!,
        lastWords,
      );
      return connection;
    } catch (thrown) {
      await pool.end({ timeout: 0 });
      throw connectFailure(server, settings.user, thrown);
    }
  }

  get lost(): boolean {
    return this.#lost;
  }

  /**
   * Runs a statement, or without arguments several.
   *
   * @param doing What it is for, as in `Cannot create table "t" in localhost:5432/shop`.
   * @throws {ThrustError} If the server rejects it or is gone.
   */
  async query<Row = Record<string, unknown>>(
    doing: string,
    text: string,
    args: string[] = [],
    fields: ErrorFields = {},
  ): Promise<Row[]> {
    if (this.#lost) throw this.lossOf(doing, fields);
    const query = this.#session.unsafe(text, args);
    this.#running = query;
    try {
      return await this.orLoss(doing, query, fields) as unknown as Row[];
    } catch (thrown) {
      throw this.#failureOf(doing, thrown, fields);
    } finally {
      this.#running = undefined;
    }
  }

  /** Begins a COPY from here; only one, and nothing beside it, at a time. */
  async copy(
    doing: string,
    text: string,
    fields: ErrorFields,
  ): Promise<Copy> {
    if (this.#lost) throw this.lossOf(doing, fields);
    const query = this.#session.unsafe(text);
    try {
      const stream = await this.orLoss(doing, query.writable(), fields);
      return new Copy(query, stream);
    } catch (thrown) {
      throw this.#failureOf(doing, thrown, fields);
    }
  }

  /** Reads what a COPY to here gives; nothing beside it at a time. */
  async copyOut(
    doing: string,
    text: string,
    fields: ErrorFields,
    take: (piece: Uint8Array) => void,
  ): Promise<void> {
    if (this.#lost) throw this.lossOf(doing, fields);
    const query = this.#session.unsafe(text);
    this.#running = query;
    try {
      const stream = await this.orLoss(doing, query.readable(), fields);
      await this.orLoss(doing, takeAll(stream, take), fields);
      // postgres.js pauses the socket while a piece is taken, and wakes it when the next is asked for: after the last piece
      // nobody asks, and the answer to the next query would not be read.
      this.#socket.resume();
    } catch (thrown) {
      throw this.#failureOf(doing, thrown, fields);
    } finally {
      this.#running = undefined;
    }
  }

  /** Waits for something, or throws as soon as the connection is lost. */
  orLoss<T>(
    doing: string,
    promise: PromiseLike<T>,
    fields: ErrorFields = {},
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const lose = () => reject(this.lossOf(doing, fields));
      if (this.#lost) return lose();
      this.#onLoss = lose;
      promise.then(resolve, reject);
    });
  }

  /** Stops what is running and hangs up. */
  async close(): Promise<void> {
    this.#closing = true;
    if (!this.#lost) {
      this.#running?.cancel();
      this.#session.release();
    }
    await this.#pool.end({ timeout: PATIENCE });
  }

  #failureOf(
    doing: string,
    thrown: unknown,
    fields: ErrorFields,
  ): ThrustError {
    if (thrown instanceof ThrustError) return thrown;
    const rejection = rejectionOf(thrown);
    return rejection === undefined
      ? this.lossOf(doing, fields)
      : rejectionFailure(this.server, doing, rejection, fields);
  }

  #lose(): void {
    this.#lost = true;
    if (!this.#closing) this.#onLoss?.();
  }

  lossOf(doing: string, fields: ErrorFields = {}): ThrustError {
    return lostFailure(this.server, doing, this.#lastWords.message, fields);
  }
}

const HUNG_UP = Object.assign(new Error("the server hung up"), {
  code: "CONNECTION_CLOSED",
});

/** Said in full, so that postgres.js asks neither the environment nor chance. */
const OPTIONS = {
  max: 1,
  ssl: false,
  sslnegotiation: null,
  idle_timeout: null,
  max_lifetime: null,
  max_pipeline: 100,
  backoff: 0,
  keep_alive: 60,
  prepare: false,
  debug: false,
  fetch_types: false,
  no_subscribe: true,
  onnotice: () => {},
};
