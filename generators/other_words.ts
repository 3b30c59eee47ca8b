// What other tools, languages and databases call what thrust has: who writes such a word is told the generator's name.

/** Words in small letters, without what stands between their parts, by the generator that is meant. */
const WORDS: Record<string, string> = {
  bool: "boolean flag",
  bytes: "binary blob bytea varbinary",
  case: "cond conditional switch",
  "commerce.product_name": "product",
  company: "business companyname organisation organization",
  counter: "linenumber",
  credit_card: "cardnumber",
  currency_code: "currency",
  date: "calendardate day",
  decimal: "amount money number numeric price",
  dict: "csv dictionary file list wordlist",
  domain: "domainname host hostname",
  email: "emailaddress mail",
  expr: "calc computed expression formula",
  float: "double doubleprecision real",
  int: "bigint integer long range smallint",
  interval: "duration timedelta",
  ipv4: "inet ip ipaddress",
  json: "jsonb map object struct",
  mac: "macaddr macaddress",
  paragraph: "paragraphs",
  pattern: "regex regexp regexify reverseregex",
  "person.age": "years",
  "person.birth_date": "birthday dateofbirth dob",
  "person.first_name": "forename givenname",
  "person.full_name": "name personname",
  "person.gender": "sex",
  "person.last_name": "familyname surname",
  "person.prefix": "salutation",
  phone: "cellphone mobile phonenumber tel telephone",
  ref: "fk foreign foreignkey lookup reference references",
  sentence: "sentences",
  sequence:
    "autoinc autoincrement bigserial id identity increment primarykey rownumber serial",
  ssn: "socialsecurity",
  string: "alphanumeric char str text varchar",
  template: "concat format",
  time: "timeofday",
  timestamp: "datetime datetimetz timestamptz",
  url: "uri website",
  user_agent: "browser",
  username: "handle login nickname user",
  uuid: "guid uuid4 uuid7 uuidv4 uuidv7",
  value: "const constant fixed literal static",
  values:
    "choice choices elements enum oneof pick randomelement sample weighted",
  words: "lorem word",
  "address.city": "town",
  "address.country": "nation",
  "address.latitude": "lat",
  "address.longitude": "lng lon",
  "address.postcode": "postalcode zip zipcode",
  "address.state": "province region",
  "address.street": "address streetaddress",
};

/** The generator that each word means. */
export const otherWords: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([name, words]) =>
    words.split(" ").map((word) => [word, name] as const)
  ),
);
