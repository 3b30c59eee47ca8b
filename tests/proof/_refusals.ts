// What a random schema may be told instead of being loaded: messages of the language's reference, and no others.
const REFUSALS: readonly RegExp[] = [
  // What has been taken out is missed by what names it.
  /^unknown column "\w+"( of table "\w+")?$/,
  /^the rows of "\w+" do not descend from those of "\w+"$/,
  /^the rows of "\w+" are no children of this row$/,
  /^"\w+" stands on a row of "\w+"( itself|, not of "\w+")$/,
  /^"\w+" is (JSON|an array)$/,
  /^(within|except) is "\w+", which is no reference$/,
  /^both .+ and .+ lead from "\w+" to table "\w+"$/,
  /^no reference leads from "\w+" to table "\w+"$/,
  /^table "\w+" has no rows to refer to$/,
  /^table "\w+" has \d+ rows?, and \d+ may be left out$/,
  /need \d[\d,]* different rows of "\w+"( beside \d+ that they do not take)?, and it has \d/,
  /^(the key \[.+\]|"\w+") needs \d[\d,]* different (values|combinations)( for one parent)?, and there (are|is) \d/,
  /^this reference to "[\w.]+" cannot be unique$/,
  /^a unique reference to "[\w.]+", which is not unique itself$/,
  /^(distinct|branching|depth|roots|at|within) and [\w = ]+ together/,
  /^(branching|depth|roots) within "\w+", which is no ancestor of the row$/,
  /^columns need each other in a circle: /,
  /^\w+ is not the same as for "\w+", which is of the same thing$/,
  /^"\w+" is pinned, and "\w+" follows the row that it refers to$/,
  /^column "\w+" is part of the key \[.+\], and pinned$/,
  /^the key \[.+\] and the key \[.+\] cannot both be kept$/,
  /^("\w+"|the key \[.+\]) may repeat: /,
  /^less than a millionth of this "\w+" lies between the ends of the range$/,
];

export function isDocumented(message: string): boolean {
  return REFUSALS.some((one) => one.test(message));
}
