// What a run may fail with. Everything that a caller may want to catch is a ThrustError with a code;
// wrong Genfiles are not exceptions but lists of diagnostics (see diagnostic.ts).

/** What went wrong, as a word that programs can compare. */
export type ErrorCode =
  | "GENFILE_INVALID"
  | "COMMAND_LINE_INVALID"
  | "TARGET_REFUSED"
  | "TARGET_FAILED"
  | "SOURCE_FAILED"
  | "RECORD_TOO_LARGE"
  | "VALUE_REFUSED"
  | "WORKER_FAILED"
  | "INTERRUPTED"
  | "OUTPUT_CLOSED";

/** Where a failure happened, as far as that is known. */
export interface ErrorFields {
  file?: string;
  line?: number;
  column?: number;
  table?: string;
  /** The column's name; a Genfile's column of text is `column`. */
  field?: string;
  row?: number;
}

/** A failure that a caller may catch and act on. It survives the way from a worker as plain data. */
export class ThrustError extends Error {
  override readonly name = "ThrustError";
  readonly code: ErrorCode;
  readonly fields: Readonly<ErrorFields>;

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
