// Random expressions against a plain oracle on whole numbers of any size.
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { ThrustError } from "../../../core/errors.ts";
import { reports, Tables } from "../../generators/_tables.ts";

const COLUMNS = `
a = { gen = "int", min = -9, max = 9 }
n = { gen = "int", min = -3, max = 3, null = 0.4 }
big = { gen = "int", min = -4503599627370496, max = 4503599627370495 }
p = { gen = "decimal", min = -50, max = 50, scale = 2, null = 0.2 }
q = { gen = "decimal", min = 0, max = 1, scale = 4 }
`;
const SCALES: Record<string, number> = { a: 0, n: 0, big: 0, p: 2, q: 4 };
const MOST = 15;
const LIMIT = 2n ** 53n;

/** A number in units of 10^-scale, NULL, or none that can be kept. */
type Value = bigint | null | "beyond";
type Truth = boolean | null | "beyond";
type Row = Record<string, Value>;

interface Numeric {
  text: string;
  scale: number;
  isInt: boolean;
  value(row: Row): Value;
}

interface Condition {
  text: string;
  value(row: Row): Truth;
}

function kept(x: bigint): Value {
  return x <= LIMIT && x >= -LIMIT ? x : "beyond";
}

function strict<T>(
  values: (Value | Truth)[],
  make: (...known: bigint[]) => T,
): T | null | "beyond" {
  if (values.includes(null)) return null;
  if (values.includes("beyond")) return "beyond";
  return make(...values as bigint[]);
}

/** By 0 there is nothing, not even of what is beyond 2^53. */
function byZero(operator: string, divisor: Value): boolean {
  return divisor === 0n && (operator === "/" || operator === "%");
}

function finer(x: Value, digits: number): Value {
  return strict([x], (one) => kept(one * 10n ** BigInt(digits))) as Value;
}

function quotient(a: bigint, b: bigint): bigint {
  const size = (x: bigint) => x < 0n ? -x : x;
  const twice = 2n * size(a) / size(b);
  const made = (twice + 1n) / 2n;
  return (a < 0n) !== (b < 0n) ? -made : made;
}

function leaf(name: string): Numeric {
  return {
    text: name,
    scale: SCALES[name],
    isInt: SCALES[name] === 0,
    value: (row) => row[name],
  };
}

function literal([units, scale]: [number, number]): Numeric {
  const size = String(units).padStart(scale + 1, "0");
  const text = scale === 0
    ? String(units)
    : `${size.slice(0, -scale)}.${size.slice(-scale)}`;
  return { text, scale, isInt: scale === 0, value: () => BigInt(units) };
}

function binary(operator: string, x: Numeric, y: Numeric): Numeric {
  const text = `(${x.text} ${operator} ${y.text})`;
  if (operator === "*" && x.scale + y.scale <= MOST) {
    return {
      text,
      scale: x.scale + y.scale,
      isInt: x.isInt && y.isInt,
      value: (row) =>
        strict([x.value(row), y.value(row)], (a, b) => kept(a * b)) as Value,
    };
  }
  if (operator === "/" && !(x.isInt && y.isInt)) {
    const scale = Math.max(x.scale, y.scale, 6);
    const digits = 10n ** BigInt(y.scale - x.scale + scale);
    return {
      text,
      scale,
      isInt: false,
      value(row) {
        const divisor = y.value(row);
        if (byZero(operator, divisor)) return null;
        return strict(
          [x.value(row), divisor],
          (a, b) => kept(quotient(a * digits, b)),
        ) as Value;
      },
    };
  }
  const scale = Math.max(x.scale, y.scale);
  const plain = ["+", "-", "%"].includes(operator) ? operator : "-";
  return {
    text: `(${x.text} ${plain} ${y.text})`,
    scale,
    isInt: x.isInt && y.isInt,
    value: (row) =>
      byZero(plain, y.value(row)) ? null : strict(
        [
          finer(x.value(row), scale - x.scale),
          finer(y.value(row), scale - y.scale),
        ],
        (a, b) =>
          plain === "+" ? kept(a + b) : plain === "-" ? kept(a - b) : a % b,
      ) as Value,
  };
}

/** Values of several scales in the finest. */
function alike(all: Numeric[]): Pick<Numeric, "scale" | "isInt"> {
  return {
    scale: Math.max(...all.map(({ scale }) => scale)),
    isInt: all.every(({ isInt }) => isInt),
  };
}

function inScale(x: Numeric, scale: number, row: Row): Value {
  return finer(x.value(row), scale - x.scale);
}

function choice(test: Condition, x: Numeric, y: Numeric): Numeric {
  const type = alike([x, y]);
  return {
    ...type,
    text: `(${test.text} ? ${x.text} : ${y.text})`,
    value(row) {
      const holds = test.value(row);
      if (holds === "beyond") return "beyond";
      return inScale(holds === true ? x : y, type.scale, row);
    },
  };
}

function coalesce(x: Numeric, y: Numeric): Numeric {
  const type = alike([x, y]);
  return {
    ...type,
    text: `coalesce(${x.text}, ${y.text})`,
    value: (row) => inScale(x, type.scale, row) ?? inScale(y, type.scale, row),
  };
}

function extreme(name: string, x: Numeric, y: Numeric): Numeric {
  const type = alike([x, y]);
  return {
    ...type,
    text: `${name}(${x.text}, ${y.text})`,
    value: (row) =>
      strict(
        [inScale(x, type.scale, row), inScale(y, type.scale, row)],
        (a, b) => (a < b) === (name === "min") ? a : b,
      ) as Value,
  };
}

