// What an operation is: how it is compiled for its operands.
import type { ExpressionNode } from "../../core/expression/expression.ts";
import type { Slot } from "./slot.ts";

/** Fills a step's slot for the first `count` rows; all operands have been filled. */
export type Run = (count: number) => void;

export interface Operation {
  /** Flags the result itself, beyond what the operands' flags say: the run gets clean flags with those in them. */
  flags?: boolean;
  /** Sets all of the result's flags itself. */
  ownsFlags?: boolean;
  compile(args: Slot[], out: Slot, node: ExpressionNode): Run;
}

export type Operations = Readonly<Record<string, Operation>>;
