// Values as texts, as templates write them.
import { UUID_BYTES, writeUuid } from "../../core/values/uuid_text.ts";
import type { ValueType } from "../../core/value_type.ts";
import { numberWriter } from "../../generators/template/_numbers.ts";
import type { Operation, Operations } from "./operation.ts";

const write: Operation = {
  compile: ([a], out, { args }) => {
    const { type } = args[0];
    if (a.storage === "words") {
      return (count) => {
        const bytes = out.reserve(UUID_BYTES * count);
        for (let i = 0; i < count; i++) {
          out.starts[i] = i * UUID_BYTES;
          out.ends[i] = writeUuid(bytes, i * UUID_BYTES, a.words, i);
        }
      };
    }
    const { write, maxBytes } = numberWriter(type as ValueType);
    return (count) => {
      const bytes = out.reserve(maxBytes * count);
      let at = 0;
      for (let i = 0; i < count; i++) {
        out.starts[i] = at;
        // What stands where there is no value cannot be written.
        if (!(a.flagged && a.flags[i] !== 0)) {
          at = write(bytes, at, a.numbers[i]);
        }
        out.ends[i] = at;
      }
    };
  },
};

export const WRITE: Operations = { write };
