// Functions of dates, times and durations.
import { POWERS_OF_TEN } from "../../values/digits.ts";
import { converted, floored, SECONDS_OF_DAY } from "../convert.ts";
import { parseDateFormat } from "../date_format.ts";
import {
  constant,
  type ExpressionNode,
  expressionType,
} from "../expression.ts";
import { arithmetic } from "../operators/arithmetic.ts";
import { inSeconds } from "../operators/durations.ts";
import { ExpressionProblem } from "../problem.ts";
import {
  type Call,
  dayAt,
  type FunctionEntry,
  intAt,
  numberAt,
  refuse,
  step,
  writtenText,
} from "./entry.ts";

/** Parts of durations are exact to the microsecond. */
const MICROSECONDS = 6;

const UNITS = [
  "second",
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
];

export const times: FunctionEntry[] = [
  duration("seconds", 1),
  duration("minutes", 60),
  duration("hours", 3600),
  duration("days", SECONDS_OF_DAY),
  duration("weeks", 7 * SECONDS_OF_DAY),
  months("months", 1),
  months("years", 12),
  {
    name: "years_between",
    form: "years_between(from, to)",
    summary: "Whole years from one day to another, as an age is counted",
    count: [2, 2],
    type: (call) => {
      const args = bothDates(call);
      return step("yearsBetween", args, { kind: "int", min: -9998, max: 9998 });
    },
  },
  {
    name: "days_between",
    form: "days_between(from, to)",
    summary: "Whole days from one date or point in time to another",
    count: [2, 2],
    type: (call) => wholeBetween(call, SECONDS_OF_DAY),
  },
  {
    name: "seconds_between",
    form: "seconds_between(from, to)",
    summary: "Whole seconds from one point in time to another",
    count: [2, 2],
    type: (call) => wholeBetween(call, 1),
  },
  calendar("year", "The year", 1, 9999),
  calendar("month", "The month, 1 to 12", 1, 12),
  calendar("day", "The day of the month, 1 to 31", 1, 31),
  calendar("weekday", "The day of the week, 1 (Monday) to 7 (Sunday)", 1, 7),
  {
    name: "hour",
    form: "hour(x)",
    summary: "The hour of a timestamp or a time of day, 0 to 23",
    count: [1, 1],
    type(call) {
      const [arg] = call.args;
      const x = arg.type.kind === "time" ? arg : dayAt(call, 0);
      const point = x.type.kind === "date"
        ? converted(x, expressionType("timestamp"))!
        : x;
      return step("hour", [point], { kind: "int", min: 0, max: 23 }, {
        value: POWERS_OF_TEN[point.type.scale],
      });
    },
  },
  {
    name: "truncate",
    form: `truncate(x, "month")`,
    summary: `The beginning of the ${UNITS.slice(0, -1).join(", ")} or ${
      UNITS.at(-1)
    } that it lies in`,
    count: [2, 2],
    type(call) {
      const x = dayAt(call, 0);
      const unit = writtenText(call, 1, `one of ${UNITS.join(", ")}`);
      if (!UNITS.includes(unit)) {
        throw new ExpressionProblem(
          `there is no "${unit}" to cut to`,
          `expected one of ${UNITS.join(", ")}`,
          call.stretches[1],
        );
      }
      return truncated(x, unit);
    },
  },
  {
    name: "to_date",
    form: "to_date(x)",
    summary:
      "The date of a point in time, or the one that a text says (2024-12-31); NULL where it says none",
    count: [1, 1],
    type(call) {
      const [x] = call.args;
      if (x.type.kind === "text" && x.op !== "constant") {
        return step("parseDate", [x], { kind: "date", nullable: true });
      }
      return converted(dayAt(call, 0), expressionType("date"))!;
    },
  },
  {
    name: "format_date",
    form: `format_date(x, "%d.%m.%Y")`,
    summary:
      "A date or point in time as text: `%Y` `%y` year, `%m` `%d` month and day, `%e` day without a zero, `%b` `%B` month's name, `%a` `%A` weekday's, `%j` day of the year, `%H` `%I` `%M` `%S` `%p` time, `%%` the sign",
    count: [2, 2],
    type(call) {
      const arg = call.args[0].type.kind === "time"
        ? undefined
        : dayAt(call, 0);
      const x = arg ?? refuse(call, 0, "a date or a timestamp");
      const pattern = writtenText(call, 1, "a pattern in quotes");
      const wrong = parseDateFormat(pattern);
      if (typeof wrong === "string") {
        throw new ExpressionProblem(wrong, call.form, call.stretches[1]);
      }
      const point = x.type.kind === "date"
        ? converted(x, expressionType("timestamp"))!
        : x;
      return step("formatDate", [point], { kind: "text" }, { value: pattern });
    },
  },
];

