// All generators that there are, by name.
import type { Generator } from "../core/generator.ts";
import { addressCity } from "./address/city.ts";
import { addressCountry } from "./address/country.ts";
import { addressCountryCode } from "./address/country_code.ts";
import { addressLatitude } from "./address/latitude.ts";
import { addressLongitude } from "./address/longitude.ts";
import { addressPostcode } from "./address/postcode.ts";
import { addressState } from "./address/state.ts";
import { addressStateCode } from "./address/state_code.ts";
import { addressStreet } from "./address/street.ts";
import { array } from "./array.ts";
import { bool } from "./bool.ts";
import { bytes } from "./bytes.ts";
import { commerceAdjective } from "./commerce/adjective.ts";
import { commerceDepartment } from "./commerce/department.ts";
import { commerceMaterial } from "./commerce/material.ts";
import { commerceProductName } from "./commerce/product_name.ts";
import { counter } from "./counter.ts";
import { company } from "./company.ts";
import { cnh } from "./cnh.ts";
import { cnpj } from "./cnpj.ts";
import { iban } from "./iban.ts";
import { nik } from "./nik.ts";
import { creditCard } from "./credit_card.ts";
import { caseOf } from "./case.ts";
import { cpf } from "./cpf.ts";
import { currencyCode } from "./currency_code.ts";
import { cycle } from "./cycle.ts";
import { date } from "./date.ts";
import { decimal } from "./decimal.ts";
import { dict } from "./dict.ts";
import { domain } from "./domain.ts";
import { expr } from "./expr.ts";
import { email } from "./email.ts";
import { float } from "./float.ts";
import { hash } from "./hash.ts";
import { int } from "./int.ts";
import { interval } from "./interval.ts";
import { json } from "./json.ts";
import { ipv4 } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import { mac } from "./mac.ts";
import { nanoid } from "./nanoid.ts";
import { paragraph } from "./paragraph.ts";
import { pattern } from "./pattern.ts";
import { personFirstName } from "./person/first_name.ts";
import { personFullName } from "./person/full_name.ts";
import { personGender } from "./person/gender.ts";
import { personLastName } from "./person/last_name.ts";
import { personAge } from "./person/age.ts";
import { personBirthDate } from "./person/birth_date.ts";
import { personPrefix } from "./person/prefix.ts";
import { personMiddleName } from "./person/middle_name.ts";
import { phone } from "./phone.ts";
import { ref } from "./ref.ts";
import { sentence } from "./sentence.ts";
import { sequence } from "./sequence.ts";
import { ssn } from "./ssn.ts";
import { string } from "./string.ts";
import { template } from "./template.ts";
import { time } from "./time.ts";
import { timestamp } from "./timestamp.ts";
import { ulid } from "./ulid.ts";
import { url } from "./url.ts";
import { userAgent } from "./user_agent.ts";
import { username } from "./username.ts";
import { uuid } from "./uuid.ts";
import { value } from "./value.ts";
import { values } from "./values.ts";
import { words } from "./words.ts";

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
    words,
    sentence,
    paragraph,
    template,
    uuid,
    ulid,
    nanoid,
    hash,
    sequence,
    cycle,
    counter,
    values,
    dict,
    value,
    ref,
    expr,
    caseOf,
    personFirstName,
    personMiddleName,
    personLastName,
    personFullName,
    personGender,
    personPrefix,
    personBirthDate,
    personAge,
    cpf,
    cnpj,
    cnh,
    ssn,
    nik,
    iban,
    creditCard,
    email,
    username,
    phone,
    company,
    addressStreet,
    addressCity,
    addressState,
    addressStateCode,
    addressPostcode,
    addressCountry,
    addressCountryCode,
    addressLatitude,
    addressLongitude,
    json,
    array,
    bytes,
    ipv4,
    ipv6,
    mac,
    domain,
    url,
    userAgent,
    commerceProductName,
    commerceDepartment,
    commerceAdjective,
    commerceMaterial,
    currencyCode,
  ].map((generator) => [generator.name, generator]),
);
