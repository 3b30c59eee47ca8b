import { assert, assertEquals } from "@std/assert";

/** Where each part of the product may import from, beside itself and packages. */
const EDGES: Record<string, string[]> = {
  "main.ts": ["cli", "deno.json"],
  "cli": ["engine.ts", "workers.ts", "core"],
  "mod.ts": ["engine.ts", "library", "core", "source"],
  "engine.ts": ["workers.ts", "core", "source", "target", "verify"],
  "library": ["core", "source"],
  "workers.ts": ["core"],
  "verify": ["core", "source", "target"],
  "source": ["generators", "dicts", "core"],
  "target": ["core"],
  "generators": ["core"],
  "dicts": ["core"],
  "core": [],
};

/** Where each folder of the core may import from, beside itself and the contracts in `core/`. */
const INSIDE_CORE: Record<string, string[]> = {
  "planning": ["output", "genfile", "dictionaries", "ring", "values"],
  "output": ["genfile", "values"],
  "genfile": ["dictionaries", "expression", "sql", "values"],
  "dictionaries": ["values"],
  "expression": ["values"],
  "run": ["ring"],
  "ring": ["values"],
  "sql": [],
  "wire": [],
  "values": [],
};

/** What generators may see of the core: contracts and pure building blocks. */
const GENERATORS_SEE =
  /^core\/(errors\.ts|generators?\.ts|kind_names\.ts|parameters\.ts|value_type\.ts|expression\/(expression|convert)\.ts|values\/.+)$/;

/** Start-up must stay fast: what runs before it is known whether anything but the version is asked for… */
const LIGHTEST = [
  "main.ts",
  "deno.json",
  "cli/version.ts",
  "cli/output.ts",
  "core/errors.ts",
  "core/runtime.ts",
  "core/write_all.ts",
];

/** …and before a command is known. */
const LIGHT = [
  "cli/run_command_line.ts",
  "cli/command_line.ts",
  "cli/commands.ts",
  "cli/help.ts",
  "cli/output.ts",
  "core/errors.ts",
  "core/passwords.ts",
  "core/runtime.ts",
  "core/values/nearest.ts",
  "core/write_all.ts",
];

/** The one file that may know which runtime this is. */
const RUNTIME = "core/runtime.ts";

const ROOT = new URL("../", import.meta.url);

interface Import {
  from: string;
  /** A path from the root, or a package's name. */
  to: string;
  dynamic: boolean;
}

async function* sources(folder = ""): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(new URL(folder || ".", ROOT))) {
    const path = folder + entry.name;
    if (entry.isDirectory && part(path) in EDGES) yield* sources(`${path}/`);
    if (entry.isFile && /(?<!\.d)\.ts$/.test(path) && part(path) in EDGES) {
      yield path;
    }
  }
}

function part(path: string): string {
  return path.split("/")[0];
}

async function importsOf(from: string): Promise<Import[]> {
  const text = await Deno.readTextFile(new URL(from, ROOT));
  const code = text.replace(/^\s*(\/\/|\*).*$/gm, "");
  const found = code.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;="'`]*?(?:\bfrom\s*)?"([^"]+)"|\bimport\(\s*"([^"]+)"/g,
  );
  return [...found].map(([, fixed, dynamic]) => {
    const to = fixed ?? dynamic;
    const path = to.startsWith(".")
      ? new URL(to, new URL(from, ROOT)).href.slice(ROOT.href.length)
      : to;
    return { from, to: path, dynamic: fixed === undefined };
  });
}

async function allImports(): Promise<Import[]> {
  const all: Import[] = [];
  for await (const path of sources()) all.push(...await importsOf(path));
  return all;
}

Deno.test("imports flow one way", async () => {
  const imports = await allImports();
  assert(imports.length > 100);
  const wrong = imports.filter(({ from, to }) => {
    const local = part(to) in EDGES || to === "deno.json";
    const allowed = [part(from), ...EDGES[part(from)]];
    return local && !allowed.includes(part(to));
  });
  assertEquals(wrong, []);
});

Deno.test("the folders of the core stand on each other one way", async () => {
  const folder = (path: string) => /^core\/(\w+)\//.exec(path)?.[1];
  const wrong = (await allImports()).filter(({ from, to }) => {
    const [a, b] = [folder(from), folder(to)];
    return a !== undefined && b !== undefined && a !== b &&
      !INSIDE_CORE[a].includes(b);
  });
  assertEquals(wrong, []);
});

Deno.test("generators see contracts and pure building blocks only", async () => {
  const seen = (await allImports()).filter(({ from, to }) =>
    part(from) === "generators" && part(to) === "core"
  );
  assert(seen.length > 10);
  assertEquals(seen.filter(({ to }) => !GENERATORS_SEE.test(to)), []);
});

/** All that a module loads with it. */
async function loadedWith(module: string): Promise<string[]> {
  const loaded = new Set([module]);
  for (const path of loaded) {
    if (!path.endsWith(".ts")) continue;
    for (const { to, dynamic } of await importsOf(path)) {
      if (!dynamic && (part(to) in EDGES || to === "deno.json")) loaded.add(to);
    }
  }
  return [...loaded].sort();
}

Deno.test("help and version load nothing heavy", async () => {
  assertEquals(await loadedWith("main.ts"), LIGHTEST.toSorted());
  const commandLine = await loadedWith("cli/run_command_line.ts");
  assertEquals(commandLine, LIGHT.toSorted());
});

Deno.test("no module loops while it is loaded", async () => {
  // An executable has hundreds of modules in one piece, and an engine that finds a hot loop there compiles all of it.
  for await (const path of sources()) {
    const text = await Deno.readTextFile(new URL(path, ROOT));
    assert(!/^(for|while|do)\b/m.test(text), `${path} has a loop of its own`);
  }
});

Deno.test("the product runs on Web APIs and node: modules alone", async () => {
  for await (const path of sources()) {
    const text = await Deno.readTextFile(new URL(path, ROOT));
    const code = text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, "");
    if (path === RUNTIME) continue;
    assert(
      !/\bDeno\b|\bBun\b/.test(code),
      `${path} uses a runtime's own interface: ${RUNTIME} is the place for it`,
    );
  }
});