function rounded(x: Numeric, digits: number): Numeric {
  // A quotient is rounded once, which this oracle does not follow.
  if (x.scale <= digits || x.text.includes("/")) return x;
  return {
    text: `round(${x.text}, ${digits})`,
    scale: digits,
    isInt: digits === 0,
    value: (row) =>
      strict(
        [x.value(row)],
        (a) => quotient(a, 10n ** BigInt(x.scale - digits)),
      ) as Value,
  };
}

function comparison(operator: string, x: Numeric, y: Numeric): Condition {
  const { scale } = alike([x, y]);
  return {
    text: `(${x.text} ${operator} ${y.text})`,
    value: (row) =>
      strict([x.value(row), y.value(row)], (a, b) => {
        a *= 10n ** BigInt(scale - x.scale);
        b *= 10n ** BigInt(scale - y.scale);
        switch (operator) {
          case "<":
            return a < b;
          case "<=":
            return a <= b;
          case "==":
            return a === b;
          default:
            return a !== b;
        }
      }) as Truth,
  };
}

function junction(operator: string, x: Condition, y: Condition): Condition {
  const wins = operator === "||";
  return {
    text: `(${x.text} ${operator} ${y.text})`,
    value(row) {
      const a = x.value(row);
      if (a === wins) return wins;
      const b = y.value(row);
      if (b === wins && a !== "beyond") return wins;
      if (a === "beyond" || b === "beyond") return "beyond";
      return a === null || b === null ? null : !wins;
    },
  };
}

function isNull(x: Numeric): Condition {
  return {
    text: `(${x.text} == null)`,
    value: (row) => x.value(row) === null,
  };
}

function not(x: Condition): Condition {
  return {
    text: `!${x.text}`,
    value(row) {
      const a = x.value(row);
      return typeof a === "boolean" ? !a : a;
    },
  };
}

function negated(x: Numeric): Numeric {
  return {
    ...x,
    text: `(-${x.text})`,
    value: (row) => strict([x.value(row)], (a) => -a) as Value,
  };
}

const { numeric } = fc.letrec<{ numeric: Numeric; condition: Condition }>(
  (tie) => ({
    numeric: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(...Object.keys(SCALES)).map(leaf),
      fc.tuple(fc.nat(9999), fc.nat(3)).map(literal),
      fc.tuple(
        fc.constantFrom("+", "-", "*", "/", "%"),
        tie("numeric"),
        tie("numeric"),
      ).map(([operator, x, y]) => binary(operator, x, y)),
      fc.tuple(tie("condition"), tie("numeric"), tie("numeric"))
        .map(([test, x, y]) => choice(test, x, y)),
      fc.tuple(tie("numeric"), tie("numeric"))
        .map(([x, y]) => coalesce(x, y)),
      fc.tuple(fc.constantFrom("min", "max"), tie("numeric"), tie("numeric"))
        .map(([name, x, y]) => extreme(name, x, y)),
      fc.tuple(tie("numeric"), fc.nat(3)).map(([x, n]) => rounded(x, n)),
      tie("numeric").map(negated),
    ),
    condition: fc.oneof(
      { maxDepth: 4 },
      fc.tuple(
        fc.constantFrom("<", "<=", "==", "!="),
        tie("numeric"),
        tie("numeric"),
      ).map(([operator, x, y]) => comparison(operator, x, y)),
      tie("numeric").map(isNull),
      fc.tuple(
        fc.constantFrom("&&", "||"),
        tie("condition"),
        tie("condition"),
      ).map(([operator, x, y]) => junction(operator, x, y)),
      tie("condition").map(not),
    ),
  }),
);

const ROWS = 12;

Deno.test("expressions compute what whole numbers of any size say", () => {
  fc.assert(
    fc.property(numeric, (tree) => {
      const text = `[table.t]\nrows = 100\n[table.t.columns]\n${COLUMNS}` +
        `c = { expr = '''${tree.text}''' }\n`;
      // Most of what is refused has a product of too many digits.
      if (tree.scale > MOST || reports(text).length > 0) {
        return reports(text).every(({ message }) =>
          /digits|too deep|characters/.test(message)
        );
      }
      const tables = new Tables(text);
      const { kind, scale, nullable, min, max } = tables.type("c");
      assertEquals([kind, scale], [tree.isInt ? "int" : "decimal", tree.scale]);
      const values = Object.fromEntries(
        Object.keys(SCALES).map((name) => [name, tables.values(name, ROWS)]),
      );
      for (let i = 0; i < ROWS; i++) {
        const row = Object.fromEntries(
          Object.keys(SCALES).map((name) => {
            const value = values[name][i];
            return [name, value === null ? null : BigInt(value as number)];
          }),
        );
        const expected = tree.value(row);
        if (expected === "beyond") {
          assertThrows(() => tables.at("c", [i]), ThrustError, "Cannot make");
          continue;
        }
        const [made] = tables.at("c", [i]);
        assertEquals(
          made === null ? null : BigInt(made as number),
          expected,
          tree.text,
        );
        if (expected === null) assertEquals(nullable, true, tree.text);
        else if (
          (made as number) < (min ?? -Infinity) ||
          (made as number) > (max ?? Infinity)
        ) throw new RangeError(`${tree.text}: ${made} is not in the type`);
      }
    }),
    { numRuns: 1500, seed: 20260101 },
  );
});
