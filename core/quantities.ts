// Quantities as people read them: in progress, summaries and plans.

/** `1234567` as `1,234,567`. */
export function grouped(value: number): string {
  const digits = Math.round(Math.abs(value)).toString();
  const groups = digits.replace(/\B(?=(\d{3})+$)/g, ",");
  return value < 0 ? `-${groups}` : groups;
}

const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];

/** Bytes in powers of 1000: `12.3 MB`. */
export function byteSize(bytes: number): string {
  let unit = 0;
  let value = bytes;
  // What would be rounded to 1000 of a unit is 1 of the next.
  while (value >= 999.95 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${BYTE_UNITS[unit]}`;
}

/** A time that has passed: `0.12 s`, `12.3 s`, `2:05`, `1:02:05`. */
export function duration(seconds: number): string {
  if (seconds < 9.995) return `${seconds.toFixed(2)} s`;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  return clockTime(seconds);
}

/** Whole seconds as on a clock: `0:07`, `2:05`, `1:02:05`. */
export function clockTime(seconds: number): string {
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = `${whole % 60}`.padStart(2, "0");
  if (hours === 0) return `${minutes}:${rest}`;
  return `${hours}:${`${minutes}`.padStart(2, "0")}:${rest}`;
}

/** How much of a whole, rounded down: 100 only when it is all. */
export function percent(part: number, whole: number): string {
  return `${whole === 0 ? 100 : Math.floor(100 * part / whole)}%`;
}
