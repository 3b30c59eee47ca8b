// Keys that share columns crosswise, as (a, b), (b, c) and (a, c) do: all of a row's things follow from two numbers, x and
// y, so that any two of them tell both. Three are x, y and a Latin rectangle's entry at x and y; more are the lines
// x + k · y of a plane over a prime (orthogonal Latin squares: Bose, 1938); where that has too few points, things that no
// key holds against each other follow from the same number.
import type { RankStep } from "../../plan.ts";
import type { Thing } from "./domains.ts";

/** How each thing follows from a number below `total`. */
export interface Crossed {
  total: number;
  steps: ReadonlyMap<Thing, RankStep>;
}

/** Numbers of which the products are exact. */
const MOST = 2 ** 26;
/** More things are not divided into classes in every way. */
const MOST_THINGS = 8;

/**
 * The way with the most combinations, and of those with enough the one whose things depend on each other least.
 *
 * @param keys The things of each key, two or more; all of a key that holds another are left out.
 * @param room The most combinations.
 */
export function crossKeys(
  keys: readonly (readonly Thing[])[],
  sizes: ReadonlyMap<Thing, number>,
  needed: number,
  room: number,
): Crossed | undefined {
  const things = [...new Set(keys.flat())];
  const sizeOf = (thing: Thing) => Math.min(sizes.get(thing)!, MOST);
  const ways = [
    ...(things.length === 3 ? [rectangle(things.map((one) => [one]))] : []),
    ...(things.length > 3 ? [plane(things)] : []),
    ...(things.length > 3 && things.length <= MOST_THINGS
      ? [classes(2), classes(3)]
      : []),
  ].filter((way) => way !== undefined);
  return ways.find(({ total }) => total >= needed) ??
    ways.toSorted((a, b) => b.total - a.total)[0];

  function plane(all: readonly Thing[]): Crossed | undefined {
    const least = Math.min(...all.map(sizeOf), Math.floor(Math.sqrt(room)));
    const prime = largestPrime(least);
    // As many lines go through a point as there are slopes, and the vertical one.
    if (prime === undefined || all.length > prime + 1) return undefined;
    const steps = all.map((thing, i): [Thing, RankStep] => [
      thing,
      i === 0
        ? column(prime)
        : i === 1
        ? row(prime, prime)
        : line(prime, i - 1, prime),
    ]);
    return { total: prime * prime, steps: new Map(steps) };
  }

  function rectangle(
    parts: readonly (readonly Thing[])[],
  ): Crossed | undefined {
    const ordered = parts.map((part) => ({
      part,
      size: Math.min(...part.map(sizeOf)),
    })).sort((a, b) => a.size - b.size);
    const width = Math.min(ordered[0].size, room);
    const height = Math.min(ordered[1].size, Math.floor(room / width));
    const steps = ordered.flatMap(({ part, size }, i) =>
      part.map((thing): [Thing, RankStep] => [
        thing,
        i === 0
          ? column(width)
          : i === 1
          ? row(width, height)
          : line(width, spreading(size), size),
      ])
    );
    return { total: width * height, steps: new Map(steps) };
  }

  /** So many classes that no key lies in one, in the way that gives the most combinations. */
  function classes(count: number): Crossed | undefined {
    let best: Crossed | undefined;
    for (let code = 0; code < count ** (things.length - 1); code++) {
      // The last thing is in the last class: the classes have no names.
      const classOf = things.map((_, i) =>
        i === things.length - 1
          ? count - 1
          : Math.floor(code / count ** i) % count
      );
      const parts = Array.from(
        { length: count },
        (_, k) => things.filter((_, i) => classOf[i] === k),
      );
      const holds = parts.every((part) =>
        part.length > 0 &&
        !keys.some((key) => key.every((one) => part.includes(one)))
      );
      const way = holds ? rectangle(parts) : undefined;
      if (way !== undefined && way.total > (best?.total ?? 0)) best = way;
    }
    return best;
  }
}

/** x: the place in the row. */
function column(width: number): RankStep {
  return { kind: "digit", divisor: 1, size: width };
}

/** y: the row. */
function row(width: number, height: number): RankStep {
  return { kind: "digit", divisor: width, size: height };
}

/** x + slope · y: in each row and in each column, different ones. */
function line(width: number, slope: number, size: number): RankStep {
  return { kind: "line", width, slope, size };
}

/** A slope by which neighbouring rows lie far apart; it and the size have no divisor in common. */
function spreading(size: number): number {
  for (let slope = Math.max(1, Math.floor(size * 0.618));; slope++) {
    if (divisor(slope, size) === 1) return slope;
  }
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function largestPrime(most: number): number | undefined {
  for (let one = most; one >= 2; one--) {
    if (isPrime(one)) return one;
  }
  return undefined;
}

function isPrime(number: number): boolean {
  for (let by = 2; by * by <= number; by++) {
    if (number % by === 0) return false;
  }
  return true;
}
