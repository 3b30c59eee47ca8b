// What a run may fail with. Everything that a caller may want to catch is a ThrustError with a code;
// wrong Genfiles are not exceptions but lists of diagnostics (see diagnostic.ts).

/** What went wrong, as a word that programs can compare. */
export type ErrorCode =
  /** Of the command line: a library's caller gets diagnostics. */
  | "GENFILE_INVALID"
  | "COMMAND_LINE_INVALID"
  /** The target holds rows already, or is not as the Genfile has it; nothing has been changed. */
  | "TARGET_REFUSED"
  /** Writing failed: no space, no connection, no permission. */
  | "TARGET_FAILED"
  /** A value cannot be made. */
  | "SOURCE_FAILED"
  /** A row is larger than the ring buffer. */
  | "RECORD_TOO_LARGE"
  /** A value is one that the target cannot hold. */
  | "VALUE_REFUSED"
  /** A worker ended by itself. */
  | "WORKER_FAILED"
  /** Inside thrust: a library's caller gets the outcome `interrupted`. */
  | "INTERRUPTED"
  /** The reader of standard output went away. A library's caller gets the outcome `output closed`. */
  | "OUTPUT_CLOSED";

/** Where a failure happened, as far as that is known. */
export interface ErrorFields {
  /** A path. */
  file?: string;
  /** A line of the file, from 1. */
  line?: number;
  /** A column of that line, from 1. */
  column?: number;
  /** The name of a table. */
  table?: string;
  /** The name of a column of the table. */
  field?: string;
  /** The number of a row of the table, from 0. */
  row?: number;
}

/** A failure that a caller may catch and act on. It survives the way from a worker as plain data. */
export class ThrustError extends Error {
  override readonly name = "ThrustError";
  /** What went wrong, for programs; the message is for people. */
  readonly code: ErrorCode;
  /** Where, as far as that is known. */
  readonly fields: Readonly<ErrorFields>;

  /** @param message `Cannot <do what> <to what>: <the state of things>`. */
  constructor(
    code: ErrorCode,
    message: string,
    fields: ErrorFields = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.fields = fields;
  }
}

/** A ThrustError as it travels between threads. */
export interface Failure {
  code: ErrorCode;
  message: string;
  fields: ErrorFields;
}

/** Turns anything thrown into a failure; what is not a ThrustError gets `code`. */
export function toFailure(thrown: unknown, code: ErrorCode): Failure {
  if (thrown instanceof ThrustError) {
    return {
      code: thrown.code,
      message: thrown.message,
      fields: thrown.fields,
    };
  }
  const message = thrown instanceof Error
    ? `${thrown.name}: ${thrown.message}`
    : String(thrown);
  return { code, message, fields: {} };
}

/** The failure as an error again. */
export function fromFailure(failure: Failure): ThrustError {
  return new ThrustError(failure.code, failure.message, failure.fields);
}
