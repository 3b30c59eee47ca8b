// Reads one parameter of a generator or an option of a format, by its description.
import type { Parameter } from "../../parameters.ts";
import { readExpression } from "../expressions.ts";
import type { Problems } from "../problems.ts";
import {
  readFlag,
  readInteger,
  readNumber,
  readText,
  unexpected,
} from "../scalars.ts";
import type { Node } from "../toml/tree.ts";
import { readArguments } from "./arguments.ts";
import { readBound, readStep } from "./bound.ts";
import { readDistribution } from "./distribution.ts";
import { readAlternatives, readInners } from "./inner.ts";
import { readLiterals, readPair, readWeights } from "./lists.ts";
import { readLocale } from "./locales.ts";
import {
  type Names,
  readAddress,
  readChoice,
  readColumnName,
  readColumnNames,
  readKnown,
  readZone,
} from "./names.ts";

/** Gives what the parameter's kind says (see ParameterKinds); undefined where it is wrong, which has been reported. */
export function readParameter(
  problems: Problems,
  name: string,
  node: Node,
  parameter: Parameter,
  names: Names,
): unknown {
  switch (parameter.kind) {
    case "integer":
      return readInteger(problems, name, node, parameter);
    case "number":
      return readNumber(problems, name, node, parameter);
    case "probability":
      return readNumber(problems, name, node, { minimum: 0, maximum: 1 });
    case "flag":
      return readFlag(problems, name, node);
    case "text":
      return readText(problems, name, node);
    case "choice":
      return readChoice(problems, name, node, parameter.choices ?? []);
    case "pair":
      return readPair(problems, name, node);
    case "literal":
      return node.kind === "value"
        ? node.literal
        : unexpected(problems, name, node, "a text, number, date or boolean");
    case "literals":
      return readLiterals(problems, name, node);
    case "weights":
      return readWeights(problems, name, node);
    case "bound":
      return readBound(problems, name, node, names.columns);
    case "column":
      return readColumnName(problems, name, node, names.columns);
    case "columns":
      return readColumnNames(problems, name, node, names.columns);
    case "address":
      return readAddress(problems, name, node, names.tables);
    case "dictionary":
      return readKnown(problems, name, node, "dictionary", names.dictionaries);
    case "step":
      return readStep(problems, name, node);
    case "distribution":
      return readDistribution(problems, name, node, parameter);
    case "locale":
      return readLocale(problems, name, node);
    case "zone":
      return readZone(problems, name, node, names.zones);
    case "arguments":
      return readArguments(problems, name, node);
    case "inner":
      return names.lift!({
        step: name,
        address: "[]",
        entry: { name, place: node.place, value: node },
      });
    case "inners":
      return readInners(problems, name, node, names);
    case "alternatives":
      return readAlternatives(problems, name, node, names);
    case "expression":
      return readExpression(problems, name, node);
  }
}
