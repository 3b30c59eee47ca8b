// All generators that there are, by name.
import type { Generator } from "../core/generator.ts";
import { bool } from "./bool.ts";
import { bytes } from "./bytes.ts";
import { counter } from "./counter.ts";
import { cpf } from "./cpf.ts";
import { date } from "./date.ts";
import { decimal } from "./decimal.ts";
import { dict } from "./dict.ts";
import { email } from "./email.ts";
import { float } from "./float.ts";
import { int } from "./int.ts";
import { interval } from "./interval.ts";
import { pattern } from "./pattern.ts";
import { personFirstName } from "./person/first_name.ts";
import { personFullName } from "./person/full_name.ts";
import { personGender } from "./person/gender.ts";
import { personLastName } from "./person/last_name.ts";
import { personMiddleName } from "./person/middle_name.ts";
import { phone } from "./phone.ts";
import { ref } from "./ref.ts";
import { sequence } from "./sequence.ts";
import { ssn } from "./ssn.ts";
import { string } from "./string.ts";
import { template } from "./template.ts";
import { time } from "./time.ts";
import { timestamp } from "./timestamp.ts";
import { username } from "./username.ts";
import { uuid } from "./uuid.ts";
import { value } from "./value.ts";
import { values } from "./values.ts";

/** In the order in which they are listed. */
export const generators: ReadonlyMap<string, Generator> = new Map(
  [
    int,
    float,
    decimal,
    bool,
    date,
    time,
    timestamp,
    interval,
    string,
    pattern,
    template,
    uuid,
    sequence,
    counter,
    values,
    dict,
    value,
    ref,
    personFirstName,
    personMiddleName,
    personLastName,
    personFullName,
    personGender,
    cpf,
    ssn,
    email,
    username,
    phone,
    bytes,
  ].map((generator) => [generator.name, generator]),
);
