// A PostgreSQL of the machine's own, started in a new folder and gone afterwards.

/** Where the newest server's programs are; undefined where there is none. */
export function findPostgres(): string | undefined {
  const found: [version: number, path: string][] = [];
  const root = "/usr/lib/postgresql";
  try {
    for (const { name } of Deno.readDirSync(root)) {
      found.push([Number(name), `${root}/${name}/bin`]);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return found.sort(([a], [b]) => b - a)[0]?.[1];
}

/** The server refuses to run as root: then it runs as the user that its package made. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (Deno.uid() !== 0) return undefined;
  const line = Deno.readTextFileSync("/etc/passwd").split("\n")
    .find((one) => one.startsWith("postgres:"));
  const [, , uid, gid] = line!.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

const decoder = new TextDecoder();

export class Postgres implements AsyncDisposable {
  readonly #bin: string;
  readonly #folder: string;
  readonly #user = serverUser();

  private constructor(bin: string, folder: string) {
    this.#bin = bin;
    this.#folder = folder;
  }

  static async start(bin: string): Promise<Postgres> {
    const folder = await Deno.makeTempDir({ prefix: "thrust-pg-" });
    const server = new Postgres(bin, folder);
    const user = server.#user;
    if (user !== undefined) await Deno.chown(folder, user.uid, user.gid);
    await server.#run("initdb", [
      "-D",
      `${folder}/db`,
      "-U",
      "thrust",
      "-E",
      "UTF8",
      "--locale=C",
      "-N",
    ]);
    await server.#run("pg_ctl", [
      "-D",
      `${folder}/db`,
      "-w",
      "-l",
      `${folder}/log`,
      "-o",
      `-k ${folder} -h '' -F -c timezone=UTC -c datestyle=ISO`,
      "start",
    ]);
    return server;
  }

  /** A file that the server can read. */
  async file(name: string, bytes: Uint8Array): Promise<string> {
    const path = `${this.#folder}/${name}`;
    await Deno.writeFile(path, bytes);
    if (this.#user !== undefined) {
      await Deno.chown(path, this.#user.uid, this.#user.gid);
    }
    return path;
  }

  /** Runs a file of SQL up to the first error, and returns what it prints. */
  psql(path: string): Promise<string> {
    return this.#run("psql", [
      "-X",
      "-q",
      "-A",
      "-t",
      "-v",
      "ON_ERROR_STOP=1",
      "-h",
      this.#folder,
      "-U",
      "thrust",
      "-d",
      "postgres",
      "-f",
      path,
    ]);
  }

  async #run(program: string, args: string[]): Promise<string> {
    // The server that pg_ctl starts would hold a pipe open.
    const pipe = program === "pg_ctl" ? "null" : "piped";
    const output = await new Deno.Command(`${this.#bin}/${program}`, {
      args,
      ...this.#user,
      cwd: this.#folder,
      env: { PGCLIENTENCODING: "UTF8" },
      stdin: "null",
      stdout: pipe,
      stderr: pipe,
    }).output();
    if (!output.success) {
      const reason = pipe === "null"
        ? `see ${this.#folder}/log`
        : decoder.decode(output.stderr);
      throw new TypeError(`Cannot run ${program}: ${reason}`);
    }
    return pipe === "null" ? "" : decoder.decode(output.stdout);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#run("pg_ctl", [
      "-D",
      `${this.#folder}/db`,
      "-m",
      "immediate",
      "stop",
    ]);
    await Deno.remove(this.#folder, { recursive: true });
  }
}