function duration(name: string, seconds: number): FunctionEntry {
  return {
    name,
    form: `${name}(n)`,
    summary: `A duration of n ${name}`,
    count: [1, 1],
    type(call) {
      const n = numberAt(call, 0);
      const isWhole = n.type.kind === "int";
      const scale = n.type.kind === "float"
        ? MICROSECONDS
        : Math.min(n.type.scale, MICROSECONDS);
      const exact = isWhole
        ? n
        : converted(n, expressionType("decimal", { scale }))!;
      if (exact.op === "constant" && typeof exact.value === "number") {
        return fixedDuration(exact.value * seconds, exact.type.scale);
      }
      // Tenths of an hour are whole seconds.
      let unit = seconds;
      let digits = exact.type.scale;
      for (; digits > 0 && unit % 10 === 0; digits--) unit /= 10;
      const steps: ExpressionNode = {
        ...exact,
        type: { ...exact.type, kind: "int", scale: 0 },
      };
      const made = arithmetic(
        "*",
        steps,
        constant(expressionType("int"), unit),
        call.at,
      );
      const days = isWhole && seconds % SECONDS_OF_DAY === 0;
      return {
        ...made,
        type: {
          ...made.type,
          kind: "interval",
          scale: digits,
          ...(days && { days }),
        },
      };
    },
  };
}

/** With no more digits of the second than it needs. */
function fixedDuration(value: number, scale: number): ExpressionNode {
  while (scale > 0 && value % 10 === 0) {
    value /= 10;
    scale--;
  }
  const days = scale === 0 && value % SECONDS_OF_DAY === 0;
  return constant(
    expressionType("interval", { scale, ...(days && { days }) }),
    value,
  );
}

function months(name: string, count: number): FunctionEntry {
  return {
    name,
    form: `${name}(n)`,
    summary: `A duration of n ${name}, to be added to or taken from a date`,
    count: [1, 1],
    type(call) {
      const n = intAt(call, 0);
      const made = arithmetic(
        "*",
        n,
        constant(expressionType("int"), count),
        call.at,
      );
      return { ...made, type: { ...made.type, kind: "months" } };
    },
  };
}

function calendar(
  name: string,
  summary: string,
  min: number,
  max: number,
): FunctionEntry {
  return {
    name,
    form: `${name}(date)`,
    summary,
    count: [1, 1],
    type(call) {
      const date = converted(dayAt(call, 0), expressionType("date"))!;
      return step(name, [date], { kind: "int", min, max });
    },
  };
}

function bothDates(call: Call): ExpressionNode[] {
  return [0, 1].map((i) => converted(dayAt(call, i), expressionType("date"))!);
}

/** Towards zero. */
function wholeBetween(call: Call, seconds: number): ExpressionNode {
  const apart = arithmetic("-", dayAt(call, 1), dayAt(call, 0), call.at);
  const length = inSeconds(apart);
  const unit = seconds * POWERS_OF_TEN[length.type.scale];
  return step("towardsZero", [length], { kind: "int" }, { value: unit });
}

function truncated(x: ExpressionNode, unit: string): ExpressionNode {
  const { kind, scale } = x.type;
  const seconds = { second: 1, minute: 60, hour: 3600 }[unit];
  if (kind === "date") {
    return unit === "day" || seconds !== undefined
      ? x
      : step("truncateDate", [x], { kind }, { value: unit });
  }
  if (seconds !== undefined) {
    const size = seconds * POWERS_OF_TEN[scale];
    const whole = floored(x, size, { kind: "int", scale: 0 });
    return step("times", [whole], { kind, scale }, { value: size });
  }
  const date = converted(x, expressionType("date"))!;
  const cut = unit === "day"
    ? date
    : step("truncateDate", [date], { kind: "date" }, { value: unit });
  return converted(cut, expressionType("timestamp", { scale }))!;
}
